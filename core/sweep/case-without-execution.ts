import type { CaseChecker } from './checker.ts';
import { drive, isDecided } from './undriven.ts';

/** An undecided case that no execution drives: a new one fast-forwards to where it stands. */
export const caseWithoutExecution: CaseChecker = async (ports, { state }) =>
  state !== undefined && !isDecided(state) && drive(ports, state);
