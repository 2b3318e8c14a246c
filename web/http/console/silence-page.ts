import * as z from 'zod';
import { csvOf, groupedNip } from '../../../core/board/csv.ts';
import { formatDateEn, formatDateId } from '../../../core/calendar/format-date.ts';
import type { Agency } from '../../../core/directory/staff.ts';
import { NotFound } from '../../../core/errors.ts';
import { localDateSchema } from '../../../core/time.ts';
import {
  maySeeSilence,
  type Period,
  type SilenceReport,
  silenceReport,
} from '../../../core/use-cases/silence-report.ts';
import type { FieldError } from '../../design/fields.ts';
import { silencePage } from '../../pages/console-silence.ts';
import type { Lang } from '../../text/lang.ts';
import { textsFor } from '../../text/texts.ts';
import { silenceViewOf } from '../../views/console-silence.ts';
import { htmlAnswer } from '../base/answers.ts';
import { HttpProblem } from '../base/http-problem.ts';
import { periodOf } from '../staff/period.ts';
import type { ConsoleCall } from './console-call.ts';
import { SILENCE } from './return-path.ts';

/** As the form sends it; what is wrong with it is said on the page. */
export const silenceQuery = z.object({
  from: z.string().max(40).default(''),
  to: z.string().max(40).default(''),
});
type SilenceQuery = z.infer<typeof silenceQuery>;

/** @throws NotFound for whoever it is not for: nobody needs to know that there is such a report */
const requireReader = async ({ ports, principal }: ConsoleCall): Promise<Agency> => {
  const agency = maySeeSilence(principal) ? await ports.directory.agency(principal.agencyId) : undefined;
  if (agency === undefined) throw new NotFound(`no silence report for ${principal.role} of ${principal.agencyId}`);
  return agency;
};

type Asked = { readonly period: Period; readonly errors: readonly FieldError[] };

const dayError = (field: 'from' | 'to', typed: string, lang: Lang): FieldError[] => {
  const { silence } = textsFor(lang).console;
  const isFine = typed === '' || localDateSchema.safeParse(typed).success;
  return isFine ? [] : [{ field, label: silence[field], message: silence.dateError }];
};

const askedFor = ({ ports, lang }: ConsoleCall, { from, to }: SilenceQuery, agency: Agency): Asked => {
  const days = { from: localDateSchema.safeParse(from).data, to: localDateSchema.safeParse(to).data };
  const period = periodOf(days, ports.clock.now(), agency);
  const errors = [...dayError('from', from, lang), ...dayError('to', to, lang)];
  const { periodError } = textsFor(lang).console.silence;
  return period.to < period.from
    ? { period, errors: [...errors, { field: 'to', message: periodError }] }
    : { period, errors };
};

/** Nothing is read for a period that cannot be. */
const reportFor = async (
  { ports, principal }: ConsoleCall,
  agency: Agency,
  { period, errors }: Asked,
): Promise<SilenceReport> => {
  if (errors.length === 0) return silenceReport(ports, principal, { agency, period });
  const none = { total: { silences: 0, cases: 0 }, byPerson: [], byUnit: [], lines: [] };
  return { period, rule: ports.rules.processTexts.silence, ...none };
};

/** `/konsol/kelalaian`: who let which deadline pass. @throws NotFound */
export const silenceAnswer = async (call: ConsoleCall, query: SilenceQuery): Promise<Response> => {
  const { frame, lang } = call;
  const agency = await requireReader(call);
  const asked = askedFor(call, query, agency);
  const { period, errors } = asked;
  const report = await reportFor(call, agency, asked);
  const view = silenceViewOf(report, {
    frame,
    agency,
    lang,
    filter: { from: query.from || period.from, to: query.to || period.to, errors },
    csvHref: `${SILENCE}.csv?${new URLSearchParams({ ...period })}`,
  });
  return htmlAnswer(silencePage(view, lang), { status: errors.length === 0 ? 200 : 422 });
};

const csvOfReport = ({ lines }: SilenceReport, { zone }: Agency, lang: Lang): string => {
  const { silence: words, next } = textsFor(lang).console;
  const moment = lang === 'id' ? formatDateId : formatDateEn;
  const header = ['NIP', words.name, words.position, words.unit, words.case, words.task, words.due, words.recorded];
  const rows = lines.map(({ person, caseId, kind, dueAt, at }) => [
    groupedNip(person.nip),
    person.name ?? '',
    person.position ?? '',
    person.unit ?? '',
    caseId,
    next[kind],
    moment(dueAt, zone),
    moment(at, zone),
  ]);
  return csvOf(header, rows);
};

/** `/konsol/kelalaian.csv`. @throws NotFound @throws HttpProblem 422 for a period that cannot be */
export const silenceCsvAnswer = async (call: ConsoleCall, query: SilenceQuery): Promise<Response> => {
  const agency = await requireReader(call);
  const asked = askedFor(call, query, agency);
  const { period, errors } = asked;
  if (errors.length > 0) {
    throw new HttpProblem('invalid-input', { errors: errors.map(({ field, message }) => ({ path: field, message })) });
  }
  const fileName = `kelalaian-${agency.agencyId}-${period.from}-${period.to}.csv`;
  return new Response(csvOfReport(await reportFor(call, agency, asked), agency, call.lang), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${fileName}"` },
  });
};
