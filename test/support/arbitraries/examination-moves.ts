import {
  declineTeam,
  formTeam,
  holdExamination,
  missExamination,
  orderRelease,
  requestTeam,
  rescheduleExamination,
  returnForEvidence,
} from '../../../core/case/commands/examination.ts';
import { recordStatement, signRecord } from '../../../core/case/commands/hearing.ts';
import {
  freezeDisclosure,
  issueLetter,
  issueSummons,
  reportExamination,
  serveSummons,
} from '../../../core/case/commands/process.ts';
import { currentDisclosure } from '../../../core/case/disclosure.ts';
import { type CaseState, respondentNip, trackOf } from '../../../core/case/state.ts';
import { lastSummons, nextOrdinal } from '../../../core/case/summons.ts';
import type { Sha256 } from '../../../core/ids.ts';
import type { ProvisionCode } from '../../../core/rules/codes.ts';
import {
  CHARGE,
  dayOf,
  disclosureFrozen,
  examinationHeld,
  examinationMissed,
  examinationReported,
  findings,
  letterIssued,
  OTHER_CHARGE,
  paperOf,
  shaOf,
  summonsIssued,
  teamFormed,
} from '../builders/drafts.ts';
import { changeTheTrack } from './intake-moves.ts';
import { acting, actingLate, type Make, type Moves, oneOf, own, someone, unsigned, withoutRound } from './move.ts';

const { hash: _hash, round: _round, version: _version, ...set } = disclosureFrozen().data;
const { round: _of, disclosureHash: _disclosed, ...report } = examinationReported().data;
const held = unsigned(examinationHeld().data);
const missed = unsigned(examinationMissed().data);
const { members } = teamFormed().data;

/** Any disclosure of the case, most often the newest; or one that never was. */
export const someDisclosure = (seen: CaseState, variant: number): Sha256 =>
  seen.disclosures.at(variant % 3 === 0 ? 0 : -1)?.hash ?? shaOf('nothing disclosed');

const newest = (seen: CaseState): Sha256 => currentDisclosure(seen)?.hash ?? shaOf('nothing disclosed');

const freezing =
  (charges: readonly ProvisionCode[]): Make =>
  (seen) =>
    freezeDisclosure({ ...set, track: trackOf(seen) ?? 'DISCIPLINE_PNS', charges: [...charges] });

export const freeze = freezing([CHARGE]);
export const freezeMore = freezing([CHARGE, OTHER_CHARGE]);

export const summon: Make = (seen) =>
  issueSummons({
    ...withoutRound(summonsIssued().data),
    session: 1 + seen.summonses.filter(({ round }) => round === seen.round).length,
    ordinal: nextOrdinal(seen),
    disclosureHash: newest(seen),
  });

/** Some examinations find what the respondent was not told of; most do not. */
export const hold = acting((act, seen, { number, variant }) =>
  holdExamination(act, {
    ...held,
    charges: variant % 4 === 0 ? [CHARGE, OTHER_CHARGE] : [CHARGE],
    session: seen.openTask?.session ?? 1,
    record: paperOf('EXAMINATION_RECORD', `record-${number}`, seen.round),
    disclosureHash: newest(seen),
    signing: oneOf(['PENDING', 'SIGNED', 'REFUSED'], variant),
  }),
);

/** Final as the rules have it: the second time after summonses that arrived. */
export const miss = acting((act, seen, { variant }) => {
  const manner = oneOf(['OPENED', 'POSTED', 'NOT_SERVED'], variant);
  const { ordinal = 1 } = lastSummons(seen) ?? {};
  const final = ordinal === 2 && manner !== 'NOT_SERVED';
  return missExamination(act, {
    ...missed,
    ordinal,
    proof: { manner },
    final,
    disclosureHash: newest(seen),
    ...(final ? { report: findings } : {}),
  });
});

const lastWord = (complete: boolean): Make => {
  return (seen, { number }) =>
    recordStatement(own(seen), { artifacts: [paperOf('STATEMENT', `statement-${number}`, seen.round)], complete });
};
export const answerDisclosure = lastWord(true);

/** What the examination found, in the report that goes up. */
export const reporting: Make = (seen) =>
  reportExamination({
    ...report,
    charges: seen.examinations.findLast(({ round }) => round === seen.round)?.charges ?? [CHARGE],
  });

export const form = acting((act, seen) =>
  formTeam(
    act,
    members.filter(({ nip }) => nip !== respondentNip(seen)),
  ),
);

export const decline = acting((act) => declineTeam(act));

/** What may be tried in an examination, lawful or not. */
export const examinationMoves: Moves = {
  'disclose again': freeze,
  'disclose more': freezeMore,
  'summon again': summon,
  'summon to an old set': (seen, { variant }) =>
    issueSummons({ ...withoutRound(summonsIssued().data), disclosureHash: someDisclosure(seen, variant) }),
  'summons arrives': (_seen, { variant }) =>
    serveSummons({ session: 1 + (variant % 3), manner: 'OPENED', servedOn: dayOf('2026-11-24') }),
  letter: (_seen, { variant }) => issueLetter(withoutRound(letterIssued(`letter-${variant % 5}`).data)),
  hold,
  'hold on an old set': acting((act, seen, { number, variant }) =>
    holdExamination(act, {
      ...held,
      record: paperOf('EXAMINATION_RECORD', `record-${number}`, seen.round),
      disclosureHash: someDisclosure(seen, variant),
    }),
  ),
  'hold too late': actingLate((act) => holdExamination(act, held)),
  miss,
  'miss for good at once': acting((act, seen, { variant }) =>
    missExamination(act, {
      ...missed,
      final: true,
      report: findings,
      proof: { manner: oneOf(['OPENED', 'NOT_SERVED'], variant) },
      disclosureHash: someDisclosure(seen, variant),
    }),
  ),
  reschedule: acting((act) => rescheduleExamination(act, { on: dayOf('2026-12-07') })),
  release: acting((act) => orderRelease(act, { from: dayOf('2026-11-25') })),
  'ask for a team': acting((act) => requestTeam(act)),
  form,
  'form with anyone': acting((act, _seen, { variant }) =>
    formTeam(act, [...members, { nip: someone(variant), element: 'OTHER', position: 'MEMBER' }]),
  ),
  decline,
  'return for evidence': acting((act) => returnForEvidence(act)),
  'first word': lastWord(false),
  'last word': answerDisclosure,
  'sign the record': (seen, { variant }) => signRecord(own(seen), { manner: oneOf(['SIGNED', 'REFUSED'], variant) }),
  'change the track': changeTheTrack,
  report: reporting,
  'report anything': () => reportExamination({ ...report, charges: [CHARGE, OTHER_CHARGE] }),
};
