import { openTasks } from '../../../../core/case/state.ts';
import { type CaseStatus, caseStatusSchema } from '../../../../core/case/transitions.ts';
import { defaultIntakeLimits, reportSchema } from '../../../../core/report.ts';
import { parse } from '../../../../web/http/base/parse.ts';
import { caseSchema } from '../../../../web/http/staff/case-schema.ts';
import { reportStatus } from '../../../../web/http/views/followed-report.ts';
import { contactMissing, formErrors, reportBody } from '../../../../web/http/views/report-form.ts';
import { caseDetail } from '../../../../web/http/views/staff-case.ts';
import { stateIn } from '../../../support/builders/case.ts';
import { REASON, RESPONDENT } from '../../../support/builders/drafts.ts';
import { aStaff } from '../../../support/builders/staff.ts';

const typed = {
  agencyId: 'contoh',
  reporterKind: 'anonymous',
  name: 'tidak terkirim',
  description: 'Menyebarkan berita bohong di akunnya.',
} as const;

describe('the report form as a report', () => {
  it('leaves out what was left empty, and the contact of whoever stays anonymous', () => {
    const report = reportSchema(defaultIntakeLimits).parse(
      reportBody({ ...typed, email: ' ', respondentUnit: '', occurredAt: '2026-11-22' }, 'en'),
    );
    expect(report).toEqual({
      agencyId: 'contoh',
      reporter: { anonymous: true },
      respondent: {},
      incident: { description: typed.description, occurredAt: '2026-11-22', urls: [] },
      language: 'en',
    });
  });

  it('wants a name, a mail address or a number of whoever does not', () => {
    expect(contactMissing({ ...typed, reporterKind: 'named', name: ' ' }, 'id')).toHaveLength(1);
    expect(contactMissing({ ...typed, reporterKind: 'named', phone: '0812345678' }, 'id')).toEqual([]);
    expect(contactMissing(typed, 'id')).toEqual([]);
  });

  const broken = () => {
    const values = { reporterKind: 'named', email: 'x', phone: 'x', accountHandle: 'a', urls: 'x' };
    const parsed = parse(reportSchema(defaultIntakeLimits), reportBody(values, 'id'), 'id');
    return parsed.ok ? [] : formErrors(parsed.errors, 'id');
  };

  it('tells every error at an input that the form has, in the order of the form', () => {
    const fields = broken().map(({ field }) => field);
    expect(fields).toEqual(['description', 'urls', 'agencyId', 'accountPlatform', 'email', 'phone']);
  });

  it('says with each error which input it is about', () => {
    expect(broken().map(({ label, message }) => (label === undefined ? message : `${label}: ${message}`))).toEqual([
      'Ceritakan peristiwanya: paling sedikit 20 karakter',
      'Tautan 1: harus alamat http atau https',
      'Instansi tempat terlapor bekerja: wajib diisi',
      'Media sosial: wajib diisi',
      'Alamat surel: harus alamat surel',
      'Nomor telepon: bentuknya tidak sah',
    ]);
  });
});

const chargesFrom: Readonly<Partial<Record<CaseStatus, string>>> = {
  EXAMINATION: 'DISCLOSURE',
  DECISION: 'REPORT',
  DISMISSED: 'REPORT',
  SERVICE: 'DECISION',
  APPEAL_WINDOW: 'DECISION',
  APPEAL: 'DECISION',
  EFFECTIVE: 'DECISION',
  CLOSED: 'DECISION',
};

describe('a case for staff', () => {
  it.each(caseStatusSchema.options)(
    'shows in status %s a decision and charges exactly where there are some',
    (status) => {
      const state = stateIn(status);
      const detail = caseDetail(state, aStaff(4));
      const sanctioned = 'sanction' in state;
      expect(detail.charges.length > 0).toBe(state.disclosures.length > 0);
      expect(detail.chargesFrom).toBe(chargesFrom[status] ?? null);
      expect(detail.decision?.outcome).toBe(sanctioned ? 'SANCTION' : status === 'DISMISSED' ? 'DISMISS' : undefined);
      expect(detail.openTasks).toHaveLength(openTasks(state).length);
      expect(caseSchema.parse(JSON.parse(JSON.stringify(detail)))).toEqual(JSON.parse(JSON.stringify(detail)));
    },
  );

  it('names the respondent by the directory, and only if it is they', () => {
    expect(caseDetail(stateIn('REVIEW'), aStaff(4)).respondent).toMatchObject({
      nip: RESPONDENT,
      identified: true,
      name: 'Pegawai 4',
    });
    expect(caseDetail(stateIn('REVIEW'), aStaff(5)).respondent).toMatchObject({ nip: RESPONDENT, name: null });
    expect(caseDetail(stateIn('RECEIVED'), undefined).respondent).toBeNull();
  });
});

describe('a case for its reporter', () => {
  it.each(caseStatusSchema.options)(
    'says in status %s what it means, in two languages, and no name or reason',
    (status) => {
      const state = stateIn(status);
      const report = { caseId: state.caseId, state, messages: [], asked: false };
      const [id, en] = [reportStatus(report, 'id'), reportStatus(report, 'en')];
      expect(id.statusText).not.toBe(en.statusText);
      for (const text of [JSON.stringify(id), JSON.stringify(en)]) {
        expect(text).not.toContain(RESPONDENT);
        expect(text).not.toContain(REASON);
        expect(text).not.toMatch(/"(sanction|R1|S1|B1)/i);
      }
    },
  );
});
