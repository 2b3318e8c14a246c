import * as z from 'zod';
import { accessItemSchema } from '../../adapters/dynamo/dynamo-access-log.ts';
import { caseItemSchema } from '../../adapters/dynamo/dynamo-case-store.ts';
import { agencyItemSchema, settingsItemSchema, staffItemSchema } from '../../adapters/dynamo/dynamo-directory-store.ts';
import { factorsItemSchema } from '../../adapters/dynamo/dynamo-factor-store.ts';
import { holdItemSchema } from '../../adapters/dynamo/dynamo-hold-store.ts';
import { inboundItemSchema } from '../../adapters/dynamo/dynamo-inbound-store.ts';
import { personItemSchema } from '../../adapters/dynamo/dynamo-people-store.ts';
import { requestItemSchema } from '../../adapters/dynamo/dynamo-request-store.ts';
import { stepUpItemSchema } from '../../adapters/dynamo/dynamo-step-up-store.ts';
import { taskItemSchema } from '../../adapters/dynamo/dynamo-task-store.ts';
import { throttleItemSchema } from '../../adapters/dynamo/dynamo-throttle-store.ts';
import { trailItemSchema } from '../../adapters/dynamo/dynamo-trail-store.ts';
import { visitItemSchema } from '../../adapters/dynamo/dynamo-visit-store.ts';
import { SHARDS, shardOf } from '../../adapters/dynamo/shards.ts';
import { type TableDescription, tables } from '../../adapters/dynamo/tables.ts';
import { caseEventSchema, eventData } from '../../core/case/events.ts';
import { personSchema } from '../../core/report.ts';
import { hashOf } from '../../core/trail/digest.ts';

/** Twelve hexadecimal digits: enough to notice, short enough to read. */
const fingerprint = (value: unknown): string => hashOf(JSON.parse(JSON.stringify(value))).slice(0, 12);
const shapeOf = (schema: z.ZodType): string => fingerprint(z.toJSONSchema(schema, { io: 'input' }));

/** What every event has around its type and data. */
const envelope = () => {
  const { oneOf: [event] = [] } = z
    .object({ oneOf: z.array(z.object({ properties: z.record(z.string(), z.json()), required: z.array(z.string()) })) })
    .parse(z.toJSONSchema(caseEventSchema, { io: 'input' }));
  const { type, data, ...properties } = event?.properties ?? {};
  return fingerprint({ properties, required: event?.required });
};

/** Keys and indexes, without the words about them. */
const keysOf = ({ purpose, indexes, ...keys }: TableDescription) => ({
  ...keys,
  indexes: indexes.map(({ purpose: _words, ...index }) => index),
});

const shapes: Readonly<Record<string, string>> = {
  'Trail item': shapeOf(trailItemSchema),
  'event envelope': envelope(),
  'Cases item': shapeOf(caseItemSchema),
  'Tasks item': shapeOf(taskItemSchema),
  'Visits item': shapeOf(visitItemSchema),
  'Factors item': shapeOf(factorsItemSchema),
  'StepUps item': shapeOf(stepUpItemSchema),
  'Directory item, agency': shapeOf(agencyItemSchema),
  'Directory item, staff': shapeOf(staffItemSchema),
  'Directory item, settings': shapeOf(settingsItemSchema),
  'People item': shapeOf(personItemSchema),
  'sealed person': shapeOf(personSchema),
  'Requests item': shapeOf(requestItemSchema),
  'Throttle item': shapeOf(throttleItemSchema),
  'Access item': shapeOf(accessItemSchema),
  'Inbound item': shapeOf(inboundItemSchema),
  'Holds item': shapeOf(holdItemSchema),
  'keys and indexes': fingerprint(Object.values(tables).map(keysOf)),
  ...Object.fromEntries(Object.entries(eventData).map(([type, schema]) => [`event ${type}`, shapeOf(schema)])),
};

const pinned: Readonly<Record<string, string>> = {
  'Trail item': 'a68c3a92aed0',
  'event envelope': '911045fe4a6d',
  'Cases item': '77a9562fd1d3',
  'Tasks item': '0ca712c9dc3e',
  'Visits item': '5c53a2e792a2',
  'Directory item, agency': '3e2ac236a55f',
  'Directory item, staff': '788f5850b8a7',
  'Directory item, settings': '2664c25774a9',
  'People item': '7b0db56d75cc',
  'sealed person': '971e4c8e6bc9',
  'Requests item': '02a7e93256eb',
  'Throttle item': 'ed1dff92601a',
  'Access item': '644af5ffe05c',
  'Factors item': '4782fd4b632d',
  'StepUps item': '66c2a1ab9d45',
  'keys and indexes': '9680eaf0b374',
  'event ReportReceived': '2a698890959e',
  'event ReportMerged': '41f4210913b4',
  'event EvidenceRequested': '358b3e3cad4b',
  'event EvidenceStored': 'a21b918c7d0d',
  'event EvidenceCaptureFailed': '735c5abd81e5',
  'event PrinciplesSuggested': 'dfc9abaeaffe',
  'event TaskOpened': '8e5c259e85f4',
  'event TaskReminded': '88054ec7a3c7',
  'event TaskReassigned': 'aa019a272208',
  'event TaskEscalated': 'b1fcf0ed9193',
  'event TaskExpired': '3a934a98326c',
  'event TriageDecided': '9b76ab95bb24',
  'event ReviewDecided': '097dede114f1',
  'event SanctionDecided': '381a028448a0',
  'event CaseDismissed': 'f3b82c9c407c',
  'event DecisionReturned': '9044283c4356',
  'event DecisionSigned': 'e33940fec653',
  'event NotificationSent': '472994b561ed',
  'event NotificationBounced': '50d24edada4a',
  'event AnonymityRequested': '71fc596a20f2',
  'event IdentityRevealed': 'bcfb5cd85454',
  'event CaseParked': 'c97a37b23cd3',
  'event TrackChanged': 'eb9e58c20989',
  'event TeamRequested': '9044283c4356',
  'event ExaminingTeamFormed': '3d1fb7730396',
  'event ExaminingTeamDeclined': '9044283c4356',
  'event DisclosureFrozen': 'cc1c7407ea58',
  'event LetterIssued': '9401582611af',
  'event SummonsIssued': 'd40b3c6a61cc',
  'event SummonsServed': 'b53610a82c41',
  'event ExaminationHeld': 'fadfb85c4f29',
  'event ExaminationMissed': '15c60b126ee8',
  'event ExaminationRescheduled': 'f19f171a9899',
  'event ExaminationReturned': '9044283c4356',
  'event TemporaryReleaseOrdered': '9ac6ec5f631b',
  'event StatementRecorded': '04445afae62b',
  'event ExaminationRecordSigned': '99c6ca38ba9c',
  'event ExaminationReported': '6bb0939b8862',
  'event DecisionProposed': '0e54389be538',
  'event ServiceAttempted': '3d9cf278bb22',
  'event DecisionServed': '1618d77c52db',
  'event AppealFiled': '7c3de2e4c358',
  'event AppealDecided': '377ee8c76932',
  'event SanctionEffective': '8aacc214bd41',
  'event ExecutionCompleted': '28d12fe9be8f',
  'event DeadlineMoved': '9aa2d9c54e8b',
  'event CaseClosed': 'a426c5355d78',
  'Holds item': 'ae5af38c9f15',
  'Inbound item': '7ebcc13f85f8',
  'event EvidenceTimestamped': '25f5fd1df9f6',
  'event EvidenceScanned': '218517efcad9',
  'event BounceHandled': 'c4ce449849bd',
};

describe('what is stored', () => {
  it.each(Object.keys({ ...shapes, ...pinned }))('keeps its shape: %s', (what) => {
    if (shapes[what] === pinned[what]) return;
    throw new Error(
      `The stored shape "${what}" changed: pinned ${pinned[what]}, now ${shapes[what]}.\n` +
        'Items of the old shape stand in every deployment, and events for ever. Before pinning the new value, decide how ' +
        'old items are read, and record it in docs/adr/ (stored shapes).',
    );
  });

  it('stays in the shard it was put into', () => {
    expect(SHARDS).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    expect(['CONTOH-2026-7K3M9QXA', 'CONTOH-2026-00000000', '7K3M9QXA4E5F6G7H'].map(shardOf)).toEqual(['6', '4', '6']);
  });
});
