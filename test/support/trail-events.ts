import type { EventDraft } from '../../core/case/events.ts';
import { type CaseEvent, eventData } from '../../core/case/events.ts';
import { type CaseId, commandIdSchema } from '../../core/ids.ts';
import { instantSchema } from '../../core/time.ts';
import { chained } from '../../core/trail/chain.ts';
import { sha256Hex } from '../../core/trail/digest.ts';

export const someInstant = instantSchema.parse('2026-11-23T02:15:00.000Z');

export const reportReceived = (): EventDraft => ({
  type: 'ReportReceived',
  data: eventData.ReportReceived.parse({
    agencyId: 'contoh',
    channel: 'FORM',
    language: 'id',
    report: { sha256: sha256Hex('report'), mediaType: 'application/json', size: 6 },
    urlCount: 0,
    attachments: [],
    anonymous: true,
    personRef: 'P-00000000000000000000',
    reporterCommitment: sha256Hex('commitment'),
    receiptHash: sha256Hex('receipt'),
  }),
});

/** An event with a text as long as wanted. */
export const suggested = (text: string): EventDraft => ({
  type: 'PrinciplesSuggested',
  data: eventData.PrinciplesSuggested.parse({
    round: 1,
    outcome: 'abstain',
    suggestions: [],
    abstentions: [
      {
        principle: 'P3',
        gate: 'QUOTATION',
        span: { artifactSha256: sha256Hex('report'), start: 0, end: 7 },
        reason: { id: text, en: text },
      },
    ],
    packVersion: 'test',
  }),
});

export interface EventPlace {
  readonly caseId: CaseId;
  readonly after?: CaseEvent | undefined;
  readonly commandId?: string;
}

/** A draft as the next event of a case. */
export const eventAfter = (draft: EventDraft, { caseId, after, commandId = 'test:command' }: EventPlace): CaseEvent =>
  chained(draft, {
    caseId,
    head: after,
    at: someInstant,
    actor: { kind: 'system', step: 'test' },
    commandId: commandIdSchema.parse(commandId),
  });
