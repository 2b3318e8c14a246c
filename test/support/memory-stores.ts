import type { CaseEvent } from '../../core/case/events.ts';
import { replay } from '../../core/case/fold.ts';
import { rowOf } from '../../core/case/row.ts';
import type { CaseId, PersonRef, Sha256 } from '../../core/ids.ts';
import type { Access, CaseRow, People, RequestClaim } from '../../core/ports.ts';
import type { Person } from '../../core/report.ts';
import type { Ports } from '../../core/use-cases/ports.ts';

const notStubbed = (name: string) => (): never => {
  throw new Error(`${name} is not stubbed`);
};

const memoryTrail = (events: Map<CaseId, CaseEvent[]>): Ports['trail'] => ({
  append: async (event) => {
    const trail = events.get(event.caseId) ?? [];
    if (event.seq !== trail.length + 1) return 'conflict';
    events.set(event.caseId, [...trail, event]);
    return 'appended';
  },
  read: async (caseId) => [...(events.get(caseId) ?? [])],
});

const memoryCases = (rows: Map<CaseId, CaseRow>): Ports['cases'] => ({
  announce: async (row) => {
    const standing = rows.get(row.caseId);
    if (standing === undefined) rows.set(row.caseId, row);
    return standing === undefined || standing.receiptHash === row.receiptHash ? 'announced' : 'exists';
  },
  project: async (row) => {
    if ((rows.get(row.caseId)?.seq ?? -1) < row.seq) rows.set(row.caseId, row);
  },
  get: async (caseId) => {
    const row = rows.get(caseId);
    return row === undefined ? undefined : { row, execution: undefined };
  },
  byReceipt: async (receiptHash) => [...rows.values()].find((row) => row.receiptHash === receiptHash),
  setExecution: async () => 'set',
  list: notStubbed('list'),
  listByRespondent: notStubbed('listByRespondent'),
  listByDue: notStubbed('listByDue'),
  listSilent: notStubbed('listSilent'),
  listOpen: notStubbed('listOpen'),
  forget: notStubbed('forget'),
});

const memoryPeople = (): People => {
  const people = new Map<PersonRef, { person: Person; tag: string | undefined }>();
  return {
    put: async (ref, person, tag) => void people.set(ref, { person, tag }),
    matchTag: async (ref) => people.get(ref)?.tag,
    reveal: notStubbed('reveal'),
    erase: notStubbed('erase'),
  };
};

const memoryRequests = (): Ports['requests'] => {
  const claims = new Map<Sha256, RequestClaim>();
  return {
    claim: async (key, claim) => {
      const standing = claims.get(key);
      if (standing === undefined) claims.set(key, claim);
      return standing === undefined ? { outcome: 'claimed' } : { outcome: 'found', claim: standing };
    },
    complete: async (key, sealedResponse) => {
      const standing = claims.get(key);
      const first = standing?.sealedResponse ?? sealedResponse;
      if (standing !== undefined) claims.set(key, { ...standing, sealedResponse: first });
      return first;
    },
  };
};

export interface MemoryStores
  extends Pick<Ports, 'trail' | 'cases' | 'people' | 'requests' | 'throttle' | 'accessLog'> {
  readonly events: ReadonlyMap<CaseId, readonly CaseEvent[]>;
  /** Cases whose row is not what their trail tells: half-written ones. */
  broken(): CaseId[];
}

/** The stores that intake and following need, in memory: for tests that ask them ten thousand times. */
export const memoryStores = (): MemoryStores => {
  const events = new Map<CaseId, CaseEvent[]>();
  const rows = new Map<CaseId, CaseRow>();
  const accesses: Access[] = [];
  const isBroken = (caseId: CaseId): boolean => {
    const state = replay(events.get(caseId) ?? []);
    return state === undefined || rows.get(caseId)?.hash !== rowOf(state).hash;
  };
  return {
    events,
    trail: memoryTrail(events),
    cases: memoryCases(rows),
    people: memoryPeople(),
    requests: memoryRequests(),
    throttle: { hit: notStubbed('hit') },
    accessLog: {
      record: async (access) => void accesses.push(access),
      list: async (caseId) => accesses.filter((access) => access.caseId === caseId),
    },
    broken: () => [...new Set([...events.keys(), ...rows.keys()])].filter(isBroken),
  };
};
