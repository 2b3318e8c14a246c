import * as z from 'zod';
import { isMediaType, UNKNOWN_MEDIA_TYPE } from '../../../core/media-type.ts';
import { type IntakeLimits, messageSchema } from '../../../core/report.ts';
import { attachFile } from '../../../core/use-cases/attach-file.ts';
import { addMessage, followReport } from '../../../core/use-cases/follow-report.ts';
import type { FieldError } from '../../design/fields.ts';
import { followFormPage, followStatusPage } from '../../pages/follow.ts';
import type { UploadView } from '../../pages/upload.ts';
import { htmlAnswer } from '../base/answers.ts';
import type { Call } from '../base/call.ts';
import { formList } from '../base/form-body.ts';
import { FormFile } from '../base/form-file.ts';
import { HttpProblem, refusalProblem } from '../base/http-problem.ts';
import { parse } from '../base/parse.ts';
import type { Route } from '../base/route.ts';
import { followedView } from '../views/followed-report.ts';
import { receivedFile, uploadForm } from '../views/upload-form.ts';
import { type PublicPorts, publicRoute } from './ports.ts';
import { wrongCode } from './receipt-code.ts';

const receiptCode = z.string().trim().min(1).max(64);
const unknownCode = {
  id: 'Kode ini tidak dikenal. Periksa lagi huruf dan angkanya.',
  en: 'This code is not known. Check its letters and digits.',
} as const;

const formAnswer = ({ frame, lang }: Call<PublicPorts>, errors: readonly FieldError[]): Response =>
  htmlAnswer(followFormPage({ frame, form: { action: '/lacak', hidden: {} }, errors }, lang), {
    status: errors.length === 0 ? 200 : 404,
  });

const unknownAnswer = async (call: Call<PublicPorts>): Promise<Response> => {
  await wrongCode(call);
  return formAnswer(call, [{ field: 'receiptCode', message: unknownCode[call.lang] }]);
};

/** What came of what the reporter just did, on the page that shows the report. */
interface Done {
  readonly sent?: boolean;
  readonly text?: string;
  readonly errors?: readonly FieldError[];
  readonly received?: UploadView['received'];
}

const statusAnswer = async (call: Call<PublicPorts>, code: string, limits: IntakeLimits, done: Done = {}) => {
  const followed = await followReport(call.ports, code);
  if (followed === undefined) return unknownAnswer(call);
  const { sent = false, text = '', errors = [], received = [] } = done;
  const agency = await call.ports.directory.agency(followed.state.agencyId);
  const isOpen = followed.state.closed === undefined;
  const view = {
    frame: call.frame,
    ...followedView(followed, agency?.zone ?? 'WIB', call.lang),
    reply: isOpen ? { action: '/lacak/pesan', hidden: { receiptCode: code }, errors, text, sent } : null,
    upload: isOpen ? uploadForm(code, limits, received) : null,
  };
  return htmlAnswer(followStatusPage(view, call.lang), { status: errors.length === 0 ? 200 : 422 });
};

const showForm = publicRoute.public({
  method: 'GET',
  path: '/lacak',
  answers: 'page',
  summary: { id: 'Melacak laporan', en: 'Following a report' },
  access: null,
  handle: (_input, call) => formAnswer(call, []),
});

const showStatus = (limits: IntakeLimits): Route<PublicPorts> =>
  publicRoute.public({
    method: 'POST',
    path: '/lacak',
    answers: 'page',
    summary: { id: 'Keadaan laporan', en: 'The status of a report' },
    access: null,
    limit: 'status',
    bodyKind: 'form',
    request: { body: z.strictObject({ receiptCode: z.string() }) },
    handle: ({ body }, call) => {
      const code = receiptCode.safeParse(body.receiptCode);
      return code.success ? statusAnswer(call, code.data, limits) : unknownAnswer(call);
    },
  });

const takeMessage = (limits: IntakeLimits): Route<PublicPorts> =>
  publicRoute.public({
    method: 'POST',
    path: '/lacak/pesan',
    answers: 'page',
    summary: { id: 'Pesan pelapor', en: 'A message of the reporter' },
    access: null,
    limit: 'messages',
    bodyKind: 'form',
    request: { body: z.strictObject({ receiptCode, text: z.string() }) },
    handle: async ({ body }, call) => {
      const { lang, ports } = call;
      const message = parse(messageSchema, { text: body.text }, lang);
      const again = (errors: readonly FieldError[]) =>
        statusAnswer(call, body.receiptCode, limits, { text: body.text, errors });
      if (!message.ok) return again(message.errors.map(({ message: what }) => ({ field: 'text', message: what })));
      const result = await addMessage(ports, { receiptCode: body.receiptCode, text: message.value.text });
      if (result.kind === 'unknown-code') return unknownAnswer(call);
      if (result.kind === 'refused') return again([{ field: 'text', message: result.refusal[lang] }]);
      return statusAnswer(call, body.receiptCode, limits, { sent: true });
    },
  });

/** What the browser says a file is, where it says so in the form of a media type. */
const mediaTypeOf = ({ type }: FormFile): string => (isMediaType(type) ? type : UNKNOWN_MEDIA_TYPE);

const takeFiles = (limits: IntakeLimits): Route<PublicPorts> =>
  publicRoute.public({
    method: 'POST',
    path: '/lacak/berkas',
    answers: 'page',
    summary: { id: 'Berkas bukti dari pelapor', en: 'Evidence files of the reporter' },
    access: null,
    limit: 'uploads',
    bodyKind: 'form',
    maxBody: ({ fileFormBytes }) => fileFormBytes,
    request: { body: z.strictObject({ receiptCode, file: formList(z.instanceof(FormFile)) }) },
    handle: async ({ body }, call) => {
      const received: UploadView['received'][number][] = [];
      for (const file of body.file) {
        const input = { receiptCode: body.receiptCode, bytes: file.bytes, mediaType: mediaTypeOf(file), limits };
        const result = await attachFile(call.ports, input);
        if (result.kind === 'unknown-code') return unknownAnswer(call);
        if (result.kind === 'refused') throw refusalProblem(result.refusal, `file: ${file.name}`, call.lang);
        received.push(receivedFile(file.name, result.artifact, call.lang));
      }
      if (received.length === 0) throw new HttpProblem('invalid-input', { errors: [{ path: 'file', message: '' }] });
      return statusAnswer(call, body.receiptCode, limits, { received });
    },
  });

/** Following a report by its receipt code, which is only ever in a body. */
export const followPages = (limits: IntakeLimits): Route<PublicPorts>[] => [
  showForm,
  showStatus(limits),
  takeMessage(limits),
  takeFiles(limits),
];
