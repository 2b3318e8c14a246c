import { mergeReport } from '../case/commands/evidence.ts';
import { IllegalTransition } from '../errors.ts';
import { mayAppend, requireCase } from './load-case.ts';
import type { FlowCase, FlowResult, Ports } from './ports.ts';

/** Records on the surviving case that this report was merged into it. Where that case ended meanwhile, its trail stays as it is. */
export const mergeReportStep = async (
  ports: Pick<Ports, 'trail' | 'cases' | 'clock'>,
  { caseId, agencyId, round }: FlowCase,
): Promise<FlowResult> => {
  const state = await requireCase(ports, caseId);
  if (state.status !== 'MERGED') throw new IllegalTransition(`${caseId} is ${state.status}, not MERGED`);
  const result = await mayAppend(ports, {
    caseId: state.triage.into,
    commandId: `merge:${caseId}`,
    step: 'MergeReport',
    command: mergeReport(caseId),
  });
  return { caseId, agencyId, round, outcome: result.kind === 'refused' ? 'TARGET_CLOSED' : 'MERGED' };
};
