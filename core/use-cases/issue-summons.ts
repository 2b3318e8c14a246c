import { dayTerm } from '../calendar/format-date.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { instantAt, localDate } from '../calendar/zones.ts';
import { issueSummons } from '../case/commands/process.ts';
import { currentDisclosure } from '../case/disclosure.ts';
import type { Appointment } from '../case/process-events.ts';
import type { CaseState } from '../case/state.ts';
import { nextOrdinal } from '../case/summons.ts';
import { IllegalTransition, NoEligibleAssignee } from '../errors.ts';
import { artifactIdSchema } from '../ids.ts';
import { processWarning } from '../rules/process-texts.ts';
import type { LocalDate } from '../time.ts';
import { chooseAssignee } from './choose-assignee.ts';
import { type LetterFacts, letterFacts } from './letters/letter-facts.ts';
import { summonsLetterId } from './letters/summons-letter.ts';
import { mustAppend } from './load-case.ts';
import { countedFrom, officeCalendar } from './office-calendar.ts';
import type { ExaminationPorts } from './prepare-examination.ts';

const STEP = 'PrepareExamination';
/** When an examination begins where nobody chose an hour. */
const DEFAULT_HOUR = '09:00';

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

/** The interval of Art 26(2) read both ways: exactly the named number of working days is safe, anything else is warned of. */
const intervalOf = ({ rules, agency }: LetterFacts, unit: string, dates: { issuedOn: LocalDate; on: LocalDate }) => {
  const { issuedOn, on } = dates;
  const safe = countedFrom(rules, { agency, unit, name: 'summons', from: issuedOn });
  const workingDays = workingDaysBetween(issuedOn, on, officeCalendar(rules, agency, unit));
  if (workingDays === safe.days) return { workingDays };
  const code = workingDays < safe.days ? 'SUMMONS_TOO_SOON' : 'SUMMONS_TOO_LATE';
  const terms = { date: dayTerm(safe.date), safe: String(safe.days), days: String(workingDays) };
  const { id, en } = processWarning(rules, code, terms);
  return { workingDays, warning: { id, en } };
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
  const heldOn = on === undefined || on < issuedOn ? safe.date : on;
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
    ...intervalOf(facts, examiner.unit, { issuedOn, on: heldOn }),
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
