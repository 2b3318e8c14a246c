import type { Agency, Staff } from '../../core/directory/staff.ts';
import type { OidcPerson } from '../engines/oidc.ts';

/** Everyone of an agency who has a duty in the system, once for each, to sign in as. */
export const peopleOf = ({ agency, staff }: { agency: Agency; staff: readonly Staff[] }): OidcPerson[] =>
  staff
    .filter((person) => person.active)
    .flatMap((person) =>
      person.roles.map((role) => ({
        sub: `${person.nip}:${role}`,
        name: person.name,
        position: person.position,
        role,
        agency: agency.agencyId,
        nip: person.nip,
      })),
    );
