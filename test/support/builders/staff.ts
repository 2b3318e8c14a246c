import { type Agency, agencySchema, type Staff, staffSchema } from '../../../core/directory/staff.ts';
import { type AgencyId, agencyIdSchema, type Nip, nipSchema } from '../../../core/ids.ts';
import type { Directory } from '../../../core/ports.ts';
import type { AgencySettings } from '../../../core/rules/agency-settings.ts';

/** The agency of the builders. */
export const AGENCY: AgencyId = agencyIdSchema.parse('contoh');

/** A valid employee number, a different one for each serial number 0 to 999. */
export const nipOf = (serial: number): Nip => nipSchema.parse(`198503152010011${String(serial).padStart(3, '0')}`);

export const anAgency = (over: Partial<Agency> = {}): Agency =>
  agencySchema.parse({
    agencyId: AGENCY,
    name: 'Pemerintah Kabupaten Contoh',
    kind: 'REGENCY',
    zone: 'WIB',
    personnelUnitMail: 'kepegawaian@contoh.tertib.test',
    ...over,
  });

/** An active employee without superior or roles; `serial` tells them apart. */
export const aStaff = (serial: number, over: Partial<Staff> = {}): Staff =>
  staffSchema.parse({
    agencyId: AGENCY,
    nip: nipOf(serial),
    name: `Pegawai ${serial}`,
    employment: 'PNS',
    positionClass: 'PELAKSANA',
    position: 'Pengelola Data',
    unit: 'Dinas Contoh',
    mail: `pegawai${serial}@contoh.tertib.test`,
    roles: [],
    accounts: [],
    active: true,
    ...over,
  });

/** A directory in memory with the given staff. */
export const directoryOf = (staff: readonly Staff[], agencies: readonly Agency[] = [anAgency()]): Directory => {
  const people = new Map(staff.map((person) => [`${person.agencyId}/${person.nip}`, person]));
  const offices = new Map(agencies.map((agency) => [agency.agencyId, agency]));
  const chosen = new Map<AgencyId, AgencySettings>();
  return {
    agency: async (agencyId) => offices.get(agencyId),
    agencies: async () => [...offices.values()],
    putAgency: async (agency) => void offices.set(agency.agencyId, agency),
    staff: async (agencyId, nip) => people.get(`${agencyId}/${nip}`),
    listStaff: async (agencyId) => [...people.values()].filter((person) => person.agencyId === agencyId),
    putStaff: async (person) => void people.set(`${person.agencyId}/${person.nip}`, person),
    settings: async (agencyId) => chosen.get(agencyId),
    putSettings: async (settings) => void chosen.set(settings.agencyId, settings),
  };
};
