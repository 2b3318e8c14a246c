import type { CaseState } from '../case/state.ts';
import type { CaseRow } from '../ports.ts';
import type { OpenTaskPorts } from '../use-cases/open-task.ts';
import type { Ports } from '../use-cases/ports.ts';

export type SweepPorts = OpenTaskPorts &
  Pick<Ports, 'log' | 'evidence' | 'holds' | 'timeStamper' | 'scanner' | 'captureWork'>;

/** The sweep's checkers by name; each repairs one kind of damage that a crash between two calls can leave. */
export const checkerNames = [
  'callback-not-delivered',
  'case-without-execution',
  'task-without-reminder',
  'notification-not-sent',
  'row-behind-trail',
  'deadline-moved',
  'scan-not-answered',
  'evidence-not-held',
  'evidence-not-stamped',
  'evidence-not-released',
  'capture-not-taken',
] as const;
export type CheckerName = (typeof checkerNames)[number];

/** An open case as the sweep finds it: its row, and what its trail says. */
export interface FoundCase {
  readonly row: CaseRow;
  /** Undefined where the first event is missing. */
  readonly state: CaseState | undefined;
}

/** Looks at one open case; answers whether there was something to repair, and did. */
export type CaseChecker = (ports: SweepPorts, found: FoundCase) => Promise<boolean>;
