import { type Agency, agencySchema, type Staff, staffSchema } from '../../core/directory/staff.ts';

/** A small agency: an employee with three levels above, two triage officers, oversight and personnel people, the authority. */
export const agency: Agency = agencySchema.parse({
  agencyId: 'uji',
  name: 'Pemerintah Kabupaten Uji',
  kind: 'REGENCY',
  city: 'Uji',
  zone: 'WIB',
  personnelUnitMail: 'kepegawaian@uji.tertib.test',
});

const person = (nip: string, name: string, rest: Record<string, unknown>): Staff =>
  staffSchema.parse({
    agencyId: 'uji',
    nip,
    name,
    employment: 'PNS',
    positionClass: 'PELAKSANA',
    position: 'Pelaksana',
    unit: 'Dinas Uji',
    mail: `${name.toLowerCase().replace(/\W+/g, '.')}@uji.tertib.test`,
    roles: [],
    accounts: [],
    active: true,
    ...rest,
  });

export const nips = {
  ppk: '196501011990031001',
  head: '196801011992031002',
  division: '197201011996031003',
  section: '197801012002121004',
  employee: '199001012015031005',
  triageOne: '198501012010012006',
  triageTwo: '198601012011012007',
  contract: '199201012021211008',
  auditor: '197501011999031009',
  inspector: '197301011998031010',
  personnel: '197401011998032011',
} as const;

export const staff: readonly Staff[] = [
  person(nips.ppk, 'Bupati Uji', { positionClass: 'JPT_MADYA', position: 'Bupati', roles: ['ppk'] }),
  person(nips.head, 'Kepala Dinas', {
    positionClass: 'JPT_PRATAMA',
    position: 'Kepala Dinas',
    superiorNip: nips.ppk,
    roles: ['superior'],
  }),
  person(nips.division, 'Kepala Bidang', {
    positionClass: 'ADMINISTRATOR',
    position: 'Kepala Bidang',
    superiorNip: nips.head,
    roles: ['superior'],
  }),
  person(nips.section, 'Kepala Seksi', {
    positionClass: 'PENGAWAS',
    position: 'Kepala Seksi',
    superiorNip: nips.division,
    roles: ['superior'],
  }),
  person(nips.employee, 'Pegawai Biasa', { superiorNip: nips.section }),
  person(nips.contract, 'Pegawai Kontrak', { employment: 'PPPK', superiorNip: nips.section }),
  person(nips.triageOne, 'Petugas Satu', { superiorNip: nips.head, roles: ['triage'] }),
  person(nips.triageTwo, 'Petugas Dua', { superiorNip: nips.head, roles: ['triage'] }),
  person(nips.auditor, 'Auditor Uji', { superiorNip: nips.ppk, roles: ['auditor'] }),
  person(nips.inspector, 'Inspektur Pembantu', {
    positionClass: 'ADMINISTRATOR',
    position: 'Inspektur Pembantu',
    unit: 'Inspektorat Uji',
    superiorNip: nips.ppk,
    roles: ['auditor'],
  }),
  person(nips.personnel, 'Kepala Kepegawaian', {
    positionClass: 'ADMINISTRATOR',
    position: 'Kepala Bidang Kepegawaian',
    unit: 'Badan Kepegawaian Uji',
    superiorNip: nips.ppk,
    roles: ['examiner'],
  }),
];
