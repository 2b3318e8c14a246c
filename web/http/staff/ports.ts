import type { CustodyPorts } from '../../../core/use-cases/custody-of-artifact.ts';
import type { Ports } from '../../../core/use-cases/ports.ts';
import type { ReadPorts } from '../../../core/use-cases/read-case.ts';
import type { BasePorts } from '../base/call.ts';
import { routesFor } from '../base/route.ts';

/** What the API for staff asks for: nothing of who reported, and no pen but for the access log and for requests to capture a page again. */
export type StaffPorts = BasePorts &
  ReadPorts &
  CustodyPorts &
  Pick<Ports, 'directory' | 'evidence' | 'signer' | 'rules' | 'registerRules' | 'captureWork'>;

export const staffRoute = routesFor<StaffPorts>();

/** Whoever may see cases at all; which ones, mayReadCase says for each. */
export const readers = ['triage', 'superior', 'examiner', 'ppk', 'auditor'] as const;
