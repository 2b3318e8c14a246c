import * as z from 'zod';
import { verifyTrail } from '../../../core/trail/verify.ts';
import { verifyExport } from '../../../core/trail/verify-export.ts';
import { readTrailFile } from '../../../core/trail/verify-file.ts';
import { verifyStamps } from '../../../core/trail/verify-stamps.ts';
import type { FieldError } from '../../design/fields.ts';
import { verifyFormPage, verifyVerdictPage } from '../../pages/verify.ts';
import { htmlAnswer } from '../base/answers.ts';
import type { Call } from '../base/call.ts';
import { FormFile } from '../base/form-file.ts';
import type { Route } from '../base/route.ts';
import { judgedExport, judgedReceipt, judgedTrail, judgedUnreadable } from '../views/verdict.ts';
import { type PublicPorts, publicRoute } from './ports.ts';
import { readReceipt } from './read-receipt.ts';

const nothingGiven = {
  id: 'Tempel teks bukti pelaporan atau pilih berkas.',
  en: 'Paste the text of a receipt, or choose a file.',
} as const;

const formAnswer = ({ frame, lang }: Call<PublicPorts>, errors: readonly FieldError[]): Response =>
  htmlAnswer(verifyFormPage({ frame, form: { action: '/verifikasi', hidden: {} }, typed: '', errors }, lang), {
    status: errors.length === 0 ? 200 : 422,
  });

/** What is given, judged by itself: nothing is looked up, nothing is kept. */
const judge = async ({ ports, lang }: Call<PublicPorts>, text: string) => {
  const file = readTrailFile(text);
  switch (file.kind) {
    case 'export':
      return judgedExport(verifyExport(file.content), await verifyStamps(file.content, ports.judgeStamp), lang);
    case 'trail':
      return judgedTrail(verifyTrail(file.events, { head: file.head }), lang);
    case 'receipt':
      return judgedReceipt(await readReceipt(ports.signer, file.jws), lang);
    case 'unreadable':
      return judgedUnreadable(file.explanation[lang]);
    default:
      return file satisfies never;
  }
};

const showForm = publicRoute.public({
  method: 'GET',
  path: '/verifikasi',
  answers: 'page',
  summary: { id: 'Verifikasi', en: 'Verification' },
  access: null,
  handle: (_input, call) => formAnswer(call, []),
});

const verifyDocument = publicRoute.public({
  method: 'POST',
  path: '/verifikasi',
  answers: 'page',
  summary: { id: 'Memeriksa bukti pelaporan atau jejak', en: 'Verifies a receipt or a trail' },
  access: null,
  limit: 'verify',
  bodyKind: 'form',
  maxBody: ({ verifyBytes }) => verifyBytes,
  request: { body: z.strictObject({ document: z.string().default(''), file: z.instanceof(FormFile).optional() }) },
  handle: async ({ body: { document, file } }, call) => {
    const text = file === undefined || file.size === 0 ? document.trim() : file.text();
    if (text === '') return formAnswer(call, [{ field: 'document', message: nothingGiven[call.lang] }]);
    return htmlAnswer(verifyVerdictPage({ frame: call.frame, ...(await judge(call, text)) }, call.lang));
  },
});

/** Verifying a receipt or an export without an account. */
export const verifyPages: readonly Route<PublicPorts>[] = [showForm, verifyDocument];
