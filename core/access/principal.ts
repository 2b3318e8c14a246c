import type { Role } from '../case/actor.ts';
import type { AgencyId, Nip } from '../ids.ts';
import type { CaseRow } from '../ports.ts';

/** Who a staff token says is calling. */
export interface Principal {
  readonly subject: string;
  readonly agencyId: AgencyId;
  readonly role: Role;
  readonly nip: Nip | undefined;
}

/**
 * Who may know that a case exists. Never across agencies, never the accused; superiors and examiners see the cases they have a task in;
 * administrators load directories and see no case.
 */
export const mayReadCase = (principal: Principal, row: CaseRow): boolean => {
  const { agencyId, nip, role } = principal;
  if (row.agencyId !== agencyId) return false;
  if (nip !== undefined && (nip === row.respondentNip || nip === row.claimedRespondentNip)) return false;
  switch (role) {
    case 'triage':
    case 'ppk':
    case 'auditor':
      return true;
    case 'superior':
    case 'examiner':
      return nip !== undefined && row.participants.includes(nip);
    case 'admin':
      return false;
    default:
      return role satisfies never;
  }
};
