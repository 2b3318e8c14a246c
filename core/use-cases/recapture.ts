import { planCaptures } from '../case/commands/evidence.ts';
import type { Command } from '../case/decision.ts';
import type { CaseState, PlannedCapture } from '../case/state.ts';
import { type ArtifactId, artifactIdSchema, type CaseId } from '../ids.ts';
import { type Refused, refused } from '../refusal.ts';
import { mayAppend, requireCase } from './load-case.ts';
import type { Ports } from './ports.ts';

export interface RecaptureInput {
  readonly caseId: CaseId;
  /** Which address of the report, from 0. */
  readonly urlIndex: number;
}

export type RecaptureResult = { readonly kind: 'planned'; readonly artifactId: ArtifactId } | Refused;

/** A page may be looked at again; it may not be watched. */
export const MOST_RECAPTURES = 5;

const noAddress = refused('NO_SUCH_ADDRESS', 'Laporan tidak memuat alamat itu.', 'The report has no such address.');
const enough = refused(
  'RECAPTURED_ENOUGH',
  `Alamat ini sudah diambil ulang ${MOST_RECAPTURES} kali dalam putaran ini.`,
  `This address was captured anew ${MOST_RECAPTURES} times in this round.`,
);
const underWay = refused(
  'RECAPTURE_UNDER_WAY',
  'Pengambilan ulang alamat ini masih berjalan.',
  'This address is being captured anew already.',
);

const againOf = ({ planned, round }: CaseState, urlIndex: number): readonly PlannedCapture[] =>
  planned
    .filter((plan) => plan.round === round)
    .flatMap(({ captures }) => captures)
    .filter(({ artifactId, source }) => source.urlIndex === urlIndex && artifactId.includes('-again-'));

const isSettled = ({ evidence, captureFailures }: CaseState, capture: PlannedCapture): boolean =>
  [...evidence, ...captureFailures].some(({ artifactId }) => artifactId === capture.artifactId);

/** Decided anew on the state that is appended to: of two requests at once, one plans and the other is told. */
const planAgain =
  (urlIndex: number): Command =>
  (state) => {
    const again = againOf(state, urlIndex);
    if (urlIndex < 0 || urlIndex >= state.report.urlCount) return noAddress;
    if (again.length >= MOST_RECAPTURES) return enough;
    if (again.some((capture) => !isSettled(state, capture))) return underWay;
    const artifactId = artifactIdSchema.parse(`capture-${state.round}-${urlIndex + 1}-again-${again.length + 1}`);
    return planCaptures([{ artifactId, source: { sha256: state.report.report.sha256, urlIndex } }])(state);
  };

/**
 * Plans to take one address of the report again, in the round that the case is in; `captureEvidence` then takes it and records how it
 * stands beside the earlier captures.
 * @throws NotFound
 */
export const recapture = async (
  ports: Pick<Ports, 'trail' | 'cases' | 'clock'>,
  { caseId, urlIndex }: RecaptureInput,
): Promise<RecaptureResult> => {
  const before = await requireCase(ports, caseId);
  const result = await mayAppend(ports, {
    caseId,
    commandId: `recapture:${before.round}:${urlIndex}:${againOf(before, urlIndex).length + 1}`,
    step: 'Recapture',
    command: planAgain(urlIndex),
  });
  if (result.kind === 'refused') return result;
  const planned = againOf(result.state, urlIndex).at(-1);
  return planned === undefined ? noAddress : { kind: 'planned', artifactId: planned.artifactId };
};
