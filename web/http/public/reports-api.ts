import * as z from 'zod';
import { caseStatusSchema } from '../../../core/case/transitions.ts';
import { caseIdSchema } from '../../../core/ids.ts';
import { type IntakeLimits, messageSchema, reportSchema } from '../../../core/report.ts';
import { instantSchema } from '../../../core/time.ts';
import { addMessage, followReport } from '../../../core/use-cases/follow-report.ts';
import { receiveReport } from '../../../core/use-cases/receive-report.ts';
import { jsonAnswer } from '../base/answers.ts';
import { HttpProblem, refusalProblem } from '../base/http-problem.ts';
import type { Route } from '../base/route.ts';
import { reportStatus } from '../views/followed-report.ts';
import { type PublicPorts, publicRoute } from './ports.ts';
import { receiptCodeIn, receiptHeaders, wrongCode } from './receipt-code.ts';

/** 1 to 255 printable characters of ASCII. */
const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x20-\x7e]{1,255}$/, '1 sampai 255 karakter ASCII tercetak / 1 to 255 printable ASCII characters')
    .optional(),
});

const uploadSchema = z.object({
  fileName: z.string(),
  url: z.string(),
  method: z.literal('PUT'),
  headers: z.record(z.string(), z.string()),
  expiresAt: instantSchema,
});

const filedSchema = z.object({
  caseNumber: caseIdSchema,
  receiptCode: z.string().describe('shown this once; the key to everything about this report'),
  receipt: z.string().describe('compact JWS (RFC 7515): proves the filing to a third party'),
  statusUrl: z.string(),
  uploads: z.array(uploadSchema).describe('where to send each announced attachment'),
});

const messageInfo = z.object({ from: z.enum(['OFFICER', 'REPORTER']), at: instantSchema, text: z.string() });

const statusSchema = z.object({
  caseNumber: caseIdSchema,
  status: caseStatusSchema,
  statusText: z.string().describe('the status in plain words'),
  updatedAt: instantSchema,
  messages: z.array(messageInfo),
});

const storedSchema = z.object({ caseNumber: caseIdSchema });

const fileReport = (limits: IntakeLimits): Route<PublicPorts> =>
  publicRoute.public({
    method: 'POST',
    path: '/v1/reports',
    answers: 'json',
    summary: { id: 'Mengirim laporan', en: 'Files a report' },
    access: null,
    limit: 'intake',
    request: { body: reportSchema(limits), headers: idempotencyHeaders },
    responses: {
      201: { meaning: { id: 'Laporan tersimpan', en: 'The report is durable' }, schema: filedSchema },
      409: { meaning: { id: 'Kunci dipakai untuk isi lain', en: 'The key was used for another body' } },
    },
    handle: async ({ body, headers }, { ports, lang }) => {
      const received = await receiveReport(ports, {
        report: body,
        channel: 'API',
        idempotencyKey: headers['idempotency-key'],
      });
      if (received.kind === 'conflict') throw new HttpProblem('conflict');
      if (received.kind === 'refused') throw refusalProblem(received.refusal, received.path, lang);
      return jsonAnswer(received.filed, { status: 201, headers: { Location: '/v1/reports/status' } });
    },
  });

const readStatus = publicRoute.public({
  method: 'GET',
  path: '/v1/reports/status',
  answers: 'json',
  summary: { id: 'Keadaan laporan menurut kode tanda terima', en: 'The status of a report, by its receipt code' },
  access: null,
  limit: 'status',
  credential: 'receipt',
  request: { headers: receiptHeaders },
  responses: { 200: { meaning: { id: 'Keadaan laporan', en: 'The status' }, schema: statusSchema } },
  handle: async ({ headers }, call) => {
    const followed = await followReport(call.ports, receiptCodeIn(headers));
    if (followed === undefined) throw await wrongCode(call);
    return jsonAnswer(reportStatus(followed, call.lang), { headers: { 'Content-Language': call.lang } });
  },
});

const sendMessage = publicRoute.public({
  method: 'POST',
  path: '/v1/reports/messages',
  answers: 'json',
  summary: { id: 'Menjawab atau menambah keterangan', en: 'Answers a question, or adds to a report' },
  access: null,
  limit: 'messages',
  credential: 'receipt',
  request: { body: messageSchema, headers: receiptHeaders },
  responses: {
    201: { meaning: { id: 'Pesan tersimpan', en: 'The message is stored' }, schema: storedSchema },
    409: { meaning: { id: 'Perkara tidak menerima pesan lagi', en: 'The case takes no more messages' } },
  },
  handle: async ({ body, headers }, call) => {
    const result = await addMessage(call.ports, { receiptCode: receiptCodeIn(headers), text: body.text });
    if (result.kind === 'unknown-code') throw await wrongCode(call);
    if (result.kind === 'refused') {
      const { refusal } = result;
      throw new HttpProblem('conflict', { code: refusal.code, detail: refusal[call.lang] });
    }
    return jsonAnswer({ caseNumber: result.caseId }, { status: 201 });
  },
});

/** The API of reporters. */
export const reportRoutes = (limits: IntakeLimits): Route<PublicPorts>[] => [
  fileReport(limits),
  readStatus,
  sendMessage,
];
