import type { CustodyPorts } from '../../../core/use-cases/custody-of-artifact.ts';
import type { Ports } from '../../../core/use-cases/ports.ts';
import type { ReadPorts } from '../../../core/use-cases/read-case.ts';
import type { StepUpPorts } from '../../../core/use-cases/step-up/place.ts';
import type { BasePorts } from '../base/call.ts';
import { routesFor } from '../base/route.ts';
import type { ActPagePorts } from '../tasks/task-page-ports.ts';

/** What the staff console needs. */
export type ConsolePorts = BasePorts &
  ReadPorts &
  ActPagePorts &
  StepUpPorts &
  CustodyPorts &
  Pick<Ports, 'sealer' | 'signer' | 'registerRules' | 'inbound' | 'inboundWork' | 'mailParser'>;

export const consoleRoute = routesFor<ConsolePorts>();
