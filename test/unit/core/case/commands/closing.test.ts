import {
  closeCase,
  parkCase,
  recordNotification,
  revealIdentity,
  signDecision,
} from '../../../../../core/case/commands/closing.ts';
import { caseStatusSchema, nextStatus, type Trigger } from '../../../../../core/case/transitions.ts';
import { pathTo, stateAfter, stateIn } from '../../../../support/builders/case.ts';
import { outcomeOf } from '../../../../support/builders/decisions.ts';
import { caseClosed, decisionSigned, notificationSent, reviewDecided } from '../../../../support/builders/drafts.ts';

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

describe('the facts around the end of a case', () => {
  it.each(cases.filter(([trigger, status]) => takes(status, trigger)))(
    '%s is recorded in %s',
    (trigger, status, command) => {
      expect(outcomeOf(command, stateIn(status))).toMatchObject({ type: trigger });
    },
  );

  it.each(cases.filter(([trigger, status]) => !takes(status, trigger)))(
    '%s is refused in %s',
    (_trigger, status, command) => {
      expect(outcomeOf(command, stateIn(status))).toBe('NOT_IN_THIS_STATUS');
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
    ['SERVICE', 'SANCTIONED'],
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

  it.each(['RECEIVED', 'CAPTURING', 'TRIAGE', 'REVIEW', 'DECISION'] as const)('is refused in %s', (status) => {
    expect(outcomeOf(closeCase, stateIn(status))).toBe('NOT_DECIDED');
  });

  it('happens once', () => {
    expect(outcomeOf(closeCase, stateIn('CLOSED'))).toBe('NOT_IN_THIS_STATUS');
    expect(outcomeOf(closeCase, stateAfter([...pathTo.MERGED, caseClosed('MERGED')]))).toBe('NOT_IN_THIS_STATUS');
  });
});
