import { decisionLineage } from '../../../core/case/decision-lineage.ts';
import type { CaseState } from '../../../core/case/state.ts';

const receiptOf = (state: CaseState) => {
  const served = state.services.at(-1);
  if (served === undefined) return null;
  const { outcome, method, receivedOn, effectiveOn, derivation, warning, at } = served;
  return {
    outcome,
    method,
    receivedOn,
    countedEffectiveOn: effectiveOn,
    derivation,
    warning: warning ?? null,
    recordedAt: at,
  };
};

const serviceOf = (state: CaseState) => ({
  attempts: state.serviceAttempts.map(({ session, method, dispatchedOn, warning, at }) => ({
    ...{ session, method, dispatchedOn },
    warning: warning ?? null,
    recordedAt: at,
  })),
  receipt: receiptOf(state),
});

const remedyOf = (state: CaseState) => {
  const remedy = state.services.at(-1)?.remedy;
  if (remedy === undefined) return null;
  const filed = state.appeals.at(-1);
  return {
    route: remedy.route,
    until: remedy.until ?? null,
    derivation: remedy.derivation ?? null,
    filedOn: filed?.filedOn ?? null,
    artifactIds: filed?.artifacts.map(({ artifactId }) => artifactId) ?? [],
    decisions: state.appealDecisions.map(({ outcome, body, decisionNumber, decidedOn, sanctionCode, reason, at }) => ({
      ...{ outcome, body, decisionNumber, decidedOn, reason },
      sanctionCode: sanctionCode ?? null,
      recordedAt: at,
    })),
  };
};

const executionOf = (state: CaseState) => {
  const effect = state.effects.at(-1);
  if (effect === undefined) return null;
  const { sanctionCode, effectiveOn, endsOn, basis } = effect;
  return {
    ...{ sanctionCode, effectiveOn, basis },
    endsOn: endsOn ?? null,
    restoredOn: state.executions.at(-1)?.restoredOn ?? null,
  };
};

const lineageOf = (state: CaseState) =>
  decisionLineage(state).map(({ kind, at, by, number, decidedOn, outcome, sanctionCode }) => ({
    ...{ kind, at },
    by: by ?? null,
    number: number ?? null,
    decidedOn: decidedOn ?? null,
    outcome: outcome ?? null,
    sanctionCode: sanctionCode ?? null,
  }));

/** What became of a decision: service, remedy, effect and execution, and every decision in order. */
export const outcomeDetail = (state: CaseState) => ({
  service: serviceOf(state),
  remedy: remedyOf(state),
  execution: executionOf(state),
  decisions: lineageOf(state),
});
