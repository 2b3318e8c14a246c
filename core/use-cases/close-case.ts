import { closeCase, parkCase } from '../case/commands/closing.ts';
import { mayAppend, mustAppend } from './load-case.ts';
import type { FlowCase, FlowResult, Ports } from './ports.ts';

type ClosePorts = Pick<Ports, 'trail' | 'cases' | 'clock'>;

/** Ends the case, with the reason its status gives. */
export const closeCaseStep = async (ports: ClosePorts, { caseId, agencyId, round }: FlowCase): Promise<FlowResult> => {
  await mustAppend(ports, { caseId, commandId: 'close', step: 'CloseCase', command: closeCase });
  return { caseId, agencyId, round, outcome: 'CLOSED' };
};

export interface ParkInput extends FlowCase {
  readonly outcome?: string | undefined;
  readonly failure?: { readonly Error?: string | undefined } | undefined;
}

/** Makes a step that will not succeed by itself visible on the case. The sweep drives the case again later. */
export const parkCaseStep = async (
  ports: ClosePorts & Pick<Ports, 'log'>,
  { caseId, agencyId, round, outcome, failure }: ParkInput,
): Promise<FlowResult> => {
  const error = failure?.Error ?? `unknown outcome ${outcome ?? ''}`.trim();
  await mayAppend(ports, {
    caseId,
    // One record per round and error: a case that parks again for the same reason says nothing new.
    commandId: `park:${round}:${error.replace(/[^\w.-]/g, '_').slice(0, 80)}`,
    step: 'ParkCase',
    command: parkCase({ state: 'ParkCase', error: error.slice(0, 120) }),
  });
  ports.log.warn('case-parked', { caseId, error });
  return { caseId, agencyId, round, outcome: 'PARKED' };
};
