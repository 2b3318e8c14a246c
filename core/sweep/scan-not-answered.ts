import type { CaseState } from '../case/state.ts';
import { settleScans } from '../use-cases/settle-scans.ts';
import type { CaseChecker } from './checker.ts';

const givenUp = ({ evidence }: CaseState): number => evidence.filter(({ scan }) => scan?.cause === 'TIMED_OUT').length;

/**
 * Files whose scan is pending: what the engine has answered since is put on record, which is how late answers come in and counts as no
 * repair. What it has not answered for hours is not waited for any more, and counts: the engine needs a look.
 */
export const scanNotAnswered: CaseChecker = async (ports, { state }) => {
  if (state === undefined) return false;
  return givenUp(await settleScans(ports, state)) > givenUp(state);
};
