import { planCaptures } from '../case/commands/evidence.ts';
import type { CaseState } from '../case/state.ts';
import { type ArtifactId, artifactIdSchema } from '../ids.ts';
import { mustAppend, requireCase } from './load-case.ts';
import type { FlowCase, FlowResult, Ports } from './ports.ts';

/** Every address of the report is captured anew in each round: what changed or vanished since is evidence too. */
const plannedFor = (state: CaseState) =>
  Array.from({ length: state.report.urlCount }, (_unused, urlIndex) => ({
    artifactId: artifactIdSchema.parse(`capture-${state.round}-${urlIndex + 1}`),
    source: { sha256: state.report.report.sha256, urlIndex },
  }));

/** Captures of a round that have neither succeeded nor failed yet. */
export const unsettledCaptures = (state: CaseState, round: number): ArtifactId[] => {
  const settled = new Set([...state.evidence, ...state.captureFailures].map(({ artifactId }) => artifactId));
  const captures = state.planned.filter((planned) => planned.round === round).flatMap((plan) => plan.captures);
  return captures.map(({ artifactId }) => artifactId).filter((artifactId) => !settled.has(artifactId));
};

/** A reporter may answer before the task that waits for them is open: the question reached them by mail. */
export const answeredIn = (state: CaseState, round: number): boolean =>
  state.endedTasks.some((task) => task.kind === 'answer' && task.round === round) ||
  state.evidence.some((artifact) => artifact.kind === 'MESSAGE' && artifact.round === round);

/** A question to the reporter holds the round back until it is answered or its time is over. */
const awaitsReporter = (state: CaseState): boolean => {
  const asked = state.triages.some((triage) => triage.outcome === 'ASK_REPORTER' && triage.round === state.round - 1);
  return asked && !answeredIn(state, state.round) && state.status === 'CAPTURING';
};

/** Where the flow begins, every round anew: what is to be captured now, in the round whose evidence is being gathered or stands. */
export const planCapture = async (
  ports: Pick<Ports, 'trail' | 'cases' | 'clock'>,
  { caseId, agencyId }: FlowCase,
): Promise<FlowResult & { captures: ArtifactId[] }> => {
  const state = await requireCase(ports, caseId);
  const { round, evidenceRound } = state;
  if (awaitsReporter(state)) return { caseId, agencyId, round, outcome: 'AWAIT_REPORTER', captures: [] };
  const isPlanned = state.planned.some((planned) => planned.round === evidenceRound);
  const planned = isPlanned
    ? state
    : await mustAppend(ports, {
        caseId,
        commandId: `plan:${round}`,
        step: 'PlanCapture',
        command: planCaptures(plannedFor(state)),
      });
  return { caseId, agencyId, round, outcome: 'CAPTURE', captures: unsettledCaptures(planned, evidenceRound) };
};
