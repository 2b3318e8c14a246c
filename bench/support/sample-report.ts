/** A report against an employee of the sample agency, as `POST /v1/reports` takes it; no address to capture unless given. */
export const sampleReport = (respondentNip: string, urls: readonly string[] = []) => ({
  agencyId: 'contoh',
  reporter: { name: 'Warga Contoh', email: 'warga@pelapor.tertib.test' },
  respondent: { nip: respondentNip },
  incident: {
    description:
      'Pegawai ini menyebarkan kabar bohong (hoaks) tentang bantuan sosial lewat akun media sosialnya dan mengajak warga rusuh.',
    occurredAt: '2026-03-02',
    urls: [...urls],
  },
});
