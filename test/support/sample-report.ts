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

/** Acts that walk a case to a sanction. */
export const steps = {
  triage: { outcome: 'PROCEED', respondentNip: nips.employee, track: 'DISCIPLINE_PNS' },
  review: { outcome: 'PROCEED', principles: ['P6', 'P7'] },
  decision: { outcome: 'SANCTION', sanctionCode: 'S1', provisions: ['3d', '3f'] },
} as const;
