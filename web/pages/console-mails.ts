import type { InboundReason, InboundStatus } from '../../core/inbound/inbound-row.ts';
import type { MailVerdicts } from '../../core/inbound/verdicts.ts';
import { areaField, button, errorSummary, type FieldError, type FormTarget, hiddenFields } from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { facts, hash, notice, section, table } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { consoleNav } from './console-frame.ts';

export interface MailRow {
  readonly href: string;
  readonly receivedAt: Moment;
  readonly status: InboundStatus;
  readonly reason: InboundReason | null;
  readonly size: string;
  readonly verdicts: MailVerdicts;
}

export interface MailListView {
  readonly frame: Frame;
  readonly status: InboundStatus;
  readonly statuses: readonly InboundStatus[];
  readonly rows: readonly MailRow[];
  readonly nextHref: string | null;
}

const verdictsText = ({ spf, dkim, dmarc, arc, source }: MailVerdicts, lang: Lang): string =>
  source === 'NONE'
    ? textsFor(lang).mail.one.by.NONE
    : `SPF ${spf}, DKIM ${dkim}, DMARC ${dmarc}, ARC ${arc} (${textsFor(lang).mail.one.by[source]})`;

const why = ({ reason, status }: Pick<MailRow, 'reason' | 'status'>, lang: Lang): string => {
  const { mail } = textsFor(lang);
  return reason === null ? mail.status[status] : mail.reason[reason];
};

const filterLinks = ({ status, statuses }: MailListView, lang: Lang): Html => {
  const { mail } = textsFor(lang);
  return html`<nav class="tabs" aria-label="${mail.queue.filter}"><ul>${statuses.map(
    (one) =>
      html`<li><a href="/konsol/surat?status=${one}"${one === status && html` aria-current="page"`}>${mail.status[one]}</a></li>`,
  )}</ul></nav>
`;
};

/** `/konsol/surat`: mails of one state, those that wait for a person first. */
export const mailListPage = (view: MailListView, lang: Lang): Html => {
  const { queue } = textsFor(lang).mail;
  const columns = [queue.received, queue.reason, queue.size, queue.verdicts].map((label) => ({ label }));
  const rows = view.rows.map((row) => [
    html`<a href="${row.href}">${timeTag(row.receivedAt)}</a>`,
    why(row, lang),
    row.size,
    verdictsText(row.verdicts, lang),
  ]);
  const body = html`${consoleNav('mails', lang, view.frame)}<p class="lede">${queue.lede}</p>
${filterLinks(view, lang)}${
  rows.length === 0 ? html`<p class="empty">${queue.empty}</p>` : table(queue.caption, columns, rows)
}${when(view.nextHref, (href) => html`<p class="actions"><a class="button quiet" href="${href}">${queue.next}</a></p>`)}`;
  return layout({ lang, frame: view.frame, title: queue.title, body, nav: 'console', width: 'wide' });
};

/** A form on the page of a mail, as it came back where something was wrong with it. */
export interface MailForm extends FormTarget {
  readonly step: 'open-raw' | 'file-report' | 'set-aside';
  readonly errors: readonly FieldError[];
  readonly values: Readonly<Record<string, string>>;
}

export interface MailView extends Omit<MailRow, 'href'> {
  readonly frame: Frame;
  readonly sha256: string;
  readonly omitted: number;
  readonly caseNumber: string | null;
  readonly acts: readonly {
    readonly at: Moment;
    readonly who: string;
    readonly action: 'OPENED' | 'FILED' | 'SET_ASIDE';
    readonly reason: string;
  }[];
  readonly refused: string | null;
  readonly raw: MailForm;
  /** Null where the mail is settled. */
  readonly file: MailForm | null;
  readonly aside: MailForm | null;
}

const formTexts = (step: MailForm['step'], lang: Lang) => {
  const { one } = textsFor(lang).mail;
  switch (step) {
    case 'open-raw':
      return { title: one.rawTitle, text: one.rawText, submit: one.rawSubmit };
    case 'file-report':
      return { title: one.fileTitle, text: one.fileText, submit: one.fileSubmit };
    case 'set-aside':
      return { title: one.asideTitle, text: one.asideText, submit: one.asideSubmit };
    default:
      return step satisfies never;
  }
};

const formPart = (form: MailForm, lang: Lang): Html => {
  const { one } = textsFor(lang).mail;
  const { title, text, submit } = formTexts(form.step, lang);
  const state = { lang, errors: form.errors, values: form.values };
  const reason = `reason-${form.step}`;
  return section(
    form.step,
    title,
    html`<p>${text}</p><form method="post" action="${form.action}" data-step="${form.step}">${hiddenFields(form.hidden)}${
      form.step === 'file-report' &&
      areaField(state, { name: 'description', label: one.description, required: true, rows: 8 })
    }${areaField(state, {
      id: reason,
      name: 'reason',
      label: one.reason,
      hint: one.reasonHint,
      required: true,
      rows: 2,
      maxlength: 500,
    })}${button(submit, form.step !== 'file-report')}</form>`,
  );
};

const actsPart = ({ acts }: MailView, lang: Lang): Html => {
  const { one } = textsFor(lang).mail;
  if (acts.length === 0) return section('acts', one.acts, html`<p>${one.noActs}</p>`);
  const columns = [one.at, one.who, one.what, one.why].map((label) => ({ label }));
  const rows = acts.map(({ at, who, action, reason }) => [timeTag(at), who, one.action[action], reason]);
  return section('acts', one.acts, table(one.acts, columns, rows));
};

/** `/konsol/surat/<mailId>`: what is known of a mail, and what may be done with it; its content only ever as a file. */
export const inboundMailPage = (view: MailView, lang: Lang): Html => {
  const { mail, task } = textsFor(lang);
  const forms = [view.raw, view.file, view.aside].filter((form) => form !== null);
  const errors = forms.flatMap((form) => form.errors);
  const body = html`${consoleNav('mails', lang, view.frame)}${errorSummary({ lang, errors, values: {} })}${when(
    view.refused,
    (text) => notice('bad', text, 'alert'),
  )}${facts([
    { label: mail.queue.received, value: timeTag(view.receivedAt) },
    { label: mail.queue.status, value: mail.status[view.status] },
    { label: mail.queue.reason, value: view.reason === null ? null : mail.reason[view.reason] },
    { label: task.act.caseNumber, value: view.caseNumber },
    { label: mail.queue.size, value: view.size },
    { label: mail.queue.verdicts, value: verdictsText(view.verdicts, lang) },
    { label: mail.one.omitted, value: view.omitted === 0 ? null : String(view.omitted) },
    { label: mail.one.hash, value: hash(view.sha256) },
  ])}<p>${mail.one.verdictsNote}</p>
${actsPart(view, lang)}${forms.map((form) => formPart(form, lang))}`;
  return layout({ lang, frame: view.frame, title: mail.one.title, body, nav: 'console', result: view.status });
};
