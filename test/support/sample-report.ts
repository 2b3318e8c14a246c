import { nips } from './sample-staff.ts';

/** A report of a posting that the rules recognise; no address to fetch unless asked for. */
export const sampleReport = (overrides: Record<string, unknown> = {}) => ({
  agencyId: 'uji',
  reporter: { name: 'Warga Pelapor', email: 'warga@contoh.test' },
  respondent: { name: 'Pegawai Biasa', nip: nips.employee },
  incident: {
    description: 'Akun pegawai ini menyebarkan berita bohong (hoaks) tentang bantuan sosial di media sosial.',
    occurredAt: '2026-03-02',
    urls: [],
  },
  ...overrides,
});

/** What an examiner found, in every column of the report: a moderate violation. */
export const found = {
  findings: 'Unggahan itu terbukti memuat kabar bohong.',
  charges: ['3d', '3f'],
  impact: 'AGENCY',
  impactReason: 'Menyangkut nama baik instansi.',
  aggravating: 'Tersebar luas.',
  mitigating: 'Mengakui dan menghapusnya.',
  recommendedSanction: 'S1',
} as const;

/** Acts that walk a case to a moderate sanction that is served for six months, each on the task of its name. */
export const steps = {
  triage: { outcome: 'PROCEED', respondentNip: nips.employee, track: 'DISCIPLINE_PNS' },
  review: { outcome: 'PROCEED', principles: ['P6', 'P7'] },
  team: { outcome: 'FORM' },
  examination: { outcome: 'HELD', statement: 'Saya mengunggahnya dan menyesal.', ...found },
  decision: { outcome: 'SANCTION', sanctionCode: 'S1', provisions: ['3d', '3f'], impact: 'AGENCY' },
  service: { outcome: 'SERVED' },
  appeal: { outcome: 'UPHELD', body: 'Atasan pejabat', decisionNumber: 'K-1/2026' },
  execution: { outcome: 'COMPLETED' },
} as const;

/** The same to a light sanction, which is not served for any time: it is over as it takes effect. */
export const lightly = {
  ...steps,
  examination: { ...steps.examination, impact: 'UNIT', recommendedSanction: 'R2' },
  decision: { ...steps.decision, sanctionCode: 'R2', impact: 'UNIT' },
} as const;

/** The same to a heavy one, after a team has examined. */
export const heavily = {
  ...steps,
  review: { outcome: 'PROCEED', principles: ['P1'], charges: ['3a'], impact: 'STATE' },
  examination: { ...steps.examination, charges: ['3a'], impact: 'STATE', recommendedSanction: 'B2' },
  decision: { outcome: 'SANCTION', sanctionCode: 'B2', impact: 'STATE' },
} as const;
