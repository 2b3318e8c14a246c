import type { CheckerName } from '../../core/sweep/sweep.ts';

/** Names of metrics, once: the functions count under them, and the alarms watch them. */
export const METRICS_NAMESPACE = 'Tertib';

/** How many repairs a checker of the sweep made; dimensions `service` (the function) and `checker`. */
export const SWEEP_REPAIRS = 'SweepRepairs';

/** Every checker of the sweep, by the name it counts under. */
export const sweepCheckers = [
  'callback-not-delivered',
  'case-without-execution',
  'task-without-reminder',
  'notification-not-sent',
  'row-behind-trail',
  'deadline-moved',
  'capture-not-taken',
  'scan-not-answered',
  'evidence-not-held',
  'evidence-not-stamped',
  'evidence-not-released',
] as const satisfies readonly CheckerName[];
