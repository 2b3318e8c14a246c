import * as z from 'zod';
import { type IntakeLimits, reportSchema } from '../../../core/report.ts';
import { toHex } from '../../../core/use-cases/encoding.ts';
import type { FiledReport } from '../../../core/use-cases/file-report.ts';
import { receiveReport } from '../../../core/use-cases/receive-report.ts';
import type { FieldError } from '../../design/fields.ts';
import { reportFiledPage } from '../../pages/report-filed.ts';
import { reportFormPage, reportInputs } from '../../pages/report-form.ts';
import { startPage } from '../../pages/start.ts';
import { htmlAnswer } from '../base/answers.ts';
import type { Call } from '../base/call.ts';
import { parse } from '../base/parse.ts';
import type { Route } from '../base/route.ts';
import { contactMissing, formErrors, type ReportValues, reportBody } from '../views/report-form.ts';
import { uploadForm } from '../views/upload-form.ts';
import { type PublicPorts, publicRoute } from './ports.ts';

const start = publicRoute.public({
  method: 'GET',
  path: '/',
  answers: 'page',
  summary: { id: 'Halaman awal', en: 'Start page' },
  access: null,
  handle: (_input, { frame, lang }) => htmlAnswer(startPage({ frame }, lang)),
});

interface Refill {
  readonly values: ReportValues;
  readonly errors: readonly FieldError[];
  readonly status: 200 | 409 | 422;
}

/** The form; each one that is handed out has a key of its own, so that sending it twice files one report. */
const formAnswer = async (call: Call<PublicPorts>, limits: IntakeLimits, { values, errors, status }: Refill) => {
  const agencies = await call.ports.directory.agencies();
  const view = {
    frame: call.frame,
    form: { action: '/lapor', hidden: { formKey: toHex(call.ports.ids.bytes(16)) } },
    agencies: agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name })),
    maxUrls: limits.urls,
    values,
    errors,
  };
  return htmlAnswer(reportFormPage(view, call.lang), { status });
};

const showForm = (limits: IntakeLimits): Route<PublicPorts> =>
  publicRoute.public({
    method: 'GET',
    path: '/lapor',
    answers: 'page',
    summary: { id: 'Formulir laporan', en: 'Report form' },
    access: null,
    handle: (_input, call) => formAnswer(call, limits, { values: {}, errors: [], status: 200 }),
  });

const filedAnswer = (filed: FiledReport, { frame, lang }: Call<PublicPorts>, limits: IntakeLimits): Response => {
  const upload = uploadForm(filed.receiptCode, limits, []);
  return htmlAnswer(reportFiledPage({ frame, ...filed, upload }, lang), { status: 201 });
};

const sentAlready = {
  id: 'Formulir ini sudah pernah dikirim. Kirim lagi bila ini memang laporan lain.',
  en: 'This form was sent before. Send it again if this is indeed another report.',
} as const;

const reportFields = z.strictObject({
  ...Object.fromEntries(reportInputs.map((name) => [name, z.string().max(100_000).optional()])),
  formKey: z.string().regex(/^[0-9a-f]{32}$/),
});

const judged = async (call: Call<PublicPorts>, values: ReportValues, limits: IntakeLimits) => {
  const parsed = parse(reportSchema(limits), reportBody(values, call.lang), call.lang);
  const errors = [...(parsed.ok ? [] : formErrors(parsed.errors, call.lang)), ...contactMissing(values, call.lang)];
  return parsed.ok && errors.length === 0 ? { report: parsed.value } : { errors };
};

const takeForm = (limits: IntakeLimits): Route<PublicPorts> =>
  publicRoute.public({
    method: 'POST',
    path: '/lapor',
    answers: 'page',
    summary: { id: 'Mengirim formulir laporan', en: 'Files a report by form' },
    access: null,
    limit: 'intake',
    bodyKind: 'form',
    request: { body: reportFields },
    handle: async ({ body: { formKey, ...values } }, call) => {
      const refill = (errors: readonly FieldError[], status: 409 | 422) =>
        formAnswer(call, limits, { values, errors, status });
      const judgement = await judged(call, values, limits);
      if ('errors' in judgement) return refill(judgement.errors, 422);
      const received = await receiveReport(call.ports, {
        report: judgement.report,
        channel: 'FORM',
        idempotencyKey: `form:${formKey}`,
      });
      if (received.kind === 'conflict') return refill([{ field: 'description', message: sentAlready[call.lang] }], 409);
      if (received.kind === 'filed') return filedAnswer(received.filed, call, limits);
      const { path, refusal } = received;
      return refill(formErrors([{ path, message: refusal[call.lang] }], call.lang), 422);
    },
  });

/** Start page, and filing a report by form. */
export const reportPages = (limits: IntakeLimits): Route<PublicPorts>[] => [start, showForm(limits), takeForm(limits)];
