import type { EventDraft } from '../../core/case/events.ts';
import type { CaseState } from '../../core/case/state.ts';
import type { Trigger } from '../../core/case/transitions.ts';
import { search } from '../support/arbitraries/search.ts';
import { paths, pathTo, stateAfter, stateIn } from '../support/builders/case.ts';
import { CHARGE, disclosureFrozen, OTHER_CHARGE, trackChanged } from '../support/builders/drafts.ts';

const examines = (draft: EventDraft): boolean =>
  draft.type === 'ExaminationHeld' || (draft.type === 'ExaminationMissed' && draft.data.final);
const hears = (draft: EventDraft): boolean =>
  examines(draft) ||
  (draft.type === 'StatementRecorded' && draft.data.complete) ||
  (draft.type === 'TaskExpired' && draft.data.silent === 'respondent');
const waits = (draft: EventDraft): boolean =>
  (draft.type === 'TaskExpired' && draft.data.silent === 'respondent') ||
  (draft.type === 'AppealDecided' && draft.data.outcome !== 'ANNULLED');

const onOtherTrack = [...pathTo.EXAMINATION, trackChanged()];
const told = [...paths.examined, disclosureFrozen({ version: 2, charges: [CHARGE, OTHER_CHARGE] })];

/** A step, where a case stands before it, and what must never happen for the step to stay out of reach. */
const gates: [string, Trigger, CaseState, (draft: EventDraft) => boolean][] = [
  [
    'a report, and so a decision, without a disclosure',
    'ExaminationReported',
    stateIn('RECEIVED'),
    ({ type }) => type === 'DisclosureFrozen',
  ],
  [
    'a sanction without a disclosure',
    'SanctionDecided',
    stateIn('RECEIVED'),
    ({ type }) => type === 'DisclosureFrozen',
  ],
  ['a sanction without an examination, held or missed twice', 'SanctionDecided', stateAfter(paths.reviewed), examines],
  [
    'a sanction after one absence',
    'SanctionDecided',
    stateAfter(paths.reviewed),
    (draft) => draft.type === 'ExaminationHeld' || (draft.type === 'SummonsIssued' && draft.data.ordinal === 2),
  ],
  [
    'a report on what was disclosed later, without an answer or the time for it',
    'ExaminationReported',
    stateAfter(told),
    hears,
  ],
  [
    'a report on another track than the one that was disclosed',
    'ExaminationReported',
    stateAfter(onOtherTrack),
    ({ type }) => type === 'DisclosureFrozen' || type === 'TrackChanged',
  ],
  [
    'an effect without the time for a remedy, or a remedy that was lost',
    'SanctionEffective',
    stateAfter(paths.served),
    waits,
  ],
  [
    'the end of a sanction of months without what it took being given back',
    'CaseClosed',
    stateAfter(paths.serving),
    ({ type }) => type === 'ExecutionCompleted',
  ],
];

describe('whatever anybody tries in whatever order, exhaustively, there is no way to', () => {
  it.each(gates)(
    '%s',
    (_what, step, start, isBarred) => {
      expect(search(start, isBarred).has(step)).toBe(false);
    },
    240_000,
  );

  it.each([
    ['ExaminationReported', stateAfter(paths.examined)],
    ['SanctionEffective', stateAfter(paths.served)],
    ['CaseClosed', stateAfter(paths.serving)],
  ] as const)(
    'find nothing at all: the search does come to %s where nothing bars it',
    (step, start) => {
      expect(search(start, ({ type }) => type === 'DecisionReturned' || type === 'SanctionDecided').has(step)).toBe(
        true,
      );
    },
    240_000,
  );
});
