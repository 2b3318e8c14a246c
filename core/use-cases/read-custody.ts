import type { CaseEvent } from '../case/events.ts';
import { custodyOf } from '../evidence/custody.ts';
import type { CustodyEntry } from '../evidence/custody-entry.ts';
import type { ArtifactId, CaseId } from '../ids.ts';
import { type CaseExport, caseExport, evidenceIn } from '../trail/export.ts';
import type { Ports } from './ports.ts';
import type { ReadTrail } from './read-case.ts';

/** The history of every artefact of a case, by its id. */
export const readCustody = async (
  { accessLog }: Pick<Ports, 'accessLog'>,
  caseId: CaseId,
  events: readonly CaseEvent[],
): Promise<ReadonlyMap<ArtifactId, readonly CustodyEntry[]>> => {
  const accesses = await accessLog.list(caseId);
  return new Map(evidenceIn(events).map(({ artifactId }) => [artifactId, custodyOf(events, accesses, artifactId)]));
};

const base64Of = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** The tokens of the time stamps that the events record, in base64; one that was erased is left out. */
export const stampTokens = async ({ evidence }: Pick<Ports, 'evidence'>, events: readonly CaseEvent[]) => {
  const stamps = events.flatMap((event) => (event.type === 'EvidenceTimestamped' ? [event.data] : []));
  const read = stamps.map(async ({ artifactId, token }) => ({ artifactId, bytes: await evidence.get(token.sha256) }));
  return (await Promise.all(read)).flatMap(({ artifactId, bytes }) =>
    bytes === undefined ? [] : [{ artifactId, token: base64Of(bytes) }],
  );
};

/** The export of a case that may be read: trail and keys, the tokens of its time stamps, and what became of each piece of evidence. */
export const exportTrail = async (
  ports: Pick<Ports, 'accessLog' | 'evidence' | 'signer' | 'clock'>,
  caseId: CaseId,
  trail: ReadTrail,
): Promise<CaseExport> => {
  const custody = await readCustody(ports, caseId, trail.events);
  return caseExport({
    ...trail,
    exportedAt: ports.clock.now(),
    keys: await ports.signer.publicKeys(),
    timestamps: await stampTokens(ports, trail.events),
    custody: [...custody].map(([artifactId, entries]) => ({ artifactId, entries: [...entries] })),
  });
};
