import type { EventData } from '../../../core/case/events.ts';
import { artifactIdSchema, personRefSchema, sha256Schema } from '../../../core/ids.ts';
import { act, artifactOf, type Draft, OTHER_CASE, RESPONDENT, START, shaOf, TASKS } from './draft-parts.ts';
import { AGENCY } from './staff.ts';

export const reportReceived = (over: Partial<EventData['ReportReceived']> = {}): Draft<'ReportReceived'> => ({
  type: 'ReportReceived',
  data: {
    agencyId: AGENCY,
    channel: 'API',
    language: 'id',
    report: { sha256: shaOf('report'), mediaType: 'application/json', size: 512 },
    urlCount: 1,
    attachments: [],
    anonymous: true,
    personRef: personRefSchema.parse(`P-${'0'.repeat(20)}`),
    reporterCommitment: shaOf('commitment'),
    receiptHash: shaOf('receipt'),
    ...over,
  },
});

export const reportMerged: Draft<'ReportMerged'> = { type: 'ReportMerged', data: { from: OTHER_CASE } };

const source = (urlIndex: number) => ({ sha256: shaOf('report'), urlIndex });

export const evidenceRequested = (round = 1): Draft<'EvidenceRequested'> => ({
  type: 'EvidenceRequested',
  data: { round, captures: [{ artifactId: artifactIdSchema.parse('capture-1'), source: source(0) }] },
});

export const evidenceStored = (
  name: string,
  over: Partial<EventData['EvidenceStored']> = {},
): Draft<'EvidenceStored'> => ({ type: 'EvidenceStored', data: artifactOf(name, over) });

export const captureFailed = (name: string, round = 1): Draft<'EvidenceCaptureFailed'> => ({
  type: 'EvidenceCaptureFailed',
  data: {
    artifactId: artifactIdSchema.parse(name),
    round,
    source: source(0),
    code: 'TIMEOUT',
    reason: { id: 'Tidak menjawab.', en: 'No answer.' },
    failedAt: START,
  },
});

export const principlesSuggested = (round = 1): Draft<'PrinciplesSuggested'> => ({
  type: 'PrinciplesSuggested',
  data: { round, outcome: 'no-signal', suggestions: [], abstentions: [], packVersion: '1' },
});

export const triageDecided = (
  outcome: EventData['TriageDecided']['outcome'],
  number = TASKS.triage,
  round = 1,
): Draft<'TriageDecided'> => {
  const signed = act(number, round);
  switch (outcome) {
    case 'PROCEED':
      return {
        type: 'TriageDecided',
        data: { ...signed, outcome, respondent: { nip: RESPONDENT }, track: 'DISCIPLINE_PNS' },
      };
    case 'MERGE':
      return { type: 'TriageDecided', data: { ...signed, outcome, into: OTHER_CASE } };
    case 'REFER':
    case 'REJECT':
    case 'ASK_REPORTER':
      return { type: 'TriageDecided', data: { ...signed, outcome } };
    default:
      return outcome satisfies never;
  }
};

export const reviewDecided = (
  outcome: EventData['ReviewDecided']['outcome'],
  number = TASKS.review,
  round = 1,
): Draft<'ReviewDecided'> => ({
  type: 'ReviewDecided',
  data:
    outcome === 'PROCEED' ? { ...act(number, round), outcome, principles: ['P2'] } : { ...act(number, round), outcome },
});

export const evidenceTimestamped = (name: string): Draft<'EvidenceTimestamped'> => ({
  type: 'EvidenceTimestamped',
  data: {
    artifactId: artifactIdSchema.parse(name),
    sha256: sha256Schema.parse('b'.repeat(64)),
    token: { sha256: sha256Schema.parse('7'.repeat(64)), size: 3100 },
    genTime: START,
    authority: 'Otoritas Cap Waktu Contoh',
    serialNumber: '04d2',
  },
});

export const evidenceScanned = (name: string): Draft<'EvidenceScanned'> => ({
  type: 'EvidenceScanned',
  data: {
    artifactId: artifactIdSchema.parse(name),
    scan: { verdict: 'CLEAN', engine: 'GUARDDUTY', at: START },
  },
});
