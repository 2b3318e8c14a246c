import type { CaseState } from '../case/state.ts';

/**
 * Whether a reporter who was known asked to be treated as anonymous. What names them stays in the vault, and nobody is given it any more.
 * Whoever reported without a name from the beginning is not named by it.
 */
export const isReporterHidden = ({ anonymous, report }: Pick<CaseState, 'anonymous' | 'report'>): boolean =>
  anonymous && !report.anonymous;
