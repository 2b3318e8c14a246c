import type { attachFile } from '../../../core/use-cases/attach-file.ts';
import type { addMessage, followReport } from '../../../core/use-cases/follow-report.ts';
import type { SetupPorts } from '../../../core/use-cases/inbound/setup-link.ts';
import type { Ports } from '../../../core/use-cases/ports.ts';
import type { receiveReport } from '../../../core/use-cases/receive-report.ts';
import type { BasePorts } from '../base/call.ts';
import { routesFor } from '../base/route.ts';

/** All that the routes for reporters and for everyone ask for; who a reporter is can be written with it, never read. */
export type PublicPorts = BasePorts &
  Parameters<typeof receiveReport>[0] &
  Parameters<typeof followReport>[0] &
  Parameters<typeof addMessage>[0] &
  Parameters<typeof attachFile>[0] &
  SetupPorts &
  Pick<Ports, 'signer' | 'judgeStamp'>;

export const publicRoute = routesFor<PublicPorts>();
