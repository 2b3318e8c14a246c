import { type EventData, ownMailIdSchema } from '../../../core/case/events.ts';
import { personRefSchema } from '../../../core/ids.ts';
import { act, type Draft, shaOf, TASKS } from './draft-parts.ts';
import { CHARGE, disclosureOf } from './examination-drafts.ts';

export const sanctionDecided = (
  number: number = TASKS.decision,
  round = 1,
  over: Partial<EventData['SanctionDecided']> = {},
): Draft<'SanctionDecided'> => ({
  type: 'SanctionDecided',
  data: {
    ...act(number, round),
    disclosureHash: disclosureOf(round),
    sanctionCode: 'R2',
    level: 'LIGHT',
    provisions: [CHARGE],
    impact: 'UNIT',
    ruleVersions: ['pp-94-2021@1'],
    ...over,
  },
});

export const caseDismissed = (number: number = TASKS.decision, round = 1): Draft<'CaseDismissed'> => ({
  type: 'CaseDismissed',
  data: { ...act(number, round), disclosureHash: disclosureOf(round) },
});

export const decisionReturned = (number: number = TASKS.decision, round = 1): Draft<'DecisionReturned'> => ({
  type: 'DecisionReturned',
  data: act(number, round),
});

/** Only the President may decide it. */
export const decisionProposed = (number: number = TASKS.decision, round = 1): Draft<'DecisionProposed'> => ({
  type: 'DecisionProposed',
  data: {
    ...act(number, round),
    disclosureHash: disclosureOf(round),
    to: 'PRESIDENT',
    sanctionCode: 'B3',
    provisions: [CHARGE],
  },
});

export const decisionSigned: Draft<'DecisionSigned'> = {
  type: 'DecisionSigned',
  data: {
    decisionNumber: 'HD/1/2026',
    documents: [{ sha256: shaOf('decision'), mediaType: 'application/pdf', size: 2048 }],
    signature: 'e30.e30.e30',
  },
};

const bounced = {
  mailId: ownMailIdSchema.parse('notice:CONTOH-2026-7K3M9QXA:reporterOutcome:1'),
  recipient: 'REPORTER',
  cause: 'BOUNCED',
} as const;

export const notificationBounced: Draft<'NotificationBounced'> = {
  type: 'NotificationBounced',
  data: { ...bounced, status: '5.1.1' },
};

export const bounceHandled: Draft<'BounceHandled'> = { type: 'BounceHandled', data: { ...bounced, way: 'CALLED' } };

export const notificationSent: Draft<'NotificationSent'> = {
  type: 'NotificationSent',
  data: { round: 1, recipient: 'SUPERIOR', channel: 'EMAIL', messageId: '<1@tertib.test>', template: 'outcome' },
};

export const identityRevealed: Draft<'IdentityRevealed'> = {
  type: 'IdentityRevealed',
  data: { round: 1, personRef: personRefSchema.parse(`P-${'0'.repeat(20)}`), purpose: 'NOTIFY_REPORTER' },
};

export const caseParked: Draft<'CaseParked'> = {
  type: 'CaseParked',
  data: { state: 'Notify', error: 'States.TaskFailed' },
};

export const caseClosed = (reason: EventData['CaseClosed']['reason']): Draft<'CaseClosed'> => ({
  type: 'CaseClosed',
  data: { reason },
});
