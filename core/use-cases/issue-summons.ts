import { instantAt, localDate } from '../calendar/zones.ts';
import { issueSummons } from '../case/commands/process.ts';
import { currentDisclosure } from '../case/disclosure.ts';
import type { Appointment } from '../case/process-events.ts';
import type { CaseState } from '../case/state.ts';
import { lastSummons, nextOrdinal, provenAbsences } from '../case/summons.ts';
import { IllegalTransition, NoEligibleAssignee } from '../errors.ts';
import { artifactIdSchema } from '../ids.ts';
import { isBefore, type LocalDate } from '../time.ts';
import { DEFAULT_HOUR } from './acts/appointment.ts';
import { chooseAssignee } from './choose-assignee.ts';
import { type LetterFacts, letterFacts } from './letters/letter-facts.ts';
import { summonsLetterId } from './letters/summons-letter.ts';
import { mustAppend } from './load-case.ts';
import { countedFrom } from './office-calendar.ts';
import type { ExaminationPorts } from './prepare-examination.ts';
import { secondSummonsWarning, summonsInterval } from './summons-interval.ts';

const STEP = 'PrepareExamination';

/** What was last chosen of day, hour and place: by whoever moved the examination, noted the absence, or reviewed. */
const chosenAppointment = (state: CaseState): Appointment => {
  const review = state.reviews.findLast(({ outcome }) => outcome === 'PROCEED');
  const facts = [
    ...state.reschedulings.map(({ seq, appointment }) => ({ seq, appointment })),
    ...state.absences.map(({ seq, appointment }) => ({ seq, appointment: appointment ?? {} })),
    ...(review?.outcome === 'PROCEED' ? [{ seq: review.seq, appointment: review.appointment ?? {} }] : []),
    ...state.teams.map(({ seq }) => ({ seq, appointment: {} })),
  ];
  return facts.toSorted((a, b) => b.seq - a.seq)[0]?.appointment ?? {};
};

/** What is to be warned of: an interval outside the safe one, a second summons that comes late. */
const warningOf = (
  { state, rules, agency }: LetterFacts,
  unit: string,
  dates: { issuedOn: LocalDate; on: LocalDate },
) => {
  const { workingDays, warning } = summonsInterval(rules, { agency, unit, ...dates });
  const missed = provenAbsences(state).at(-1);
  const missedOn = missed === undefined ? undefined : lastSummons(state)?.examinationAt;
  const late =
    missedOn === undefined
      ? undefined
      : secondSummonsWarning(rules, {
          agency,
          unit,
          missedOn: localDate(missedOn, agency.zone),
          issuedOn: dates.issuedOn,
        });
  const both = [warning, late].filter((one) => one !== undefined);
  if (both.length === 0) return { workingDays };
  const join = (lang: 'id' | 'en') => both.map((one) => one[lang]).join(' ');
  return { workingDays, warning: { id: join('id'), en: join('en') } };
};

type Planned = Parameters<typeof issueSummons>[0];

const planOf = async (ports: ExaminationPorts, facts: LetterFacts): Promise<Planned> => {
  const { state, agency, rules } = facts;
  const disclosed = currentDisclosure(state);
  const examiner = await chooseAssignee(ports, state, 'examination');
  if (disclosed === undefined) throw new IllegalTransition(`${state.caseId}: a summons before the disclosure`);
  if (examiner === undefined) throw new NoEligibleAssignee(`${state.caseId}: nobody may examine`);
  const { on, at = DEFAULT_HOUR, place = examiner.unit, mode = 'IN_PERSON' } = chosenAppointment(state);
  const issuedOn = localDate(ports.clock.now(), agency.zone);
  const safe = countedFrom(rules, { agency, unit: examiner.unit, name: 'summons', from: issuedOn });
  // A day whose hour has passed is nobody's appointment any more: nobody can be called to what is over.
  const isOver = on === undefined || !isBefore(ports.clock.now(), instantAt(on, at, agency.zone));
  const heldOn = isOver ? safe.date : on;
  const session = 1 + state.summonses.filter(({ round }) => round === state.round).length;
  return {
    session,
    ordinal: nextOrdinal(state),
    letterId: artifactIdSchema.parse(summonsLetterId(state.round, session)),
    issuedOn,
    examinationAt: instantAt(heldOn, at, agency.zone),
    place,
    mode,
    examiner: examiner.nip,
    disclosureHash: disclosed.hash,
    ...warningOf(facts, examiner.unit, { issuedOn, on: heldOn }),
  };
};

/** Records the next summons of the round: day, hour and place are fixed by it, and its letter is written from it. */
export const issueSummonsOf = async (ports: ExaminationPorts, state: CaseState): Promise<CaseState> => {
  const plan = await planOf(ports, await letterFacts(ports, state));
  return mustAppend(ports, {
    caseId: state.caseId,
    commandId: `summons:${state.round}:${plan.session}`,
    step: STEP,
    command: issueSummons(plan),
  });
};
