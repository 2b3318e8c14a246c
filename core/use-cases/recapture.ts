import type { Principal } from '../access/principal.ts';
import type { Actor } from '../case/actor.ts';
import { append } from '../case/append.ts';
import { planCaptures } from '../case/commands/evidence.ts';
import { type Command, notNow } from '../case/decision.ts';
import type { TaskKind } from '../case/events.ts';
import type { CaseState, PlannedCapture } from '../case/state.ts';
import { type ArtifactId, artifactIdSchema, type CaseId, commandIdSchema, type Nip } from '../ids.ts';
import { type Refused, refused } from '../refusal.ts';
import { requireCase } from './load-case.ts';
import type { Ports } from './ports.ts';

export interface RecaptureInput {
  readonly caseId: CaseId;
  /** The capture, had or failed, whose page is to be taken again. */
  readonly artifactId: ArtifactId;
  readonly actor: Actor;
}

export type RecaptureResult = { readonly kind: 'planned'; readonly artifactId: ArtifactId } | Refused;

/** A page may be looked at again; it may not be watched. */
export const MOST_RECAPTURES = 5;
/** Of one agency, in an hour: each one starts a browser. */
export const RECAPTURES_PER_HOUR = 60;

const noCapture = refused(
  'NO_SUCH_CAPTURE',
  'Perkara ini tidak memuat tangkapan halaman itu.',
  'This case has no such capture of a page.',
);
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
const tooMany = refused(
  'TOO_MANY_RECAPTURES',
  `Dalam satu jam paling banyak ${RECAPTURES_PER_HOUR} pengambilan ulang. Coba lagi nanti.`,
  `At most ${RECAPTURES_PER_HOUR} pages are captured anew in an hour. Try again later.`,
);

const isAgain = ({ artifactId }: PlannedCapture): boolean => artifactId.includes('-again-');

const isOf = (one: PlannedCapture['source'], other: PlannedCapture['source'] | undefined): boolean =>
  one.sha256 === other?.sha256 && one.urlIndex === other.urlIndex;

const isSettled = ({ evidence, captureFailures }: CaseState, { artifactId }: PlannedCapture): boolean =>
  [...evidence, ...captureFailures].some((known) => known.artifactId === artifactId);

/** Captures that an official asked for and that are neither had nor failed: somebody must still take them. */
export const pendingRecaptures = (state: CaseState): readonly PlannedCapture[] =>
  notNow(state, 'EvidenceCaptureFailed') === undefined
    ? state.planned
        .flatMap(({ captures }) => captures)
        .filter((capture) => isAgain(capture) && !isSettled(state, capture))
    : [];

const againOf = ({ planned, round }: CaseState, source: PlannedCapture['source']): readonly PlannedCapture[] =>
  planned
    .filter((plan) => plan.round === round)
    .flatMap(({ captures }) => captures)
    .filter((capture) => isAgain(capture) && isOf(capture.source, source));

/** The address that a capture is of; undefined for what is no capture. */
const sourceOf = ({ planned }: CaseState, artifactId: ArtifactId): PlannedCapture['source'] | undefined =>
  planned.flatMap(({ captures }) => captures).find((capture) => capture.artifactId === artifactId)?.source;

const pendingOf = (state: CaseState, source: PlannedCapture['source']): PlannedCapture | undefined =>
  pendingRecaptures(state).find((capture) => isOf(capture.source, source));

/** Decided anew on the state that is appended to: of two requests at once, one plans and the other is told. */
const planAgain =
  (source: PlannedCapture['source']): Command =>
  (state) => {
    const again = againOf(state, source);
    if (pendingOf(state, source) !== undefined) return underWay;
    if (again.length >= MOST_RECAPTURES) return enough;
    const number = `${state.round}-${source.urlIndex + 1}-again-${again.length + 1}`;
    return planCaptures([{ artifactId: artifactIdSchema.parse(`capture-${number}`), source }])(state);
  };

/** Tasks that weigh evidence, and so may ask how a page stands now. */
const WEIGHING: readonly TaskKind[] = ['triage', 'review', 'examination'];

/** Whether a task of this kind may ask for a page to be taken again. */
export const weighsEvidence = (kind: TaskKind): boolean => WEIGHING.includes(kind);

const holdsTask = ({ openTask }: CaseState, nip: Nip): boolean =>
  openTask !== undefined &&
  weighsEvidence(openTask.kind) &&
  openTask.assignee.kind === 'official' &&
  openTask.assignee.nip === nip;

/** Whether a member of staff may ask for it: the personnel unit, and whoever holds the task that weighs the evidence. */
export const mayAskRecapture = (state: CaseState, { role, nip }: Principal): boolean =>
  notNow(state, 'EvidenceRequested') === undefined &&
  state.status !== 'RECEIVED' &&
  (role === 'triage' || (nip !== undefined && holdsTask(state, nip)));

type RecapturePorts = Pick<Ports, 'trail' | 'cases' | 'clock' | 'throttle' | 'captureWork' | 'log'>;

/** The request is on record: whether anybody hears of it now or the sweep finds it later makes no difference to it. */
const wake = async (
  { captureWork, log }: RecapturePorts,
  { caseId, agencyId, round }: CaseState,
  artifactId: ArtifactId,
): Promise<RecaptureResult> => {
  try {
    await captureWork.wake({ caseId, agencyId, round, artifactId });
  } catch (error) {
    log.error('capture-not-woken', error, { caseId });
  }
  return { kind: 'planned', artifactId };
};

/**
 * Records that a page is to be captured again, in the round that the case is in, and then has it captured; `captureEvidence` records
 * how it stands beside the earlier captures. Asking again while it is under way changes nothing and gives the same answer. Who may ask,
 * the caller has made sure of.
 * @throws NotFound
 */
export const recapture = async (
  ports: RecapturePorts,
  { caseId, artifactId, actor }: RecaptureInput,
): Promise<RecaptureResult> => {
  const before = await requireCase(ports, caseId);
  const source = sourceOf(before, artifactId);
  if (source === undefined) return noCapture;
  const running = pendingOf(before, source);
  if (running !== undefined) return wake(ports, before, running.artifactId);
  const { allowed } = await ports.throttle.hit(`recapture:${before.agencyId}`, {
    max: RECAPTURES_PER_HOUR,
    windowSeconds: 3600,
  });
  if (!allowed) return tooMany;
  const number = againOf(before, source).length + 1;
  const commandId = commandIdSchema.parse(`recapture:${before.round}:${source.urlIndex}:${number}`);
  const result = await append(ports, { caseId, commandId, actor, command: planAgain(source) });
  const state = result.kind === 'refused' ? await requireCase(ports, caseId) : result.state;
  const planned = pendingOf(state, source) ?? (result.kind === 'refused' ? undefined : againOf(state, source).at(-1));
  if (planned !== undefined) return wake(ports, state, planned.artifactId);
  return result.kind === 'refused' ? result : noCapture;
};
