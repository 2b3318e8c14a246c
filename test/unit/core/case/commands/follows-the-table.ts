import type { Command } from '../../../../../core/case/decision.ts';
import { caseStatusSchema, nextStatus, type Trigger } from '../../../../../core/case/transitions.ts';
import { stateIn } from '../../../../support/builders/case.ts';
import { outcomeOf } from '../../../../support/builders/decisions.ts';

/** Tries each command in every status: it is recorded where the table of transitions has it, and refused elsewhere. */
export const followsTheTable = (commands: readonly (readonly [Trigger, Command])[]): void => {
  const statuses = caseStatusSchema.options;
  const cases = commands.flatMap(([trigger, command]) => statuses.map((status) => [trigger, status, command] as const));
  const isTaken = ([trigger, status]: (typeof cases)[number]) => nextStatus(status, trigger) !== undefined;

  it.each(cases.filter(isTaken))('%s is recorded in %s', (trigger, status, command) => {
    expect(outcomeOf(command, stateIn(status))).toMatchObject({ type: trigger });
  });

  it.each(cases.filter((one) => !isTaken(one)))('%s is refused in %s', (_trigger, status, command) => {
    expect(outcomeOf(command, stateIn(status))).toBe('NOT_IN_THIS_STATUS');
  });
};
