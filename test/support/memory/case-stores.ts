import { VersionConflict } from '../../../core/errors.ts';
import type {
  CaseRow,
  Cases,
  InboundMails,
  Page,
  Requests,
  TaskRow,
  Tasks,
  Trail,
  Visits,
} from '../../../core/ports.ts';
import type { Store } from './store.ts';

const allOf = <T>(items: Iterable<T>, holds: (item: T) => boolean): Page<T> => ({ items: [...items].filter(holds) });

export const memoryTrail = ({ trail }: Store): Trail => ({
  append: async (event) => {
    const events = trail.get(event.caseId) ?? [];
    if (events.some(({ seq }) => seq === event.seq)) return 'conflict';
    trail.set(event.caseId, [...events, event]);
    return 'appended';
  },
  read: async (caseId) => trail.get(caseId) ?? [],
});

export const memoryCases = ({ cases }: Store): Cases => {
  const rows = () => [...cases.values()].map(({ row }) => row);
  return {
    announce: async (row) => {
      const standing = cases.get(row.caseId);
      if (standing === undefined) cases.set(row.caseId, { row, execution: undefined });
      return standing === undefined || standing.row.receiptHash === row.receiptHash ? 'announced' : 'exists';
    },
    project: async (row) => {
      const standing = cases.get(row.caseId);
      const isOld = standing?.row.seq === row.seq && standing.row.silences === undefined;
      if (standing === undefined || standing.row.seq < row.seq || isOld)
        cases.set(row.caseId, { row, execution: standing?.execution });
    },
    get: async (caseId) => cases.get(caseId),
    byReceipt: async (receiptHash) => rows().find((row) => row.receiptHash === receiptHash),
    list: async ({ agencyId, status }) =>
      allOf(rows(), (row) => row.agencyId === agencyId && (status === undefined || row.status === status)),
    listByRespondent: async ({ agencyId, nip }) =>
      allOf(rows(), (row) => row.agencyId === agencyId && row.respondentNip === nip),
    listByDue: async ({ agencyId, status }) => {
      const held = (row: CaseRow) =>
        !row.closed && row.agencyId === agencyId && (status === undefined || row.status === status);
      const placeOf = ({ nextDueAt, caseId }: CaseRow) => `${nextDueAt ?? '9'}#${caseId}`;
      return {
        items: rows()
          .filter(held)
          .sort((a, b) => placeOf(a).localeCompare(placeOf(b))),
      };
    },
    listSilent: async ({ agencyId, from }) =>
      allOf(rows(), (row) => row.agencyId === agencyId && (row.silences?.at(-1)?.at ?? '') >= from),
    listOpen: async () => allOf(rows(), (row) => !row.closed),
    setExecution: async (caseId, next, seen) => {
      const standing = cases.get(caseId);
      if (standing === undefined || (standing.execution?.attempt ?? 0) !== seen)
        return standing?.execution?.name === next.name ? 'set' : 'conflict';
      cases.set(caseId, { ...standing, execution: next });
      return 'set';
    },
    forget: async (caseId) => {
      if (cases.get(caseId)?.row.seq === 0) cases.delete(caseId);
    },
  };
};

const nextOf = ({ remindAt, dueAt }: TaskRow) => (remindAt < dueAt ? remindAt : dueAt);

export const memoryTasks = ({ tasks }: Store): Tasks => ({
  get: async (taskId) => tasks.get(taskId),
  create: async (row) => {
    if (tasks.has(row.taskId)) return 'exists';
    tasks.set(row.taskId, row);
    return 'created';
  },
  update: async (row) => {
    if (tasks.get(row.taskId)?.version !== row.version) throw new VersionConflict(`task ${row.taskId}`);
    const next = { ...row, version: row.version + 1 };
    tasks.set(row.taskId, next);
    return next;
  },
  // As the real index: by task id, which says nothing about time.
  byCase: async (caseId) =>
    [...tasks.values()].filter((row) => row.caseId === caseId).sort((a, b) => a.taskId.localeCompare(b.taskId)),
  openOf: async ({ nip }) => allOf(tasks.values(), (row) => row.status === 'OPEN' && row.assigneeNip === nip),
  overdue: async ({ before }) => allOf(tasks.values(), (row) => row.status === 'OPEN' && nextOf(row) <= before),
  callbacksPending: async () => allOf(tasks.values(), (row) => row.callback === 'PENDING'),
});

export const memoryVisits = ({ visits }: Store): Visits => ({
  get: async (taskId, browserHash) => visits.get(`${taskId}/${browserHash}`),
  put: async (visit) => {
    const key = `${visit.taskId}/${visit.browserHash}`;
    if ((visits.get(key)?.version ?? 0) !== visit.version) throw new VersionConflict(`visit ${key}`);
    const next = { ...visit, version: visit.version + 1 };
    visits.set(key, next);
    return next;
  },
});

export const memoryRequests = (store: Store): Requests => {
  const { requests } = store;
  return {
    claim: async (key, claim) => {
      const standing = requests.get(key);
      if (standing !== undefined && standing.expiresAt > store.now) return { outcome: 'found', claim: standing };
      requests.set(key, claim);
      return { outcome: 'claimed' };
    },
    complete: async (key, sealedResponse) => {
      const claim = requests.get(key);
      const first = claim?.sealedResponse ?? sealedResponse;
      if (claim !== undefined) requests.set(key, { ...claim, sealedResponse: first });
      return first;
    },
  };
};

export const memoryInbound = ({ inbound }: Store): InboundMails => ({
  get: async (mailId) => inbound.get(mailId),
  create: async (row) => {
    if (inbound.has(row.mailId)) return 'exists';
    inbound.set(row.mailId, row);
    return 'created';
  },
  update: async (row) => {
    if (inbound.get(row.mailId)?.version !== row.version) throw new VersionConflict(`mail ${row.mailId}`);
    const next = { ...row, version: row.version + 1 };
    inbound.set(row.mailId, next);
    return next;
  },
  list: async ({ agencyId, status, limit, cursor = '' }) => {
    const waiting = [...inbound.values()]
      .filter((row) => row.agencyId === agencyId && row.status === status)
      .map((row) => ({ row, place: `${row.receivedAt}#${row.mailId}` }))
      .filter(({ place }) => place > cursor)
      .toSorted((a, b) => (a.place < b.place ? -1 : 1));
    const page = waiting.slice(0, limit);
    return { items: page.map(({ row }) => row), cursor: waiting.length > page.length ? page.at(-1)?.place : undefined };
  },
});
