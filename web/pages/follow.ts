import {
  areaField,
  button,
  errorSummary,
  type FieldError,
  type FormState,
  type FormTarget,
  hiddenFields,
  textField,
} from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { facts, notice, section } from '../design/parts.ts';
import type { StatusCode } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { type UploadView, uploadPart } from './upload.ts';

export interface FollowFormView {
  readonly frame: Frame;
  /** Takes the input `receiptCode`. */
  readonly form: FormTarget;
  readonly errors: readonly FieldError[];
}

/** `/lacak`: asks for the receipt code. */
export const followFormPage = (view: FollowFormView, lang: Lang): Html => {
  const { follow } = textsFor(lang).report;
  const state: FormState = { lang, errors: view.errors, values: {} };
  const body = html`${errorSummary(state)}<p class="lede">${follow.lede}</p>
<form method="post" action="${view.form.action}">${hiddenFields(view.form.hidden)}${textField(state, {
    name: 'receiptCode',
    label: follow.code,
    hint: follow.codeHint,
    autocomplete: 'off',
    spellcheck: false,
    required: true,
  })}${button(follow.submit)}</form>`;
  return layout({ lang, frame: view.frame, title: follow.title, body, nav: 'follow' });
};

export interface Message {
  readonly from: 'REPORTER' | 'OFFICE';
  readonly at: Moment;
  readonly text: string;
}

export interface FollowStatusView {
  readonly frame: Frame;
  readonly caseNumber: string;
  readonly status: StatusCode;
  readonly receivedAt: Moment;
  readonly updatedAt: Moment;
  /** Until when a question of the office waits for an answer. */
  readonly answerBy: Moment | null;
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** Takes the input `text`; `null` where nothing can be added any more. */
  readonly reply:
    | (FormTarget & { readonly errors: readonly FieldError[]; readonly text: string; readonly sent: boolean })
    | null;
  readonly upload: UploadView | null;
}

/** The way of a report; a side exit leaves out the stages that it may never have reached. */
const wayTo = (status: StatusCode): readonly StatusCode[] => {
  switch (status) {
    case 'REJECTED':
    case 'REFERRED':
    case 'MERGED':
      return ['RECEIVED', 'CAPTURING', 'TRIAGE', status];
    case 'DISMISSED':
      return ['RECEIVED', 'CAPTURING', 'TRIAGE', 'REVIEW', status];
    default:
      return ['RECEIVED', 'CAPTURING', 'TRIAGE', 'REVIEW', 'DECISION', 'SERVICE', 'CLOSED'];
  }
};

const ended: ReadonlySet<StatusCode> = new Set(['CLOSED', 'REJECTED', 'REFERRED', 'MERGED', 'DISMISSED']);

const steps = (status: StatusCode, lang: Lang): Html => {
  const { domain, report } = textsFor(lang);
  const way = wayTo(status);
  const now = way.indexOf(status);
  return html`<ol class="steps">${way.map((step, i) => {
    const done = i < now || (i === now && ended.has(status));
    const kind = done ? 'done' : i === now ? 'now' : 'later';
    const said = { done: report.follow.stepDone, now: report.follow.stepNow, later: report.follow.stepLater }[kind];
    return html`<li class="${kind}"${i === now && html` aria-current="step"`}>${domain.status[step].label} <span class="sr">(${said})</span></li>`;
  })}</ol>`;
};

const thread = (messages: readonly Message[], lang: Lang): Html => {
  const { follow } = textsFor(lang).report;
  if (messages.length === 0) return html`<p>${follow.noMessages}</p>`;
  return html`<ol class="thread">${messages.map(
    ({ from, at, text }) =>
      html`<li class="${from === 'REPORTER' ? 'mine' : 'theirs'}"><p class="meta"><b>${
        from === 'REPORTER' ? follow.fromYou : follow.fromOffice
      }</b> ${timeTag(at)}</p><p class="typed">${text}</p></li>`,
  )}</ol>`;
};

const replyPart = (reply: NonNullable<FollowStatusView['reply']>, lang: Lang): Html => {
  const { follow } = textsFor(lang).report;
  const state: FormState = { lang, errors: reply.errors, values: { text: reply.text } };
  return section(
    'reply',
    follow.replyTitle,
    html`<form method="post" action="${reply.action}">${hiddenFields(reply.hidden)}${areaField(state, {
      name: 'text',
      label: follow.reply,
      hint: follow.replyHint,
      required: true,
      rows: 5,
    })}${button(follow.replySubmit, true)}</form>`,
  );
};

const askedNotice = ({ answerBy }: FollowStatusView, lang: Lang): Html | null => {
  const { follow } = textsFor(lang).report;
  return when(answerBy, ({ text }) =>
    notice('warn', html`<p><b>${follow.asked(text)}</b></p><p><a href="#text">${follow.answer}</a></p>`),
  );
};

/** What a reporter sees of their report: status in plain words, messages both ways, a reply. */
export const followStatusPage = (view: FollowStatusView, lang: Lang): Html => {
  const { domain, report } = textsFor(lang);
  const status = domain.status[view.status];
  const body = html`${view.reply && errorSummary({ lang, errors: view.reply.errors, values: {} })}${
    view.reply?.sent && notice('good', report.follow.sent, 'status')
  }${askedNotice(view, lang)}<div class="standing" data-status="${view.status}"><p class="label">${report.follow.statusTitle}</p><p class="state">${status.label}</p><p>${status.meaning}</p></div>
${facts([
  { label: report.filed.caseNumber, value: view.caseNumber },
  { label: report.follow.received, value: timeTag(view.receivedAt) },
  { label: report.follow.updated, value: timeTag(view.updatedAt) },
])}
${section('way', report.follow.stepsTitle, steps(view.status, lang))}
${section('messages', report.follow.messagesTitle, thread(view.messages, lang))}
${when(view.reply, (reply) => replyPart(reply, lang))}
${when(view.upload, (upload) => uploadPart(upload, lang))}`;
  return layout({ lang, frame: view.frame, title: report.follow.title, body, nav: 'follow' });
};
