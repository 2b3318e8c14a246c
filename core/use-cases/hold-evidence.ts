import { loadCase } from '../case/append.ts';
import type { CaseState } from '../case/state.ts';
import { type CaseId, caseIdSchema, type Sha256 } from '../ids.ts';
import type { Holder } from '../ports.ts';
import type { Ports } from './ports.ts';

export type HoldPorts = Pick<Ports, 'evidence' | 'holds'>;

/** Everything that the trail of a case names by its hash and that lies in the vault, the copies that were shown among it. */
const evidenceOf = (state: CaseState): ReadonlySet<Sha256> =>
  new Set([
    state.report.report.sha256,
    ...state.evidence.map(({ sha256 }) => sha256),
    ...state.evidence.flatMap(({ copy }) => (copy !== undefined && 'sha256' in copy ? [copy.sha256] : [])),
    ...state.captureFailures.flatMap(({ received }) => (received === undefined ? [] : [received.sha256])),
    ...state.disclosures.flatMap(({ evidence }) => evidence.map(({ copy }) => copy)),
    ...state.timestamps.map(({ token }) => token.sha256),
  ]);

/** Holds whatever an open case has on record and does not hold: from before there were holds, or cut short. Answers how much it was. */
export const holdRecorded = async ({ evidence, holds }: HoldPorts, state: CaseState): Promise<number> => {
  const held = new Set(await holds.heldBy(state.caseId));
  const missing = [...evidenceOf(state)].filter((sha256) => !held.has(sha256));
  let repaired = 0;
  for (const sha256 of missing) {
    // What was erased by order is not there to be held.
    if (!(await evidence.has(sha256))) continue;
    await evidence.hold(sha256, state.caseId);
    repaired += 1;
  }
  return repaired;
};

/** Releases everything that a holder holds. Repeated, it goes on where it was cut short. */
export const releaseAll = async ({ evidence, holds }: HoldPorts, holder: Holder): Promise<void> => {
  for (const sha256 of await holds.heldBy(holder)) await evidence.release(sha256, holder);
  await holds.settle(holder);
};

const isCase = (holder: Holder): holder is CaseId => caseIdSchema.safeParse(holder).success;

/**
 * Releases what closed cases and settled mails still hold, because of a crash or because something came after their end. Answers of how
 * many. A case that is about to close keeps its holds.
 */
export const releaseClosed = async (ports: HoldPorts & Pick<Ports, 'trail'>): Promise<number> => {
  let released = 0;
  for (const holder of await ports.holds.closing()) {
    const state = isCase(holder) ? await loadCase(ports.trail, holder) : undefined;
    if (isCase(holder) && state?.closed === undefined) continue;
    await releaseAll(ports, holder);
    released += 1;
  }
  return released;
};
