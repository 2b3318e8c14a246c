import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventDraft } from '../../../../core/case/events.ts';
import { fold, replay } from '../../../../core/case/fold.ts';
import {
  type CaseStatus,
  caseStatusSchema,
  nextStatus,
  raisesRound,
  roundAfter,
  type Trigger,
  triggerOf,
} from '../../../../core/case/transitions.ts';
import { IllegalTransition } from '../../../../core/errors.ts';
import { pathTo, trailOf } from '../../../support/builders/case.ts';
import { caseClosed, draftFor } from '../../../support/builders/drafts.ts';
import { runScript } from '../../../support/run-script.ts';

const statuses = caseStatusSchema.options;
const isTrigger = (text: string): text is Trigger => Object.hasOwn(draftFor, text);
const triggers = Object.keys(draftFor).filter(isTrigger);

/** The design's moves (architecture.md section 4), written out: what is not here must not move a case. */
const moves: readonly [CaseStatus, Trigger, CaseStatus][] = [
  ['RECEIVED', 'EvidenceRequested', 'CAPTURING'],
  ['CAPTURING', 'PrinciplesSuggested', 'TRIAGE'],
  ['TRIAGE', 'TriageDecided:PROCEED', 'REVIEW'],
  ['TRIAGE', 'TriageDecided:REFER', 'REFERRED'],
  ['TRIAGE', 'TriageDecided:REJECT', 'REJECTED'],
  ['TRIAGE', 'TriageDecided:MERGE', 'MERGED'],
  ['TRIAGE', 'TriageDecided:ASK_REPORTER', 'CAPTURING'],
  ['REVIEW', 'ReviewDecided:PROCEED', 'DECISION'],
  ['REVIEW', 'ReviewDecided:DISMISS', 'DISMISSED'],
  ['REVIEW', 'ReviewDecided:MORE_EVIDENCE', 'CAPTURING'],
  ['DECISION', 'SanctionDecided', 'SERVICE'],
  ['DECISION', 'CaseDismissed', 'DISMISSED'],
  ['DECISION', 'DecisionReturned', 'CAPTURING'],
  ['SERVICE', 'CaseClosed', 'CLOSED'],
];

const openPathTo = (status: CaseStatus): readonly EventDraft[] => pathTo[status];

/** Folds one more event onto a case in `status`. */
const tryIn = (status: CaseStatus, draft: EventDraft, path = openPathTo(status)) => {
  const before = trailOf(path);
  const event = trailOf([draft], { events: before }).at(-1);
  if (event === undefined) throw new RangeError('nothing to try');
  return fold(replay(before), event);
};

const pairs = statuses.flatMap((status) => triggers.map((trigger): [CaseStatus, Trigger] => [status, trigger]));
const allowed = pairs.filter(([status, trigger]) => nextStatus(status, trigger) !== undefined);
const forbidden = pairs.filter(([status, trigger]) => nextStatus(status, trigger) === undefined);

describe('the transition table', () => {
  it('moves a case exactly as the design says', () => {
    const moving = allowed
      .map(([status, trigger]) => [status, trigger, nextStatus(status, trigger)])
      .filter(([from, , to]) => from !== to);
    expect(new Set(moving.map(String))).toEqual(new Set(moves.map(String)));
  });

  it.each(allowed)('in %s takes %s', (status, trigger) => {
    expect(tryIn(status, draftFor[trigger]).status).toBe(nextStatus(status, trigger));
  });

  it.each(forbidden)('in %s refuses %s', (status, trigger) => {
    expect(() => tryIn(status, draftFor[trigger])).toThrow(IllegalTransition);
  });

  it.each(
    (['DISMISSED', 'REJECTED', 'REFERRED', 'MERGED'] as const).flatMap((status) =>
      triggers.map((trigger): [typeof status, Trigger] => [status, trigger]),
    ),
  )('refuses in a closed %s case also %s', (status, trigger) => {
    const path = [...pathTo[status], caseClosed(status)];
    expect(() => tryIn(status, draftFor[trigger], path)).toThrow(IllegalTransition);
  });

  it.each(triggers)('tells %s from its event', (trigger) => {
    const [event] = trailOf([draftFor[trigger]]);
    expect(event === undefined ? undefined : triggerOf(event)).toBe(trigger);
  });

  it('raises the round where the case goes back for evidence, and nowhere else', () => {
    expect(triggers.filter(raisesRound)).toEqual(
      moves.filter(([from, , to]) => to === 'CAPTURING' && from !== 'RECEIVED').map(([, trigger]) => trigger),
    );
  });

  it.each([
    ['ASK_REPORTER', 3],
    ['MORE_EVIDENCE', 3],
    ['RETURN', 3],
    ['PROCEED', 2],
    ['ANSWERED', 2],
  ])('gives the flow after %s of round 2 the round %i', (outcome, round) => {
    expect(roundAfter(2, outcome)).toBe(round);
  });
});

describe('npm run transitions', () => {
  it('prints what stands in docs/transitions.md', async () => {
    const page = await readFile(join(import.meta.dirname, '../../../../docs/transitions.md'), 'utf8');
    expect(await runScript('transitions', [])).toEqual({ code: 0, stdout: page, stderr: '' });
  });
});
