import { closeCase, parkCase } from '../case/commands/closing.ts';
import { type HoldPorts, releaseAll } from './hold-evidence.ts';
import { mayAppend, mustAppend, requireCase } from './load-case.ts';
import type { FlowCase, FlowResult, Ports } from './ports.ts';
import { type SettleScansPorts, settleScans } from './settle-scans.ts';

type ClosePorts = Pick<Ports, 'trail' | 'cases' | 'clock'>;

/**
 * Ends the case, with the reason its status gives, once no scan of a file is pending any more; and then the legal hold on what no other open
 * case needs.
 */
export const closeCaseStep = async (
  ports: SettleScansPorts & HoldPorts,
  { caseId, agencyId, round }: FlowCase,
): Promise<FlowResult> => {
  await settleScans(ports, await requireCase(ports, caseId), { isLast: true });
  await ports.holds.close(caseId);
  await mustAppend(ports, { caseId, commandId: 'close', step: 'CloseCase', command: closeCase });
  await releaseAll(ports, caseId);
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
  const error = (failure?.Error ?? `unknown outcome ${outcome ?? ''}`.trim()).slice(0, 120);
  const last = (await ports.trail.read(caseId)).at(-1);
  // One record per standstill and error: a case that parks again where it stood says nothing new.
  if (last?.type !== 'CaseParked' || last.data.error !== error) {
    await mayAppend(ports, {
      caseId,
      commandId: `park:${last?.seq ?? 0}`,
      step: 'ParkCase',
      command: parkCase({ state: 'ParkCase', error }),
    });
  }
  ports.log.warn('case-parked', { caseId, error });
  return { caseId, agencyId, round, outcome: 'PARKED' };
};
