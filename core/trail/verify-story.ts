import type { CaseEvent } from '../case/events.ts';
import { type CaseStatus, comesLate, nextStatus, triggerOf } from '../case/transitions.ts';

/** How far the transition table has been followed. */
export interface Story {
  readonly status: CaseStatus;
  readonly closed: boolean;
}

/**
 * Follows the transition table by one event, as the fold does but without building the case.
 * @returns why not, where the table forbids it
 */
export const followed = (story: Story | undefined, event: CaseEvent): Story | string => {
  const trigger = triggerOf(event);
  if (story === undefined) {
    return trigger === 'ReportReceived' ? { status: 'RECEIVED', closed: false } : `${trigger} as the first event`;
  }
  const status = story.closed && !comesLate(trigger) ? undefined : nextStatus(story.status, trigger);
  return status === undefined
    ? `${trigger} in ${story.status}${story.closed ? ' (closed)' : ''}`
    : { status, closed: story.closed || event.type === 'CaseClosed' };
};
