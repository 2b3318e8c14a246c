import type { FieldError } from '../../design/fields.ts';
import { type ReportInput, reportInputs } from '../../pages/report-form.ts';
import type { Lang } from '../../text/lang.ts';
import { textsFor } from '../../text/texts.ts';
import type { InputError } from '../base/http-problem.ts';

export type ReportValues = Readonly<Partial<Record<ReportInput, string>>>;

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

/** The form as the body of `POST /v1/reports`; what was left empty is left out. Nothing is judged here. */
export const reportBody = (values: ReportValues, lang: Lang): unknown => ({
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
    occurredAt: filled(values, 'occurredAt'),
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

const labelOf = (input: ReportInput, lang: Lang): string => {
  const { form } = textsFor(lang).report;
  return { ...form, agencyId: form.agency, reporterKind: form.reporterLegend }[input];
};

const fieldErrorOf = ({ path, message }: InputError, lang: Lang): FieldError => {
  const line = /^incident\.urls\.(\d+)$/.exec(path)?.[1];
  if (line !== undefined) {
    return { field: 'urls', message: `${lang === 'id' ? 'Tautan' : 'Link'} ${Number(line) + 1}: ${message}` };
  }
  const field = path === 'incident.urls' ? 'urls' : (inputAt[path] ?? 'description');
  return { field, label: labelOf(field, lang), message };
};

const inputNames: readonly string[] = reportInputs;
const placeOf = ({ field }: FieldError): number => inputNames.indexOf(field);

/** Errors about the body, each at the input of the form that it came from, in the order of the form. */
export const formErrors = (errors: readonly InputError[], lang: Lang): FieldError[] =>
  errors.map((error) => fieldErrorOf(error, lang)).sort((a, b) => placeOf(a) - placeOf(b));

/** Whoever reports with a name leaves at least one thing to be reached by. */
export const contactMissing = (values: ReportValues, lang: Lang): FieldError[] => {
  const contacts = [filled(values, 'name'), filled(values, 'email'), filled(values, 'phone')];
  if (values.reporterKind !== 'named' || contacts.some((contact) => contact !== undefined)) return [];
  const message = { id: 'isi nama, surel, atau telepon', en: 'fill in a name, a mail address or a phone number' }[lang];
  return [{ field: 'name', message }];
};
