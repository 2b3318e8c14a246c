import type { CaseEvent } from '../../../core/case/events.ts';
import { artifactsIn } from '../../../core/case/fold-facts.ts';
import type { Sha256 } from '../../../core/ids.ts';
import type { Store } from './store.ts';

/** Whatever is random or depends on it: case numbers, task ids, person refs, link secrets, codes, hashes. */
const RANDOM =
  /[A-Z]{2,16}-\d{4}-[0-9A-HJKMNP-TV-Z]{8}|P-[0-9A-HJKMNP-TV-Z]{20}|(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}|(?<![0-9A-Za-z])[0-9A-HJKMNP-TV-Z]{16}(?![0-9A-Za-z])|(?<![0-9A-Za-z])[0-9a-f]{16,64}(?![0-9A-Za-z])|(?<=\.)[\w-]{43}(?![\w-])|(?<![\w-])\d{6}(?![\w-])/g;

/** Replaces each random text by its order of appearance, so that two runs can be compared: equal stays equal, other stays other. */
export const modulo = (text: string): string => {
  const order = new Map<string, string>();
  return text.replace(RANDOM, (found) => {
    const known = order.get(found) ?? `#${order.size + 1}`;
    order.set(found, known);
    return known;
  });
};

const byText = (a: unknown, b: unknown): number => JSON.stringify(a).localeCompare(JSON.stringify(b));

const tasksOf = (store: Store) => {
  const events = JSON.stringify([...store.trail.values()]);
  return [...store.tasks.values()]
    .sort((a, b) => events.indexOf(a.taskId) - events.indexOf(b.taskId))
    .map(({ version: _v, sealedToken, ...row }) => ({ ...row, hasToken: sealedToken !== undefined }));
};

const inboundOf = (store: Store) =>
  [...store.inbound.values()].map(({ version: _v, sealedEnvelope: _e, sealedSecrets, sealedOrder, ...row }) => ({
    ...row,
    hasSecrets: sealedSecrets !== undefined,
    hasOrder: sealedOrder !== undefined,
  }));

const hashesIn = (events: readonly CaseEvent[]): Sha256[] =>
  events.flatMap((event) => [
    ...(event.type === 'ReportReceived' ? [event.data.report.sha256] : []),
    ...(event.type === 'EvidenceTimestamped' ? [event.data.token.sha256] : []),
    ...artifactsIn(event).map(({ sha256 }) => sha256),
  ]);

/** Evidence of an open case that is not held for it, and closed cases that hold something still: once the sweep has run, there is none. */
const wrongHolds = (store: Store): readonly string[] =>
  [...store.trail].flatMap(([caseId, events]) => {
    const held = [...store.holds]
      .filter((row) => row.startsWith(`holder#${caseId}\n`))
      .map((row) => row.split('\n')[1]);
    if (events.some(({ type }) => type === 'CaseClosed')) return held.map(() => 'held by a closed case');
    const missing = hashesIn(events).filter((sha256) => !held.includes(sha256) || !store.held.has(sha256));
    return missing.map(() => 'not held for an open case');
  });

/** Everything that people, auditors or later steps could tell two runs apart by. */
export const observed = (store: Store): unknown => {
  const events = [...store.trail.values()].map((trail) =>
    trail.map(({ seq, type, at, actor, commandId, data }) => ({ seq, type, at, actor, commandId, data })),
  );
  const seen = {
    events,
    rows: [...store.cases.values()].map(({ row }) => row),
    tasks: tasksOf(store),
    // Codes are fresh each time they are asked for.
    mails: [...store.mails.values()]
      .filter(({ mailId }) => !mailId.startsWith('code:'))
      .map(({ mailId, to, subject, text, replyTo }) => ({
        mailId,
        to,
        subject,
        text,
        takesAnswers: replyTo !== undefined,
      })),
    schedules: [...store.schedules].map(([name, { at, target }]) => ({ name, at, target })),
    callbacks: [...store.callbacks.values()],
    people: store.people.size,
    evidence: store.evidence.size,
    wrongHolds: wrongHolds(store),
    // Which attempt drives a case is nobody's business; that one does, and only one, is.
    driving: [...store.executions.values()].filter((status) => status === 'RUNNING').length,
    claims: [...store.requests.values()].map(({ sealedResponse }) => sealedResponse !== undefined),
    inbound: inboundOf(store),
    proven: [...store.visits.values()].map(({ provenAt }) => provenAt),
  };
  const { mails, schedules, ...rest } = JSON.parse(modulo(JSON.stringify(seen)));
  return { ...rest, mails: mails.toSorted(byText), schedules: schedules.toSorted(byText) };
};
