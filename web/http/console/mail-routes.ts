import type { Route } from '../base/route.ts';
import { formFields } from '../tasks/form-fields.ts';
import { withAccount } from './console-call.ts';
import { type ConsolePorts, consoleRoute } from './console-ports.ts';
import {
  mailAnswer,
  mailAsideAnswer,
  mailEndAnswer,
  mailFileAnswer,
  mailListAnswer,
  mailPath,
  mailQuery,
  mailRawAnswer,
} from './mail-pages.ts';
import { mailTextAnswer } from './mail-text.ts';
import { MAILS } from './return-path.ts';

const page = { answers: 'page', limit: 'staff', access: null } as const;

/** Mails that wait for a person. Reads of the raw message stand in the mail's own history, with their reason. */
export const mailRoutes: readonly Route<ConsolePorts>[] = [
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: MAILS,
    summary: { id: 'Surel masuk', en: 'Incoming mail' },
    request: { query: mailQuery },
    handle: async ({ query }, call) => mailListAnswer(await withAccount(call), query),
  }),
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: `${MAILS}/{mailId}`,
    summary: { id: 'Satu surel masuk', en: 'One incoming mail' },
    request: { params: mailPath },
    handle: async ({ params }, call) => mailAnswer(await withAccount(call), params),
  }),
  consoleRoute.console({
    ...page,
    method: 'POST',
    path: `${MAILS}/{mailId}/asli`,
    summary: { id: 'Surel asli', en: 'The original of a mail' },
    bodyKind: 'form',
    request: { params: mailPath, body: formFields },
    handle: async ({ params, body }, call) => mailRawAnswer(await withAccount(call), params, body),
  }),
  consoleRoute.console({
    ...page,
    method: 'POST',
    path: `${MAILS}/{mailId}/baca`,
    summary: { id: 'Isi surel di layar', en: 'What a mail says, on screen' },
    bodyKind: 'form',
    request: { params: mailPath, body: formFields },
    handle: async ({ params, body }, call) => mailTextAnswer(await withAccount(call), params, body),
  }),
  consoleRoute.console({
    ...page,
    method: 'POST',
    path: `${MAILS}/{mailId}/selesai`,
    summary: { id: 'Mencatat cara menghubungi penerima', en: 'Records how a recipient was reached' },
    bodyKind: 'form',
    request: { params: mailPath, body: formFields },
    handle: async ({ params, body }, call) => mailEndAnswer(await withAccount(call), params, body),
  }),
  consoleRoute.console({
    ...page,
    method: 'POST',
    path: `${MAILS}/{mailId}/laporan`,
    summary: { id: 'Jadikan laporan', en: 'Turn a mail into a report' },
    bodyKind: 'form',
    request: { params: mailPath, body: formFields },
    handle: async ({ params, body }, call) => mailFileAnswer(await withAccount(call), params, body),
  }),
  consoleRoute.console({
    ...page,
    method: 'POST',
    path: `${MAILS}/{mailId}/sisih`,
    summary: { id: 'Sisihkan surel', en: 'Set a mail aside' },
    bodyKind: 'form',
    request: { params: mailPath, body: formFields },
    handle: async ({ params, body }, call) => mailAsideAnswer(await withAccount(call), params, body),
  }),
];
