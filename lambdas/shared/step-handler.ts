import middy from '@middy/core';
import type * as z from 'zod';
import type { Log } from '../../core/ports.ts';
import { flowSteps, type StepName } from '../../statemachines/case.contract.ts';

type Input<S extends StepName> = z.output<(typeof flowSteps)[S]['input']>;
type Output<S extends StepName> = z.input<(typeof flowSteps)[S]['output']>;

/** A failed step is logged by name and case, never with its event: that may carry a task token. */
const logErrors = (step: StepName, log: Log): middy.MiddlewareObj => ({
  onError: ({ error, event }) => {
    const caseId = typeof event === 'object' && event !== null && 'caseId' in event ? String(event.caseId) : 'unknown';
    log.error('step-failed', error, { step, caseId });
  },
});

/** The handler of a workflow step: parses what the flow hands in, runs the use case, checks what the flow gets back. */
export const stepHandler = <S extends StepName>(
  step: S,
  log: Log,
  useCase: (input: Input<S>) => Promise<Output<S>>,
) => {
  const { input, output } = flowSteps[step];
  return middy()
    .use(logErrors(step, log))
    .handler(async (event: unknown) => {
      // The two schemas belong to one step; TypeScript cannot follow that through the index.
      const parsed = input.parse(event) as Input<S>;
      return output.parse(await useCase(parsed));
    });
};
