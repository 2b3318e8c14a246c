import type { EventDraft } from '../../../../core/case/events.ts';
import type { CaseStatus } from '../../../../core/case/transitions.ts';
import { pathTo, stateAfter, stateIn } from '../../../support/builders/case.ts';
import {
  appealDecided,
  appealFiled,
  decisionReturned,
  decisionServed,
  disclosureFrozen,
  examinationHeld,
  examinationMissed,
  examinationReported,
  examinationRescheduled,
  examinationReturned,
  executionCompleted,
  letterIssued,
  paperOf,
  recordSigned,
  releaseOrdered,
  sanctionEffective,
  serviceAttempted,
  statementRecorded,
  summonsIssued,
  summonsServed,
  teamDeclined,
  teamFormed,
  teamRequested,
  trackChanged,
} from '../../../support/builders/drafts.ts';

/** Every list that an event makes longer, and where. */
const listed = [
  ['trackChanges', 'EXAMINATION', trackChanged()],
  ['teamRequests', 'EXAMINATION', teamRequested()],
  ['teams', 'EXAMINATION', teamFormed()],
  ['teamsDeclined', 'EXAMINATION', teamDeclined()],
  ['disclosures', 'EXAMINATION', disclosureFrozen({ version: 2 })],
  ['letters', 'EXAMINATION', letterIssued('release-1')],
  ['summonses', 'EXAMINATION', summonsIssued({ session: 2 })],
  ['summonsesServed', 'EXAMINATION', summonsServed()],
  ['examinations', 'EXAMINATION', examinationHeld()],
  ['absences', 'EXAMINATION', examinationMissed()],
  ['reschedulings', 'EXAMINATION', examinationRescheduled()],
  ['examinationReturns', 'EXAMINATION', examinationReturned()],
  ['releases', 'EXAMINATION', releaseOrdered()],
  ['statements', 'EXAMINATION', statementRecorded()],
  ['recordSignings', 'EXAMINATION', recordSigned()],
  ['reports', 'EXAMINATION', examinationReported()],
  ['returns', 'DECISION', decisionReturned()],
  ['serviceAttempts', 'SERVICE', serviceAttempted()],
  ['services', 'SERVICE', decisionServed()],
  ['appeals', 'APPEAL_WINDOW', appealFiled()],
  ['appealDecisions', 'APPEAL', appealDecided('CHANGED')],
  ['effects', 'APPEAL_WINDOW', sanctionEffective()],
  ['executions', 'EFFECTIVE', executionCompleted],
] as const;

const statement = [paperOf('STATEMENT', 'statement-7'), paperOf('STATEMENT_FILE', 'photo-7')];
const bringing: [string, CaseStatus, EventDraft, string[]][] = [
  ['a letter', 'EXAMINATION', letterIssued('release-1'), ['LETTER']],
  ['an examination', 'EXAMINATION', examinationHeld(), ['EXAMINATION_RECORD']],
  ['a statement', 'EXAMINATION', statementRecorded({ artifacts: statement }), ['STATEMENT', 'STATEMENT_FILE']],
  ['a record that is right', 'EXAMINATION', recordSigned(), []],
  [
    'a record that is wrong',
    'EXAMINATION',
    recordSigned({ corrections: paperOf('STATEMENT', 'corrections-1') }),
    ['STATEMENT'],
  ],
  ['an appeal', 'APPEAL_WINDOW', appealFiled(), ['APPEAL']],
];

const seqsIn = (facts: readonly { readonly seq: number }[]) => facts.map(({ seq }) => seq);

describe('the facts of a case', () => {
  it.each(listed)('keeps every %s in its list, with its place in the trail', (list, status, draft) => {
    const before = stateIn(status);
    const after = stateAfter([...pathTo[status], draft]);
    expect(after[list]).toHaveLength(before[list].length + 1);
    expect(after[list].at(-1)).toMatchObject({
      ...draft.data,
      seq: after.seq,
      actor: { kind: 'system', step: 'test' },
    });
    expect(seqsIn(after[list])).toEqual(seqsIn(after[list]).toSorted((a, b) => a - b));
  });

  it.each(bringing)('takes what %s brings along into the evidence', (_what, status, draft, kinds) => {
    const added = stateAfter([...pathTo[status], draft]).evidence.slice(stateIn(status).evidence.length);
    expect(added.map(({ kind }) => kind)).toEqual(kinds);
  });
});
