import type { TaskKind } from '../case/events.ts';
import { type CaseState, respondentNip } from '../case/state.ts';
import { isBelow, superiorsOf } from '../directory/line.ts';
import type { Staff } from '../directory/staff.ts';
import type { Nip } from '../ids.ts';
import { reporterMailMessage } from '../intake/intake.ts';
import { hashOf } from '../trail/digest.ts';
import { toHex } from './encoding.ts';
import type { Ports } from './ports.ts';

export type AssigneePorts = Pick<Ports, 'directory' | 'people' | 'mac'>;

/** An employee who can be asked: active, with a mailbox. */
export type Reachable = Staff & { readonly mail: string };

const isReachable = (staff: Staff): staff is Reachable => staff.active && staff.mail !== undefined;

/** Whom the case is about, as far as known: who triage found, else whom the report names. */
export const accusedNip = (state: CaseState): Nip | undefined =>
  respondentNip(state) ?? state.report.claimedRespondentNip;

const isReporter = async (ports: AssigneePorts, state: CaseState, staff: Reachable): Promise<boolean> => {
  const tag = await ports.people.matchTag(state.personRef);
  return tag !== undefined && tag === toHex(await ports.mac.mac(reporterMailMessage(staff.mail)));
};

/**
 * The accused, anyone below them, and the reporter may never hold a task in the case. Asked when a task is opened, and again at the act.
 */
export const mayHoldTask = async (
  ports: AssigneePorts,
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

const withRole = async (ports: AssigneePorts, state: CaseState, role: 'triage' | 'ppk'): Promise<Staff[]> => {
  const staff = (await ports.directory.listStaff(state.agencyId)).filter((person) => person.roles.includes(role));
  // Spreads the cases over the officers, the same way each time it is asked.
  const share = (person: Staff) => hashOf({ caseId: state.caseId, nip: person.nip });
  return staff.sort((a, b) => share(a).localeCompare(share(b)));
};

/** Who could hold a task of this kind, best first, before anyone is excluded. */
const candidates = async (ports: AssigneePorts, state: CaseState, kind: TaskKind): Promise<Staff[]> => {
  switch (kind) {
    case 'triage':
      return withRole(ports, state, 'triage');
    case 'review': {
      const respondent = respondentNip(state);
      const line = respondent === undefined ? [] : await superiorsOf(ports.directory, state.agencyId, respondent);
      return [...line, ...(await withRole(ports, state, 'ppk'))];
    }
    case 'decision':
      return withRole(ports, state, 'ppk');
    case 'answer':
      return [];
    default:
      return kind satisfies never;
  }
};

interface Search {
  readonly state: CaseState;
  readonly except: ReadonlySet<Nip>;
  readonly accused: Nip | undefined;
}

const firstEligible = async (
  ports: AssigneePorts,
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
  firstEligible(ports, { state, except: new Set(), accused: accusedNip(state) }, await candidates(ports, state, kind));

/**
 * Who takes over from a holder who was silent or must step back: another triage officer for a triage, else up the holder's own line,
 * past everyone who may not. Nobody gets a case back.
 * @param holding.accused whom the holder is about to name, where the trail does not know them yet
 */
export const nextHolder = async (
  ports: AssigneePorts,
  holding: { state: CaseState; kind: TaskKind; holder: Nip; accused?: Nip | undefined },
): Promise<Reachable | undefined> => {
  const { state, kind, holder, accused = accusedNip(state) } = holding;
  const held = state.endedTasks.flatMap(({ assignee }) => (assignee.kind === 'official' ? [assignee.nip] : []));
  const peers = kind === 'triage' ? await candidates(ports, state, kind) : [];
  const line = await superiorsOf(ports.directory, state.agencyId, holder);
  return firstEligible(ports, { state, except: new Set([...held, holder]), accused }, [...peers, ...line]);
};
