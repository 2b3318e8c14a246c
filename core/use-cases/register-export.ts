import type { Principal } from '../access/principal.ts';
import type { Role } from '../case/actor.ts';
import type { CaseState } from '../case/state.ts';

/** Who takes files out for the national register or for the body that decides a remedy. */
export const registerReaders = ['triage', 'ppk', 'auditor'] as const satisfies readonly Role[];

export const mayExportRegister = ({ role }: Pick<Principal, 'role'>): boolean =>
  registerReaders.some((reader) => reader === role);

/** REGISTER: a sanction for the national register. APPEAL: the package for whoever decides an objection or appeal. */
export type ExportKind = 'REGISTER' | 'APPEAL';

/** Whether there is something to tell: a sanction that was decided, or a remedy that is under way. */
export const isExportable = (state: CaseState, kind: ExportKind): boolean =>
  kind === 'REGISTER' ? 'sanction' in state : state.status === 'APPEAL';
