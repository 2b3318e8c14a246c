import { signOutPage } from '../../pages/console-sign-in.ts';
import { htmlAnswer, seeOther } from '../base/answers.ts';
import type { Call } from '../base/call.ts';
import { HttpProblem } from '../base/http-problem.ts';
import type { Route } from '../base/route.ts';
import { formFields } from '../tasks/form-fields.ts';
import { isFromOwnPage } from '../tasks/same-origin.ts';
import { accessRoutes } from './access-page.ts';
import { boardAnswer, boardQuery } from './board-page.ts';
import { captureRoutes } from './capture-routes.ts';
import { caseListAnswer, type ListQuery, listQuery } from './case-list.ts';
import {
  caseAnswer,
  casePath,
  evidenceAnswer,
  evidencePath,
  evidenceReasonAnswer,
  exportAnswer,
  registerFileAnswer,
} from './case-pages.ts';
import { type ConsoleCall, requireOwnForm, sessionToken, withAccount } from './console-call.ts';
import { type ConsolePorts, consoleRoute } from './console-ports.ts';
import { custodyRoutes } from './custody-page.ts';
import { factorRoutes } from './factor-routes.ts';
import { mailRoutes } from './mail-routes.ts';
import type { OidcClient } from './oidc-client.ts';
import { BOARD, CONSOLE, returnPath, SILENCE } from './return-path.ts';
import { noSessionCookie, sessionPrincipal } from './session.ts';
import { finishSignIn, SIGN_IN, signInAnswer, startSignIn } from './sign-in.ts';
import { silenceAnswer, silenceCsvAnswer, silenceQuery } from './silence-page.ts';
import { originalRoutes } from './task-originals.ts';
import {
  myTasksAnswer,
  taskActAnswer,
  taskAnswer,
  taskEvidenceAnswer,
  taskEvidencePath,
  taskPath,
} from './task-pages.ts';

const SIGN_OUT = '/konsol/keluar';

const frontPage = async (call: Call<ConsolePorts>, query: ListQuery, oidc: OidcClient): Promise<Response> => {
  const principal = await sessionPrincipal(call.ports, call.config, call.cookies);
  if (principal === undefined) return signInAnswer(call, { returnTo: returnPath(query.kembali), oidc });
  return caseListAnswer(await withAccount({ ...call, principal }), query);
};

const signOutAnswer = async (call: ConsoleCall): Promise<Response> => {
  const form = { action: SIGN_OUT, hidden: { csrf: await sessionToken(call, SIGN_OUT) } };
  return htmlAnswer(signOutPage({ frame: call.frame, form }, call.lang));
};

const page = { answers: 'page', limit: 'staff' } as const;

const signInRoutes = (oidc: OidcClient): Route<ConsolePorts>[] => [
  consoleRoute.public({
    ...page,
    method: 'GET',
    path: CONSOLE,
    summary: { id: 'Daftar perkara, atau masuk', en: 'List of cases, or sign-in' },
    access: 'case-listed',
    request: { query: listQuery },
    handle: ({ query }, call) => frontPage(call, query, oidc),
  }),
  consoleRoute.public({
    ...page,
    method: 'POST',
    path: SIGN_IN,
    summary: { id: 'Mulai masuk', en: 'Begin to sign in' },
    access: null,
    bodyKind: 'form',
    request: { body: formFields },
    handle: ({ body }, call) => {
      if (!isFromOwnPage(call)) throw new HttpProblem('not-found');
      return startSignIn(call, oidc, body);
    },
  }),
  consoleRoute.public({
    ...page,
    method: 'GET',
    path: `${SIGN_IN}/selesai`,
    summary: { id: 'Kembali dari layanan masuk', en: 'Back from the sign-in service' },
    access: null,
    handle: (_input, call) => finishSignIn(call, oidc),
  }),
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: SIGN_OUT,
    summary: { id: 'Keluar', en: 'Sign out' },
    access: null,
    handle: async (_input, call) => signOutAnswer(await withAccount(call)),
  }),
  consoleRoute.console({
    ...page,
    method: 'POST',
    path: SIGN_OUT,
    summary: { id: 'Keluar', en: 'Sign out' },
    access: null,
    bodyKind: 'form',
    request: { body: formFields },
    handle: async ({ body }, call) => {
      await requireOwnForm(call, SIGN_OUT, body);
      return seeOther(CONSOLE, { 'Set-Cookie': noSessionCookie(call.config) });
    },
  }),
];

const caseRoutes: readonly Route<ConsolePorts>[] = [
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: '/konsol/perkara/{caseNumber}',
    summary: { id: 'Satu perkara', en: 'One case' },
    access: 'case-viewed',
    request: { params: casePath },
    handle: async ({ params }, call) => caseAnswer(await withAccount(call), params),
  }),
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: '/konsol/perkara/{caseNumber}/ekspor',
    summary: { id: 'Jejak untuk diperiksa sendiri', en: 'The trail, to check it yourself' },
    access: 'case-exported',
    request: { params: casePath },
    handle: ({ params }, call) => exportAnswer(call, params),
  }),
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: '/konsol/perkara/{caseNumber}/register',
    summary: { id: 'Berkas untuk sistem nasional', en: 'File for the national register' },
    access: 'register-exported',
    request: { params: casePath },
    handle: ({ params }, call) => registerFileAnswer(call, params, 'REGISTER'),
  }),
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: '/konsol/perkara/{caseNumber}/upaya',
    summary: { id: 'Berkas penerusan upaya administratif', en: 'Package of an objection or appeal' },
    access: 'appeal-exported',
    request: { params: casePath },
    handle: ({ params }, call) => registerFileAnswer(call, params, 'APPEAL'),
  }),
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: '/konsol/perkara/{caseNumber}/bukti/{artifactId}',
    summary: { id: 'Keperluan membuka berkas', en: 'Purpose of opening a file' },
    access: 'evidence-asked',
    request: { params: evidencePath },
    handle: async ({ params }, call) => evidenceReasonAnswer(await withAccount(call), params),
  }),
  consoleRoute.console({
    ...page,
    method: 'POST',
    path: '/konsol/perkara/{caseNumber}/bukti/{artifactId}',
    summary: { id: 'Berkas bukti', en: 'Evidence file' },
    access: 'evidence-opened',
    bodyKind: 'form',
    request: { params: evidencePath, body: formFields },
    handle: async ({ params, body }, call) => evidenceAnswer(await withAccount(call), params, body),
  }),
];

const overviewRoutes: readonly Route<ConsolePorts>[] = [
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: BOARD,
    summary: { id: 'Papan tenggat: perkara terbuka menurut sisa waktu', en: 'Open cases by time left' },
    access: 'board-listed',
    request: { query: boardQuery },
    handle: async ({ query }, call) => boardAnswer(await withAccount(call), query),
  }),
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: SILENCE,
    summary: { id: 'Laporan kelalaian', en: 'Silence report' },
    access: 'silence-listed',
    request: { query: silenceQuery },
    handle: async ({ query }, call) => silenceAnswer(await withAccount(call), query),
  }),
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: `${SILENCE}.csv`,
    summary: { id: 'Laporan kelalaian sebagai CSV', en: 'Silence report as CSV' },
    access: 'silence-listed',
    request: { query: silenceQuery },
    handle: ({ query }, call) => silenceCsvAnswer(call, query),
  }),
];

const taskRoutes: readonly Route<ConsolePorts>[] = [
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: '/konsol/tugas',
    summary: { id: 'Tugas saya', en: 'My tasks' },
    access: 'task-listed',
    handle: async (_input, call) => myTasksAnswer(await withAccount(call)),
  }),
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: '/konsol/tugas/{taskId}',
    summary: { id: 'Halaman tugas', en: 'Task page' },
    access: 'task-viewed',
    request: { params: taskPath },
    handle: async ({ params }, call) => taskAnswer(await withAccount(call), params),
  }),
  consoleRoute.console({
    ...page,
    method: 'POST',
    path: '/konsol/tugas/{taskId}',
    summary: { id: 'Putuskan', en: 'Decide' },
    access: 'task-viewed',
    bodyKind: 'form',
    request: { params: taskPath, body: formFields },
    handle: async ({ params, body }, call) => taskActAnswer(await withAccount(call), params, body),
  }),
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: '/konsol/tugas/{taskId}/bukti/{artifactId}',
    summary: { id: 'Berkas bukti', en: 'Evidence file' },
    access: 'evidence-opened',
    request: { params: taskEvidencePath },
    handle: ({ params }, call) => taskEvidenceAnswer(call, params),
  }),
];

/** The staff console. It stands on {@link consoleGate}; `oidc` is how people sign in. */
export const consoleRoutes = (oidc: OidcClient): readonly Route<ConsolePorts>[] => [
  ...signInRoutes(oidc),
  ...overviewRoutes,
  ...caseRoutes,
  ...custodyRoutes,
  ...accessRoutes,
  ...captureRoutes,
  ...originalRoutes,
  ...taskRoutes,
  ...mailRoutes,
  ...factorRoutes,
];
