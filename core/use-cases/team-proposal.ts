import type { TeamMember } from '../case/process-events.ts';
import { type CaseState, respondentNip, trackOf } from '../case/state.ts';
import { superiorsOf } from '../directory/line.ts';
import type { Staff } from '../directory/staff.ts';
import type { Nip } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import { proposeTeam, type TeamCandidate } from '../rules/team-check.ts';
import type { TeamElement, TeamQuestion } from '../rules/team-rules.ts';
import type { TeamForm } from '../tasks/examination-form.ts';
import type { LocalDate } from '../time.ts';
import { type EligibilityPorts, mayHoldTask } from './choose-assignee.ts';

export interface TeamCase {
  readonly state: CaseState;
  readonly rules: RuleBook;
  readonly date: LocalDate;
}

type Seated = TeamMember & { readonly name: string; readonly positionClass: Staff['positionClass'] };
export type SeatedTeam =
  | { readonly ok: true; readonly members: readonly Seated[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** Which part of the office somebody stands for, by their place in the line and their duty here. */
const elementOf = (staff: Staff, line: readonly Staff[]): TeamElement => {
  if (line.some(({ nip }) => nip === staff.nip)) return 'SUPERIOR';
  if (staff.roles.includes('auditor')) return 'OVERSIGHT';
  return staff.roles.includes('examiner') || staff.roles.includes('triage') ? 'PERSONNEL' : 'OTHER';
};

/** Who decides may not examine: the authority that forms a team is not in it. */
const mayExamine = async (ports: EligibilityPorts, state: CaseState, staff: Staff): Promise<boolean> =>
  !staff.roles.includes('ppk') && (await mayHoldTask(ports, state, staff));

interface Pool {
  readonly respondent: Staff | undefined;
  readonly line: readonly Staff[];
  readonly people: readonly Staff[];
}

const poolOf = async (ports: EligibilityPorts, state: CaseState): Promise<Pool> => {
  const nip = respondentNip(state);
  const people = await ports.directory.listStaff(state.agencyId);
  return {
    respondent: people.find((staff) => staff.nip === nip),
    line: nip === undefined ? [] : await superiorsOf(ports.directory, state.agencyId, nip),
    people,
  };
};

/** What the rules are asked about a team of this case. */
export const teamQuestion = async (ports: EligibilityPorts, { state, date }: TeamCase): Promise<TeamQuestion> => {
  const { respondent, people } = await poolOf(ports, state);
  const barred: string[] = [];
  for (const staff of people) if (!(await mayExamine(ports, state, staff))) barred.push(staff.nip);
  return {
    track: trackOf(state) ?? 'DISCIPLINE_PNS',
    examineePositionClass: respondent?.positionClass ?? 'PELAKSANA',
    barred,
    date,
  };
};

const preference: readonly TeamElement[] = ['SUPERIOR', 'OVERSIGHT', 'PERSONNEL', 'OTHER'];

/** Who could examine, superiors nearest first, then by what they stand for. */
export const teamCandidates = async (
  ports: EligibilityPorts,
  state: CaseState,
): Promise<readonly (TeamCandidate & { readonly staff: Staff })[]> => {
  const { line, people } = await poolOf(ports, state);
  const found: (TeamCandidate & { staff: Staff })[] = [];
  const others = people.filter(({ nip }) => !line.some((superior) => superior.nip === nip));
  for (const staff of [...line, ...others]) {
    if (!(await mayExamine(ports, state, staff))) continue;
    const { nip, name, positionClass } = staff;
    found.push({ nip, name, positionClass, element: elementOf(staff, line), staff });
  }
  return found.toSorted((a, b) => preference.indexOf(a.element) - preference.indexOf(b.element));
};

/** The team that the rules propose from the directory, or why there is none. */
export const proposedTeam = async (ports: EligibilityPorts, item: TeamCase): Promise<SeatedTeam> => {
  const candidates = await teamCandidates(ports, item.state);
  const question = await teamQuestion(ports, item);
  const proposed = proposeTeam(item.rules, { ...question, candidates });
  if (!proposed.ok) return proposed;
  const nipOf = (nip: string): Nip | undefined => candidates.find(({ staff }) => staff.nip === nip)?.staff.nip;
  return {
    ok: true,
    members: proposed.members.flatMap((member) => {
      const nip = nipOf(member.nip);
      const { name = member.nip, element, position, positionClass } = member;
      return nip === undefined ? [] : [{ nip, name, element, position, positionClass }];
    }),
  };
};

/** The people named on the form, seated as it says; whoever is not in the directory stays out, and the rules find the team short. */
export const seatedMembers = async (
  ports: EligibilityPorts,
  { state }: TeamCase,
  { members, chair, secretary }: Pick<Extract<TeamForm, { outcome: 'FORM' }>, 'members' | 'chair' | 'secretary'>,
): Promise<SeatedTeam> => {
  const { line, people } = await poolOf(ports, state);
  const seatOf = (nip: Nip) => (nip === chair ? 'CHAIR' : nip === secretary ? 'SECRETARY' : 'MEMBER');
  const named = [...new Set([...members, ...[chair, secretary].filter((nip) => nip !== undefined)])];
  return {
    ok: true,
    members: named.flatMap((nip) => {
      const staff = people.find((person) => person.nip === nip);
      if (staff === undefined) return [];
      const { name, positionClass } = staff;
      return [{ nip, name, positionClass, element: elementOf(staff, line), position: seatOf(nip) }];
    }),
  };
};
