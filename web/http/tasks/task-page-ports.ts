import type { OpenTaskPorts } from '../../../core/use-cases/open-task.ts';
import type { Ports } from '../../../core/use-cases/ports.ts';
import type { StepUpPorts } from '../../../core/use-cases/step-up/place.ts';
import type { LinkPorts } from '../../../core/use-cases/visit-link.ts';
import type { BasePorts } from '../base/call.ts';

/** What the act page and the act itself need, however their holder got there. */
export type ActPagePorts = OpenTaskPorts &
  Pick<Ports, 'evidence' | 'scanner' | 'accessLog' | 'throttle' | 'captureWork' | 'log'>;

/** What the pages behind a mailed link need. */
export type TaskPagePorts = BasePorts & LinkPorts & ActPagePorts & StepUpPorts;
