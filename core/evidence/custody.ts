import { systemActor } from '../case/actor.ts';
import type { CaseEvent } from '../case/events.ts';
import { artifactsIn } from '../case/fold-facts.ts';
import type { ArtifactId } from '../ids.ts';
import type { Access } from '../ports.ts';
import { REPORT_ARTIFACT_ID } from '../trail/export.ts';
import type { CustodyAct, CustodyEntry } from './custody-entry.ts';

type Entry = Partial<CustodyEntry> & Pick<CustodyEntry, 'act'>;

const fromTrail = ({ seq, at, actor }: CaseEvent, entry: Entry): CustodyEntry => ({ at, actor, seq, ...entry });

type Origin = Pick<ReturnType<typeof artifactsIn>[number], 'method' | 'capturedAt'>;

const originOf = ({ method }: Origin): CustodyAct => {
  if (method === 'GENERATED') return 'WRITTEN';
  return method === 'HTTP' || method === 'BROWSER' ? 'CAPTURED' : 'RECEIVED';
};

/** Whoever sent something in: it is the system that stores, holds, scans and releases it. */
const vault = systemActor('EvidenceVault');

/** How it came, that it lies in the vault, and that nobody can remove it from there while the case is open. */
const beginning = (event: CaseEvent, { method, capturedAt }: Origin): CustodyEntry[] => [
  fromTrail(event, { act: originOf({ method, capturedAt }), at: capturedAt, method }),
  fromTrail(event, { act: 'STORED', actor: vault }),
  fromTrail(event, { act: 'HELD', actor: vault }),
];

const stored = (event: CaseEvent, id: ArtifactId): CustodyEntry[] =>
  artifactsIn(event).flatMap((artifact) => {
    const { artifactId, comparison, scan } = artifact;
    if (comparison?.with === id) {
      return [fromTrail(event, { act: 'RECAPTURED', other: artifactId, change: comparison.change })];
    }
    if (artifactId !== id) return [];
    const scanned = scan === undefined ? [] : [fromTrail(event, { act: 'SCANNED', actor: vault, at: scan.at, scan })];
    return [...beginning(event, artifact), ...scanned];
  });

/** What one event says about one artefact. */
const told = (event: CaseEvent, id: ArtifactId): CustodyEntry[] => {
  switch (event.type) {
    case 'ReportReceived':
      return id === REPORT_ARTIFACT_ID ? beginning(event, { method: event.data.channel, capturedAt: event.at }) : [];
    case 'EvidenceScanned': {
      const { artifactId, scan } = event.data;
      return artifactId === id ? [fromTrail(event, { act: 'SCANNED', at: scan.at, scan })] : [];
    }
    case 'EvidenceTimestamped': {
      const { artifactId, genTime, authority } = event.data;
      return artifactId === id ? [fromTrail(event, { act: 'STAMPED', genTime, authority })] : [];
    }
    case 'DisclosureFrozen':
      return event.data.evidence.some(({ artifactId }) => artifactId === id)
        ? [fromTrail(event, { act: 'DISCLOSED' })]
        : [];
    default:
      return stored(event, id);
  }
};

const acts: Readonly<Record<string, CustodyAct>> = {
  'evidence-asked': 'ASKED',
  'evidence-viewed': 'VIEWED',
  'evidence-opened': 'OPENED',
  'evidence-downloaded': 'DOWNLOADED',
};

/** Pages on which an official reads the report itself. */
const pagesWithReport: readonly string[] = ['case-viewed', 'task-viewed'];

/** `<artifactId>`, or `<artifactId>: <reason>`. */
const DETAIL = /^([a-z0-9-]{3,60})(?:: (.*))?$/s;

const looked = ({ at, actor, action, detail = '' }: Access, id: ArtifactId): CustodyEntry[] => {
  if (id === REPORT_ARTIFACT_ID && actor.kind === 'official' && pagesWithReport.includes(action)) {
    return [{ at, actor, act: 'VIEWED' }];
  }
  const [, artifactId, reason] = DETAIL.exec(detail) ?? [];
  const act = acts[action];
  if (act === undefined || artifactId !== id) return [];
  return [{ at, actor, act, ...(reason !== undefined && { reason }) }];
};

const byTime = (a: CustodyEntry, b: CustodyEntry): number => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1);

/**
 * The history of one artefact of a case, oldest first: from its trail, which nobody can change, and from the log of who looked. Nobody is
 * named who reported. Empty for an artefact that the case does not have.
 */
export const custodyOf = (
  events: readonly CaseEvent[],
  accesses: readonly Access[],
  id: ArtifactId,
): readonly CustodyEntry[] => {
  const entries = events.flatMap((event) => told(event, id));
  if (!entries.some(({ act }) => act === 'STORED')) return [];
  const closed = events.find(({ type }) => type === 'CaseClosed');
  const released = closed === undefined ? [] : [fromTrail(closed, { act: 'RELEASED', actor: vault })];
  // Sorting is stable: what bears one time stays in the order in which it was told.
  return [...entries, ...accesses.flatMap((access) => looked(access, id)), ...released].toSorted(byTime);
};
