import { type BounceCause, type OtherWay, otherWaySchema, type Unreached } from '../../core/case/events.ts';
import type { InboundReason, InboundStatus } from '../../core/inbound/inbound-row.ts';
import type { MailVerdicts } from '../../core/inbound/verdicts.ts';
import {
  areaField,
  button,
  choiceGroup,
  errorSummary,
  type FieldError,
  type FormState,
  type FormTarget,
  hiddenFields,
} from '../design/fields.ts';
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
  readonly step: 'open-raw' | 'file-report' | 'set-aside' | 'end-undelivered';
  readonly errors: readonly FieldError[];
  readonly values: Readonly<Record<string, string>>;
}

export interface MailView extends Omit<MailRow, 'href'> {
  readonly frame: Frame;
  readonly sha256: string;
  readonly omitted: number;
  readonly caseNumber: string | null;
  /** Set where it is the task to reach somebody whom a mail of ours did not reach. */
  readonly undelivered: {
    readonly mailId: string;
    readonly recipient: Unreached;
    readonly cause: BounceCause;
    readonly status: string | null;
  } | null;
  readonly acts: readonly {
    readonly at: Moment;
    readonly who: string;
    readonly action: 'OPENED' | 'FILED' | 'SET_ASIDE' | 'REACHED';
    readonly way: OtherWay | null;
    readonly reason: string;
  }[];
  readonly refused: string | null;
  /** Null where the reporter asked to be treated as anonymous. */
  readonly raw: MailForm | null;
  /** Null where the mail is settled. */
  readonly file: MailForm | null;
  readonly aside: MailForm | null;
  readonly end: MailForm | null;
  /** Where the text of the mail is shown, for the same reason. */
  readonly readAction: string;
}

const formTexts = (step: MailForm['step'], lang: Lang) => {
  const { one, undelivered } = textsFor(lang).mail;
  switch (step) {
    case 'open-raw':
      return { title: one.rawTitle, text: one.rawText, submit: one.rawSubmit };
    case 'file-report':
      return { title: one.fileTitle, text: one.fileText, submit: one.fileSubmit };
    case 'set-aside':
      return { title: one.asideTitle, text: one.asideText, submit: one.asideSubmit };
    case 'end-undelivered':
      return { title: undelivered.endTitle, text: undelivered.endText, submit: undelivered.submit };
    default:
      return step satisfies never;
  }
};

const wayField = (state: FormState): Html => {
  const { undelivered } = textsFor(state.lang).mail;
  const options = otherWaySchema.options.map((value) => ({ value, label: undelivered.ways[value] }));
  return choiceGroup(state, {
    name: 'way',
    type: 'radio',
    label: undelivered.way,
    required: true,
    keep: true,
    options,
  });
};

/** What a form asks beside the reason. */
const ownFields = (step: MailForm['step'], state: FormState): Html | null => {
  const { one } = textsFor(state.lang).mail;
  if (step === 'end-undelivered') return wayField(state);
  return step === 'file-report'
    ? areaField(state, { name: 'description', label: one.description, required: true, rows: 8 })
    : null;
};

const formPart = (form: MailForm, { readAction }: Pick<MailView, 'readAction'>, lang: Lang): Html => {
  const { one, read, undelivered } = textsFor(lang).mail;
  const { title, text, submit } = formTexts(form.step, lang);
  const state = { lang, errors: form.errors, values: form.values };
  const press =
    form.step === 'open-raw'
      ? html`<p class="actions"><button type="submit" formaction="${readAction}">${read.submit}</button> <button type="submit" class="quiet">${submit}</button></p>`
      : button(submit, form.step === 'set-aside');
  return section(
    form.step,
    title,
    html`<p>${text}</p><form method="post" action="${form.action}" data-step="${form.step}">${hiddenFields(form.hidden)}${ownFields(form.step, state)}${areaField(
      state,
      {
        id: `reason-${form.step}`,
        name: 'reason',
        label: form.step === 'end-undelivered' ? undelivered.note : one.reason,
        hint: one.reasonHint,
        required: true,
        rows: 2,
        maxlength: 500,
      },
    )}${press}</form>`,
  );
};

const actsPart = ({ acts }: MailView, lang: Lang): Html => {
  const { one } = textsFor(lang).mail;
  if (acts.length === 0) return section('acts', one.acts, html`<p>${one.noActs}</p>`);
  const columns = [one.at, one.who, one.what, one.why].map((label) => ({ label }));
  const { ways } = textsFor(lang).mail.undelivered;
  const rows = acts.map(({ at, who, action, way, reason }) => [
    timeTag(at),
    who,
    way === null ? one.action[action] : `${one.action[action]}: ${ways[way]}`,
    reason,
  ]);
  return section('acts', one.acts, table(one.acts, columns, rows));
};

/** A mail of ours in words, by the beginning of its id. */
const kindOf = (mailId: string, lang: Lang): string => {
  const { kinds, otherKind } = textsFor(lang).mail.undelivered;
  const named: Readonly<Record<string, string>> = kinds;
  return named[mailId.split(':')[0] ?? ''] ?? otherKind;
};

const undeliveredFacts = ({ undelivered }: MailView, lang: Lang) => {
  if (undelivered === null) return [];
  const words = textsFor(lang).mail.undelivered;
  const { recipient, cause, status, mailId } = undelivered;
  return [
    { label: words.recipient, value: words.recipients[recipient] },
    { label: words.cause, value: `${words.causes[cause]}${status === null ? '' : ` (${status})`}` },
    { label: words.mailId, value: kindOf(mailId, lang) },
  ];
};

/** `/konsol/surat/<mailId>`: what is known of a mail, and what may be done with it; its content only ever as a file. */
export const inboundMailPage = (view: MailView, lang: Lang): Html => {
  const { mail, task } = textsFor(lang);
  const forms = [view.end, view.raw, view.file, view.aside].filter((form) => form !== null);
  const errors = forms.flatMap((form) => form.errors);
  const isTask = view.undelivered !== null;
  const title = isTask ? mail.undelivered.title : mail.one.title;
  const body = html`${consoleNav('mails', lang, view.frame)}${errorSummary({ lang, errors, values: {} })}${when(
    view.refused,
    (text) => notice('bad', text, 'alert'),
  )}${view.end !== null && html`<p class="lede">${mail.undelivered.lede}</p>`}${facts([
    { label: mail.queue.received, value: timeTag(view.receivedAt) },
    { label: mail.queue.status, value: mail.status[view.status] },
    { label: mail.queue.reason, value: view.reason === null ? null : mail.reason[view.reason] },
    {
      label: task.act.caseNumber,
      value: when(view.caseNumber, (number) => html`<a href="/konsol/perkara/${number}">${number}</a>`),
    },
    ...undeliveredFacts(view, lang),
    { label: mail.queue.size, value: view.size },
    { label: mail.queue.verdicts, value: isTask ? null : verdictsText(view.verdicts, lang) },
    { label: mail.one.omitted, value: view.omitted === 0 ? null : String(view.omitted) },
    { label: mail.one.hash, value: hash(view.sha256) },
  ])}${isTask ? null : html`<p>${mail.one.verdictsNote}</p>`}
${view.raw === null ? notice('info', mail.one.hidden) : null}${actsPart(view, lang)}${forms.map((form) => formPart(form, view, lang))}`;
  return layout({ lang, frame: view.frame, title, body, nav: 'console', result: view.status });
};
