import type { StepUpSettings } from '../../../core/step-up/settings.ts';
import {
  csrfToken,
  isProven,
  type Link,
  type LiveTask,
  liveTask,
  recordTouch,
} from '../../../core/use-cases/visit-link.ts';
import type { Html } from '../../design/html.ts';
import { codePage, neutralPage } from '../../pages/task-gate.ts';
import { taskRefusalPage } from '../../pages/task-result.ts';
import { type Texts, textsFor } from '../../text/texts.ts';
import { htmlAnswer } from '../base/answers.ts';
import type { Call } from '../base/call.ts';
import { actPage, type Posted } from './act-page.ts';
import { browserOf } from './browser-cookie.ts';
import { isRespondents, respondentPage } from './respondent-page.ts';
import { type StepUpVisitor, stepUpAnswer, stepUpGate } from './step-up-gate.ts';
import { type HeldRow, heldRow, parseLink } from './task-link.ts';
import type { TaskPagePorts } from './task-page-ports.ts';

export type TaskCall = Call<TaskPagePorts>;

/** Pages behind a link name their own address nowhere but in the form: the other language is asked for by a bare query. */
export const linkCall = (call: TaskCall): TaskCall => {
  const otherLanguageHref = `?lang=${call.lang === 'id' ? 'en' : 'id'}`;
  const link = parseLink(call.pathValues.link);
  const url = new URL(call.url);
  // As it was mailed, whatever stood between made of it: forms and files are found by it.
  if (link !== undefined) url.pathname = `/t/${link.taskId}.${link.secret}`;
  return { ...call, url, frame: { ...call.frame, account: null, otherLanguageHref } };
};

/** The one refusal: not a byte of it depends on the link or on the reason. */
export const refusal = ({ frame, lang }: TaskCall, status: 403 | 404 = 404): Response =>
  htmlAnswer(taskRefusalPage({ frame }, lang), { status });

/** The page that asks for the code, in the browser that asked for it. */
export const codeAnswer = async (
  call: TaskCall,
  asking: { readonly link: Link; readonly browser: string; readonly error?: keyof Texts['views']['codeErrors'] },
  answer: { readonly status?: number; readonly cookie?: string } = {},
): Promise<Response> => {
  const { ports, frame, lang, url } = call;
  const { link, browser, error } = asking;
  const errors = error === undefined ? [] : [{ field: 'code', message: textsFor(lang).views.codeErrors[error] }];
  const csrf = await csrfToken(ports, link.taskId, browser);
  const page: Html = codePage({ frame, action: url.pathname, csrf, errors }, lang);
  return htmlAnswer(page, {
    status: answer.status ?? 200,
    headers: answer.cookie === undefined ? {} : { 'Set-Cookie': answer.cookie },
  });
};

/** This browser, if it proved the holder's mailbox for the task: enough to be asked for more, not to see the case. */
export const mailboxBrowser = async (call: TaskCall, { taskId }: Link): Promise<string | undefined> => {
  const browser = browserOf(call, taskId);
  return browser !== undefined && (await isProven(call.ports, taskId, browser)) ? browser : undefined;
};

/** The holder of a task in a browser that proved their mailbox. */
export const visitorOf = ({ agencyId, taskId, assigneeNip: nip }: HeldRow, browser: string): StepUpVisitor => ({
  agencyId,
  nip,
  subject: taskId,
  browser,
});

/** This browser, if it proved all that the agency asks for: the mailbox, and more where it is required. */
export const provenBrowser = async (call: TaskCall, link: Link): Promise<string | undefined> => {
  const row = await heldRow(call.ports, link);
  const browser = row && (await mailboxBrowser(call, link));
  if (row === undefined || browser === undefined) return undefined;
  return (await stepUpGate(call, row.kind, visitorOf(row, browser))).isOpen ? browser : undefined;
};

/** The act page, or the respondent's own, for a browser that is proven. */
export const actAnswer = async (
  call: TaskCall,
  live: LiveTask,
  shown: { readonly browser: string; readonly status?: number; readonly posted?: Posted },
): Promise<Response> => {
  const csrf = await csrfToken(call.ports, live.row.taskId, shown.browser);
  const options = { csrf, posted: shown.posted };
  const page = isRespondents(live.task)
    ? await respondentPage(call, live, options)
    : await actPage(call, live, { via: 'LINK', ...options });
  return htmlAnswer(page, { status: shown.status ?? 200 });
};

/** The page that asks for one more proof, in a form of this browser. */
export const stepUpPageFor = async (
  call: TaskCall,
  visitor: StepUpVisitor,
  { settings, status }: { readonly settings: StepUpSettings; readonly status: number },
): Promise<Response> => {
  const csrf = await csrfToken(call.ports, visitor.subject, visitor.browser);
  return stepUpAnswer(call, visitor, { settings, csrf, ...(status === 200 ? {} : { status }) });
};

/** What a link shows on arrival: the case to a proven browser, to everything else a page that says nothing and changes nothing. */
export const arrive = async (call: TaskCall, link: Link | undefined, status = 200): Promise<Response> => {
  const live = link && (await liveTask(call.ports, link));
  if (link === undefined || live === undefined) return refusal(call);
  const browser = await mailboxBrowser(call, link);
  if (browser !== undefined) {
    const visitor = visitorOf({ ...live.row, assigneeNip: live.official.nip }, browser);
    const gate = await stepUpGate(call, live.task.kind, visitor);
    return gate.isOpen ? actAnswer(call, live, { browser }) : stepUpPageFor(call, visitor, { ...gate, status });
  }
  await recordTouch(call.ports, live);
  return htmlAnswer(neutralPage({ frame: call.frame, action: call.url.pathname }, call.lang), { status });
};
