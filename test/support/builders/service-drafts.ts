import type { EventData } from '../../../core/case/events.ts';
import { act, type Draft, dayOf, paperOf, TASKS, taskIdOf } from './draft-parts.ts';

export const serviceAttempted = (session = 1): Draft<'ServiceAttempted'> => ({
  type: 'ServiceAttempted',
  data: { ...act(TASKS.service), session, method: 'POS TERCATAT', dispatchedOn: dayOf('2026-12-15') },
});

export const decisionServed = (over: Partial<EventData['DecisionServed']> = {}): Draft<'DecisionServed'> => ({
  type: 'DecisionServed',
  data: {
    ...act(TASKS.service),
    outcome: 'SERVED',
    method: 'DISERAHKAN',
    receivedOn: dayOf('2026-12-16'),
    effectiveOn: dayOf('2027-01-08'),
    derivation: { id: 'Hari kerja ke-15 setelah diterima.', en: 'The 15th working day after receipt.' },
    remedy: { route: 'OBJECTION', until: dayOf('2027-01-07') },
    ...over,
  },
});

export const appealFiled = (over: Partial<EventData['AppealFiled']> = {}): Draft<'AppealFiled'> => ({
  type: 'AppealFiled',
  data: {
    taskId: taskIdOf(TASKS.remedy),
    round: 1,
    route: 'OBJECTION',
    filedOn: dayOf('2026-12-21'),
    artifacts: [paperOf('APPEAL', 'appeal-1')],
    ...over,
  },
});

export const appealDecided = (
  outcome: EventData['AppealDecided']['outcome'],
  over: Partial<EventData['AppealDecided']> = {},
): Draft<'AppealDecided'> => ({
  type: 'AppealDecided',
  data: {
    ...act(TASKS.appeal),
    outcome,
    body: 'Atasan pejabat yang berwenang menghukum',
    decisionNumber: 'KB/7/2027',
    decidedOn: dayOf('2027-01-15'),
    ...(outcome === 'CHANGED' ? { sanctionCode: 'R1' } : {}),
    ...over,
  },
});

export const sanctionEffective = (over: Partial<EventData['SanctionEffective']> = {}): Draft<'SanctionEffective'> => ({
  type: 'SanctionEffective',
  data: { sanctionCode: 'R2', effectiveOn: dayOf('2027-01-08'), basis: 'NO_REMEDY', ...over },
});

/** The last day of a sanction that is served for twelve months. */
export const LAST_DAY = dayOf('2028-01-07');

export const executionCompleted: Draft<'ExecutionCompleted'> = {
  type: 'ExecutionCompleted',
  data: { ...act(TASKS.execution), restoredOn: dayOf('2028-01-10') },
};
