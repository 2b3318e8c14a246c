import { type LocalDate, localDateSchema } from '../time.ts';
import type { CaseState } from './state.ts';

/** The date that picks the rules: when it happened, where the report says so; else when it was reported. */
export const actDateOf = (state: CaseState): LocalDate =>
  state.report.occurredOn ?? localDateSchema.parse(state.receivedAt.slice(0, 10));
