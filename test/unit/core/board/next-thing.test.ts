import { nextThing } from '../../../../core/board/next-thing.ts';
import type { EventDraft } from '../../../../core/case/events.ts';
import { paths, pathTo, stateAfter, stateIn } from '../../../support/builders/case.ts';
import {
  AUTHORITY,
  appealDecided,
  appealFiled,
  caseClosed,
  decisionReturned,
  decisionSigned,
  disclosureFrozen,
  executionCompleted,
  HIGHER_AUTHORITY,
  PERSONNEL,
  period,
  principlesSuggested,
  RESPONDENT,
  reviewDecided,
  SUPERIOR,
  TRIAGE_OFFICER,
  taskOpened,
  triageDecided,
} from '../../../support/builders/drafts.ts';

const official = (nip: string) => ({ kind: 'official', nip });
const respondent = { kind: 'respondent', nip: RESPONDENT };

describe('the next thing of a case', () => {
  it.each<[string, readonly EventDraft[], string, object]>([
    ['the question to the reporter', [...pathTo.CAPTURING, taskOpened('answer')], 'answer', { kind: 'reporter' }],
    ['triage', pathTo.TRIAGE, 'triage', official(TRIAGE_OFFICER)],
    ['the review', pathTo.REVIEW, 'review', official(SUPERIOR)],
    ['the examination, though the respondent may answer too', pathTo.EXAMINATION, 'examination', official(SUPERIOR)],
    ['the decision', pathTo.DECISION, 'decision', official(AUTHORITY)],
    ['the service', pathTo.SERVICE, 'service', official(PERSONNEL)],
    ['the time for a remedy', pathTo.APPEAL_WINDOW, 'remedy', respondent],
    ['the appeal', pathTo.APPEAL, 'appeal', official(HIGHER_AUTHORITY)],
    ['the end of the sanction', paths.serving, 'execution', official(PERSONNEL)],
    [
      'the answer to what was disclosed after the examination',
      [...paths.examined, disclosureFrozen({ version: 2 }), taskOpened('response', 25)],
      'response',
      respondent,
    ],
  ])('is %s, with whoever holds it and by when', (_what, path, kind, responsible) => {
    expect(nextThing(stateAfter(path))).toMatchObject({ what: 'TASK', kind, responsible, dueAt: period.dueAt });
  });

  it.each<[string, readonly EventDraft[], string]>([
    ['a report came in', pathTo.RECEIVED, 'COLLECT_EVIDENCE'],
    ['evidence is collected', pathTo.CAPTURING, 'COLLECT_EVIDENCE'],
    ['principles were suggested', [...pathTo.CAPTURING, principlesSuggested()], 'ASSIGN'],
    ['triage proceeded', [...pathTo.TRIAGE, triageDecided('PROCEED')], 'ASSIGN'],
    ['the review proceeded', paths.reviewed, 'PREPARE_EXAMINATION'],
    ['a summons is to be written, though the respondent may answer already', paths.disclosed, 'PREPARE_EXAMINATION'],
    ['the decision was returned', [...pathTo.DECISION, decisionReturned()], 'PREPARE_EXAMINATION'],
    ['the examination was held', paths.examined, 'REPORT_EXAMINATION'],
    ['it was missed for good', paths.missedTwice, 'REPORT_EXAMINATION'],
    ['it was reported, though the respondent may still answer', paths.reported, 'ASSIGN'],
    ['a sanction was decided', paths.sanctioned, 'ISSUE_DECISION'],
    ['the decision was signed', [...paths.sanctioned, decisionSigned], 'ASSIGN'],
    ['it was served', paths.served, 'ASSIGN'],
    ['nobody appealed', paths.unappealed, 'TAKE_EFFECT'],
    ['an appeal was filed', [...pathTo.APPEAL_WINDOW, appealFiled()], 'FORWARD_APPEAL'],
    ['the appeal was lost', [...pathTo.APPEAL, appealDecided('UPHELD')], 'TAKE_EFFECT'],
    ['the appeal changed the sanction', [...pathTo.APPEAL, appealDecided('CHANGED')], 'TAKE_EFFECT'],
    ['the appeal undid it', [...pathTo.APPEAL, appealDecided('ANNULLED')], 'CONCLUDE'],
    ['the sanction is in effect at once', pathTo.EFFECTIVE, 'CONCLUDE'],
    ['the sanction runs for months', paths.serving.slice(0, -1), 'ASSIGN'],
    ['it was served to its end', [...paths.serving, executionCompleted], 'CONCLUDE'],
    ['it was dismissed', pathTo.DISMISSED, 'CONCLUDE'],
    ['the superior found nothing', [...pathTo.REVIEW, reviewDecided('DISMISS')], 'CONCLUDE'],
    ['it was referred', pathTo.REFERRED, 'CONCLUDE'],
    ['it went to the President', paths.proposed, 'CONCLUDE'],
  ])('is the step of the system where %s', (_what, path, kind) => {
    expect(nextThing(stateAfter(path))).toEqual({ what: 'STEP', kind, responsible: { kind: 'system' } });
  });

  it.each([
    ['CLOSED', stateIn('CLOSED')],
    ['DISMISSED', stateAfter([...pathTo.DISMISSED, caseClosed('DISMISSED')])],
  ])('is none once a case is closed: %s', (_what, state) => {
    expect(nextThing(state)).toBeUndefined();
  });
});
