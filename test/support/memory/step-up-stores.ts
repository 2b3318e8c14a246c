import { VersionConflict } from '../../../core/errors.ts';
import type { Factors, StepUpVisits } from '../../../core/ports.ts';
import type { Store } from './store.ts';

export const memoryFactors = ({ factors }: Store): Factors => ({
  get: async (agencyId, nip) => factors.get(`${agencyId}#${nip}`),
  put: async (held) => {
    const key = `${held.agencyId}#${held.nip}`;
    if ((factors.get(key)?.version ?? 0) !== held.version) throw new VersionConflict(`factors ${key}`);
    const next = { ...held, version: held.version + 1 };
    factors.set(key, next);
    return next;
  },
  list: async (agencyId) => [...factors.values()].filter((held) => held.agencyId === agencyId),
});

export const memoryStepUps = ({ stepUps }: Store): StepUpVisits => ({
  get: async (key) => stepUps.get(key),
  put: async (visit) => {
    if ((stepUps.get(visit.key)?.version ?? 0) !== visit.version) throw new VersionConflict(`step-up ${visit.key}`);
    const next = { ...visit, version: visit.version + 1 };
    stepUps.set(visit.key, next);
    return next;
  },
});
