import type { Zone } from '../../../core/rules/codes.ts';
import type { FieldError } from '../../design/fields.ts';
import type { ReportInput } from '../../pages/report-form.ts';
import type { Lang } from '../../text/lang.ts';
import type { InputError } from '../base/http-problem.ts';

export type ReportValues = Readonly<Partial<Record<ReportInput, string>>>;

/** Indonesia's zones have no daylight saving. */
const offsets: Readonly<Record<Zone, string>> = { WIB: '+07:00', WITA: '+08:00', WIT: '+09:00' };

const filled = (values: ReportValues, name: ReportInput): string | undefined => values[name]?.trim() || undefined;

const present = (entries: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

const reporterOf = (values: ReportValues): unknown => {
  switch (values.reporterKind) {
    case 'anonymous':
      return { anonymous: true };
    case 'named':
      return present({
        name: filled(values, 'name'),
        email: filled(values, 'email'),
        phone: filled(values, 'phone'),
      });
    default:
      return undefined;
  }
};

const accountsOf = (values: ReportValues): unknown => {
  const platform = filled(values, 'accountPlatform');
  const handle = filled(values, 'accountHandle');
  return platform === undefined && handle === undefined ? undefined : [{ platform, handle }];
};

/** A browser sends `2026-11-23T14:02`, the wall clock of whoever reports: read as that of the agency. */
const occurredAtOf = (values: ReportValues, zone: Zone): string | undefined => {
  const typed = filled(values, 'occurredAt');
  return typed !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed) ? `${typed}:00${offsets[zone]}` : typed;
};

/** The form as the body of `POST /v1/reports`; what was left empty is left out. Nothing is judged here. */
export const reportBody = (values: ReportValues, zone: Zone, lang: Lang): unknown => ({
  agencyId: filled(values, 'agencyId'),
  reporter: reporterOf(values),
  respondent: present({
    name: filled(values, 'respondentName'),
    nip: filled(values, 'respondentNip')?.replace(/\s/g, ''),
    position: filled(values, 'respondentPosition'),
    unit: filled(values, 'respondentUnit'),
    accounts: accountsOf(values),
  }),
  incident: present({
    description: values.description ?? '',
    occurredAt: occurredAtOf(values, zone),
    urls: (values.urls ?? '').split(/\r?\n/).filter((line) => line.trim() !== ''),
  }),
  language: lang,
});

const inputAt: Readonly<Record<string, ReportInput>> = {
  agencyId: 'agencyId',
  reporter: 'reporterKind',
  'reporter.name': 'name',
  'reporter.email': 'email',
  'reporter.phone': 'phone',
  'respondent.name': 'respondentName',
  'respondent.nip': 'respondentNip',
  'respondent.position': 'respondentPosition',
  'respondent.unit': 'respondentUnit',
  'respondent.accounts.0.platform': 'accountPlatform',
  'respondent.accounts.0.handle': 'accountHandle',
  'incident.occurredAt': 'occurredAt',
};

const fieldErrorOf = ({ path, message }: InputError, lang: Lang): FieldError => {
  const line = /^incident\.urls\.(\d+)$/.exec(path)?.[1];
  if (line !== undefined) {
    return { field: 'urls', message: `${lang === 'id' ? 'Tautan' : 'Link'} ${Number(line) + 1}: ${message}` };
  }
  if (path === 'incident.urls') return { field: 'urls', message };
  return { field: inputAt[path] ?? 'description', message };
};

/** Errors about the body, each at the input of the form that it came from. */
export const formErrors = (errors: readonly InputError[], lang: Lang): FieldError[] =>
  errors.map((error) => fieldErrorOf(error, lang));

/** Whoever reports with a name leaves at least one thing to be reached by. */
export const contactMissing = (values: ReportValues, lang: Lang): FieldError[] => {
  const contacts = [filled(values, 'name'), filled(values, 'email'), filled(values, 'phone')];
  if (values.reporterKind !== 'named' || contacts.some((contact) => contact !== undefined)) return [];
  const message = { id: 'isi nama, surel, atau telepon', en: 'fill in a name, a mail address or a phone number' }[lang];
  return [{ field: 'name', message }];
};
