import type { Role } from '../case/actor.ts';
import type { TaskKind } from '../case/events.ts';
import { type CaseState, respondentNip } from '../case/state.ts';
import { examiningTeam } from '../case/summons.ts';
import { isBelow, superiorsOf } from '../directory/line.ts';
import type { Staff } from '../directory/staff.ts';
import type { Nip } from '../ids.ts';
import { reporterMailMessage } from '../intake/intake.ts';
import { hashOf } from '../trail/digest.ts';
import { agencyRules } from './agency-rules.ts';
import { decidersFor } from './choose-decider.ts';
import { toHex } from './encoding.ts';
import { reviewerOf } from './examiners.ts';
import type { Ports } from './ports.ts';

/** What it takes to say who may not hold a task. */
export type EligibilityPorts = Pick<Ports, 'directory' | 'people' | 'mac'>;
/** What it takes to find who should. */
export type AssigneePorts = EligibilityPorts & Pick<Ports, 'rules'>;

/** An employee who can be asked: active, with a mailbox. */
export type Reachable = Staff & { readonly mail: string };

const isReachable = (staff: Staff): staff is Reachable => staff.active && staff.mail !== undefined;

/** Whom the case is about, as far as known: who triage found, else whom the report names. */
export const accusedNip = (state: CaseState): Nip | undefined =>
  respondentNip(state) ?? state.report.claimedRespondentNip;

const isReporter = async (ports: EligibilityPorts, state: CaseState, staff: Reachable): Promise<boolean> => {
  const tag = await ports.people.matchTag(state.personRef);
  return tag !== undefined && tag === toHex(await ports.mac.mac(reporterMailMessage(staff.mail)));
};

/**
 * The accused, anyone below them, and the reporter may never hold a task in the case. Asked when a task is opened, and again at the act.
 */
export const mayHoldTask = async (
  ports: EligibilityPorts,
  state: CaseState,
  staff: Staff,
  accused: Nip | undefined = accusedNip(state),
): Promise<boolean> => {
  if (!isReachable(staff)) return false;
  if (accused !== undefined) {
    if (staff.nip === accused) return false;
    if (await isBelow(ports.directory, staff, accused)) return false;
  }
  return !(await isReporter(ports, state, staff));
};

const withRole = async (ports: EligibilityPorts, state: CaseState, role: Role): Promise<Staff[]> => {
  const staff = (await ports.directory.listStaff(state.agencyId)).filter((person) => person.roles.includes(role));
  // Spreads the cases over the officers, the same way each time it is asked.
  const share = (person: Staff) => hashOf({ caseId: state.caseId, nip: person.nip });
  return staff.sort((a, b) => share(a).localeCompare(share(b)));
};

const named = async (
  ports: EligibilityPorts,
  state: CaseState,
  nips: readonly (Nip | undefined)[],
): Promise<Staff[]> => {
  const found = await Promise.all(
    nips.map((nip) => (nip === undefined ? undefined : ports.directory.staff(state.agencyId, nip))),
  );
  return found.filter((staff) => staff !== undefined);
};

const lineOf = async (ports: EligibilityPorts, state: CaseState, nip: Nip | undefined): Promise<Staff[]> =>
  nip === undefined ? [] : superiorsOf(ports.directory, state.agencyId, nip);

const positions = ['CHAIR', 'SECRETARY', 'MEMBER'] as const;

/** The chair of the team, then its secretary and members; without a team the reviewing superior, then the line above the respondent. */
const examiners = async (ports: EligibilityPorts, state: CaseState): Promise<Staff[]> => {
  const team = examiningTeam(state);
  const ranked = positions.flatMap((position) => team?.members.filter((member) => member.position === position) ?? []);
  return [
    ...(await named(ports, state, team === undefined ? [reviewerOf(state)] : ranked.map(({ nip }) => nip))),
    ...(await lineOf(ports, state, respondentNip(state))),
    ...(await withRole(ports, state, 'ppk')),
  ];
};

const deciders = async (ports: AssigneePorts, state: CaseState): Promise<Staff[]> => {
  const ranking = await decidersFor(ports, await agencyRules(ports, state.agencyId), state);
  const ranked = ranking.kind === 'OFFICIALS' ? ranking.candidates.map(({ staff }) => staff) : [];
  return [...ranked, ...(await withRole(ports, state, 'ppk'))];
};

const deciderOf = (state: CaseState): Nip | undefined =>
  'sanction' in state && state.sanction.actor.kind === 'official' ? state.sanction.actor.nip : undefined;

/** An objection goes to the superior of whoever decided; an appeal to a body outside, whose decision the personnel unit records. */
const appealHolders = async (ports: EligibilityPorts, state: CaseState): Promise<Staff[]> => {
  const outside = state.status === 'APPEAL' && state.appeal.route === 'BPASN';
  const above = outside ? [] : await lineOf(ports, state, deciderOf(state));
  const others = outside ? [] : await withRole(ports, state, 'ppk');
  return [...above, ...others, ...(await personnel(ports, state))];
};

/** The personnel unit's officers: they deliver, record and follow up. */
const personnel = async (ports: EligibilityPorts, state: CaseState): Promise<Staff[]> => [
  ...(await withRole(ports, state, 'triage')),
  ...(await withRole(ports, state, 'examiner')),
];

/** Who could hold a task of this kind, best first, before anyone is excluded. */
const candidates = async (ports: AssigneePorts, state: CaseState, kind: TaskKind): Promise<Staff[]> => {
  switch (kind) {
    case 'triage':
      return withRole(ports, state, 'triage');
    case 'review':
      return [...(await lineOf(ports, state, respondentNip(state))), ...(await withRole(ports, state, 'ppk'))];
    case 'team':
      return withRole(ports, state, 'ppk');
    case 'examination':
      return examiners(ports, state);
    case 'decision':
      return deciders(ports, state);
    case 'service':
    case 'execution':
      return [...(await personnel(ports, state)), ...(await named(ports, state, [deciderOf(state)]))];
    case 'appeal':
      return appealHolders(ports, state);
    case 'answer':
    case 'response':
    case 'remedy':
      return [];
    default:
      return kind satisfies never;
  }
};

const judging: readonly TaskKind[] = ['review', 'examination', 'decision'];

/** Whoever decided never decides the remedy against it; whoever stepped back from judging, or let it pass, does not come back to it. */
const barredFrom = (kind: TaskKind, state: CaseState): readonly Nip[] => {
  const decider = deciderOf(state);
  if (kind === 'appeal') return decider === undefined ? [] : [decider];
  if (!judging.includes(kind)) return [];
  return state.endedTasks.flatMap((task) =>
    judging.includes(task.kind) &&
    (task.end === 'REASSIGNED' || task.end === 'ESCALATED') &&
    task.assignee.kind === 'official'
      ? [task.assignee.nip]
      : [],
  );
};

interface Search {
  readonly state: CaseState;
  readonly except: ReadonlySet<Nip>;
  readonly accused: Nip | undefined;
}

const firstEligible = async (
  ports: EligibilityPorts,
  { state, except, accused }: Search,
  people: readonly Staff[],
): Promise<Reachable | undefined> => {
  for (const person of people) {
    if (except.has(person.nip) || !isReachable(person)) continue;
    if (await mayHoldTask(ports, state, person, accused)) return person;
  }
  return undefined;
};

/** The official who gets a task of this kind, or undefined where the directory has nobody who may. */
export const chooseAssignee = async (
  ports: AssigneePorts,
  state: CaseState,
  kind: TaskKind,
): Promise<Reachable | undefined> =>
  firstEligible(
    ports,
    { state, except: new Set(barredFrom(kind, state)), accused: accusedNip(state) },
    await candidates(ports, state, kind),
  );

/** Tasks that go to somebody of the same duty before they go up the line. */
const sharedKinds: readonly TaskKind[] = ['triage', 'examination', 'service', 'execution', 'appeal'];

/**
 * Who takes over from a holder who was silent or must step back: whoever shares the duty, else up the holder's own line, past everyone who
 * may not. Nobody gets a case back.
 * @param holding.accused whom the holder is about to name, where the trail does not know them yet
 */
export const nextHolder = async (
  ports: AssigneePorts,
  holding: { state: CaseState; kind: TaskKind; holder: Nip; accused?: Nip | undefined },
): Promise<Reachable | undefined> => {
  const { state, kind, holder, accused = accusedNip(state) } = holding;
  const held = state.endedTasks.flatMap((task) =>
    task.assignee.kind === 'official' && task.kind === kind ? [task.assignee.nip] : [],
  );
  const peers = sharedKinds.includes(kind) ? await candidates(ports, state, kind) : [];
  const line = await superiorsOf(ports.directory, state.agencyId, holder);
  const except = new Set([...held, holder, ...barredFrom(kind, state)]);
  return firstEligible(ports, { state, except, accused }, [...peers, ...line]);
};
