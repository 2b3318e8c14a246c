import {
  closeCase,
  parkCase,
  recordNotification,
  revealIdentity,
  signDecision,
} from '../../../../../core/case/commands/closing.ts';
import { caseStatusSchema, nextStatus, type Trigger } from '../../../../../core/case/transitions.ts';
import { paths, pathTo, stateAfter, stateIn } from '../../../../support/builders/case.ts';
import { outcomeOf } from '../../../../support/builders/decisions.ts';
import {
  appealDecided,
  caseClosed,
  decisionSigned,
  executionCompleted,
  notificationSent,
  reviewDecided,
  taskOpened,
} from '../../../../support/builders/drafts.ts';

const { round: _round, ...notification } = notificationSent.data;
const commands = [
  ['DecisionSigned', signDecision(decisionSigned.data)],
  ['NotificationSent', recordNotification(notification)],
  ['IdentityRevealed', revealIdentity('NOTIFY_REPORTER')],
  ['CaseParked', parkCase({ state: 'Notify', error: 'States.TaskFailed' })],
] as const;
const open = caseStatusSchema.options.filter((status) => status !== 'CLOSED');
const cases = commands.flatMap(([trigger, command]) => open.map((status) => [trigger, status, command] as const));
const takes = (status: (typeof open)[number], trigger: Trigger) => nextStatus(status, trigger) !== undefined;
/** From here on the decision is signed already, which is what is said first. */
const isSigned = (status: (typeof open)[number]) => ['APPEAL_WINDOW', 'APPEAL', 'EFFECTIVE'].includes(status);

describe('the facts around the end of a case', () => {
  it.each(cases.filter(([trigger, status]) => takes(status, trigger)))(
    '%s is recorded in %s',
    (trigger, status, command) => {
      expect(outcomeOf(command, stateIn(status))).toMatchObject({ type: trigger });
    },
  );

  it.each(cases.filter(([trigger, status]) => !takes(status, trigger)))(
    '%s is refused in %s',
    (trigger, status, command) => {
      const refusal = trigger === 'DecisionSigned' && isSigned(status) ? 'ALREADY_SIGNED' : 'NOT_IN_THIS_STATUS';
      expect(outcomeOf(command, stateIn(status))).toBe(refusal);
    },
  );

  it.each(commands)('%s is refused in a closed case', (trigger, command) => {
    const closed = stateAfter([...pathTo.DISMISSED, caseClosed('DISMISSED')]);
    expect(outcomeOf(command, closed)).toBe('NOT_IN_THIS_STATUS');
    const sanctioned = trigger === 'DecisionSigned' ? 'ALREADY_SIGNED' : 'NOT_IN_THIS_STATUS';
    expect(outcomeOf(command, stateIn('CLOSED'))).toBe(sanctioned);
  });

  it('names the reporter by reference only', () => {
    const state = stateIn('SERVICE');
    expect(outcomeOf(revealIdentity('NOTIFY_REPORTER'), state)).toEqual({
      type: 'IdentityRevealed',
      data: { personRef: state.personRef, purpose: 'NOTIFY_REPORTER', round: 1 },
    });
  });

  it('are one decision record at most', () => {
    const again = stateAfter([...pathTo.SERVICE, decisionSigned]);
    expect(outcomeOf(signDecision(decisionSigned.data), again)).toBe('ALREADY_SIGNED');
  });
});

describe('closing a case', () => {
  it.each([
    ['EFFECTIVE', 'SANCTIONED'],
    ['DISMISSED', 'DISMISSED'],
    ['REJECTED', 'REJECTED'],
    ['REFERRED', 'REFERRED'],
    ['MERGED', 'MERGED'],
  ] as const)('in %s gives the reason %s', (status, reason) => {
    expect(outcomeOf(closeCase, stateIn(status))).toEqual(caseClosed(reason));
  });

  it('gives DISMISSED also where the superior found nothing', () => {
    expect(outcomeOf(closeCase, stateAfter([...pathTo.REVIEW, reviewDecided('DISMISS')]))).toEqual(
      caseClosed('DISMISSED'),
    );
  });

  it('gives PROPOSED where the President is to decide', () => {
    expect(outcomeOf(closeCase, stateAfter(paths.proposed))).toEqual(caseClosed('PROPOSED'));
  });

  it('gives ANNULLED where the appeal undid the sanction, and no reason while the appeal is open or was lost', () => {
    const decided = (outcome: 'UPHELD' | 'CHANGED' | 'ANNULLED') =>
      outcomeOf(closeCase, stateAfter([...pathTo.APPEAL, appealDecided(outcome)]));
    expect(decided('ANNULLED')).toEqual(caseClosed('ANNULLED'));
    expect(decided('UPHELD')).toBe('NOT_IN_THIS_STATUS');
    expect(decided('CHANGED')).toBe('NOT_IN_THIS_STATUS');
    expect(outcomeOf(closeCase, stateIn('APPEAL'))).toBe('NOT_IN_THIS_STATUS');
  });

  it.each(['RECEIVED', 'CAPTURING', 'TRIAGE', 'REVIEW', 'EXAMINATION', 'DECISION'] as const)(
    'is refused in %s',
    (status) => {
      expect(outcomeOf(closeCase, stateIn(status))).toBe('NOT_DECIDED');
    },
  );

  it.each(['SERVICE', 'APPEAL_WINDOW'] as const)('is refused in %s: what is not in effect ends nothing', (status) => {
    expect(outcomeOf(closeCase, stateIn(status))).toBe('NOT_EFFECTIVE');
  });

  it('waits until a sanction of months was served to its end', () => {
    expect(outcomeOf(closeCase, stateAfter(paths.serving))).toBe('SANCTION_RUNNING');
    expect(outcomeOf(closeCase, stateAfter([...paths.serving, executionCompleted]))).toEqual(caseClosed('SANCTIONED'));
  });

  it('leaves no task behind', () => {
    expect(outcomeOf(closeCase, stateAfter([...pathTo.EFFECTIVE, taskOpened('execution')]))).toBe('TASK_IS_OPEN');
  });

  it('happens once', () => {
    expect(outcomeOf(closeCase, stateIn('CLOSED'))).toBe('NOT_IN_THIS_STATUS');
    expect(outcomeOf(closeCase, stateAfter([...pathTo.MERGED, caseClosed('MERGED')]))).toBe('NOT_IN_THIS_STATUS');
  });
});
