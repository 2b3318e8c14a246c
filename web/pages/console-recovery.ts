import {
  areaField,
  button,
  errorSummary,
  type FieldError,
  type FormState,
  hiddenFields,
  textField,
} from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { facts, quote, section, table } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { consoleNav } from './console-frame.ts';

export interface RecoveryRow {
  readonly recoveryId: string;
  readonly nip: string;
  readonly person: string;
  readonly askedBy: string;
  readonly askedAt: Moment;
  readonly reason: string;
  readonly state: 'ASKED' | 'CONFIRMED' | 'DECLINED' | 'EXPIRED';
  readonly closed: { readonly by: string; readonly at: Moment; readonly reason: string } | null;
  /** Whether the reader asked for it. */
  readonly isOwn: boolean;
}

export interface RecoveryView {
  readonly frame: Frame;
  readonly action: string;
  readonly csrf: string;
  /** Administrators act; auditors read. */
  readonly mayAct: boolean;
  readonly open: readonly RecoveryRow[];
  readonly history: readonly RecoveryRow[];
  /** What was posted and is wrong: in the form of one recovery, or in the one that asks. */
  readonly posted: {
    readonly recoveryId: string | null;
    readonly errors: readonly FieldError[];
    readonly values: Readonly<Record<string, string>>;
  };
}

const about = (row: RecoveryRow, lang: Lang): Html => {
  const { recovery } = textsFor(lang).stepUp;
  return html`${facts([
    { label: recovery.person, value: `${row.person} (${row.nip})` },
    { label: recovery.askedBy, value: row.askedBy },
    { label: recovery.askedAt, value: timeTag(row.askedAt) },
  ])}${quote(row.reason)}`;
};

const reasonField = (state: FormState, id: string): Html => {
  const { recovery } = textsFor(state.lang).stepUp;
  return areaField(state, {
    name: 'reason',
    id,
    label: recovery.reason,
    hint: recovery.reasonHint,
    required: true,
    rows: 3,
    maxlength: 500,
  });
};

const stateOf = ({ posted }: RecoveryView, recoveryId: string | null, lang: Lang): FormState =>
  posted.recoveryId === recoveryId
    ? { lang, errors: posted.errors, values: posted.values }
    : { lang, errors: [], values: {} };

const openForm = (view: RecoveryView, row: RecoveryRow, lang: Lang): Html => {
  const { recovery } = textsFor(lang).stepUp;
  const { recoveryId, nip, isOwn } = row;
  const state = stateOf(view, recoveryId, lang);
  const hidden = { csrf: view.csrf, nip, recoveryId };
  const confirm = html`<button type="submit" name="step" value="confirm">${recovery.confirm}</button>`;
  const decline = html`<button type="submit" name="step" value="decline" class="quiet">${
    isOwn ? recovery.withdraw : recovery.decline
  }</button>`;
  return html`${isOwn ? html`<p class="hint">${recovery.ownAsk}</p>` : null}<form method="post" action="${view.action}" data-step="close">${hiddenFields(hidden)}${reasonField(
    state,
    `reason-${recoveryId}`,
  )}<p class="actions">${isOwn ? null : confirm} ${decline}</p></form>`;
};

const openPart = (view: RecoveryView, lang: Lang): Html => {
  const { recovery } = textsFor(lang).stepUp;
  const rows = view.open.map(
    (row) => html`<article>${about(row, lang)}${view.mayAct ? openForm(view, row, lang) : null}</article>`,
  );
  return section('menunggu', recovery.openTitle, rows.length === 0 ? html`<p>${recovery.noneOpen}</p>` : html`${rows}`);
};

const askPart = (view: RecoveryView, lang: Lang): Html => {
  const { recovery } = textsFor(lang).stepUp;
  const state = stateOf(view, null, lang);
  const nip = textField(state, {
    name: 'nip',
    label: recovery.nip,
    inputmode: 'numeric',
    required: true,
    size: 'middle',
  });
  return section(
    'minta',
    recovery.askTitle,
    html`<form method="post" action="${view.action}" data-step="ask">${hiddenFields({ csrf: view.csrf, step: 'ask' })}${nip}${reasonField(
      state,
      'ask-reason',
    )}${button(recovery.ask)}</form>`,
  );
};

const historyPart = ({ history }: RecoveryView, lang: Lang): Html => {
  const { recovery } = textsFor(lang).stepUp;
  const columns = [recovery.person, recovery.askedBy, recovery.state, recovery.closed].map((label) => ({ label }));
  const rows = history.map((row) => [
    html`${row.person}<br><small>${row.nip}</small>`,
    html`${row.askedBy}, ${timeTag(row.askedAt)}${quote(row.reason)}`,
    recovery.states[row.state],
    html`${when(row.closed, ({ by, at, reason }) => html`${by}, ${timeTag(at)}${quote(reason)}`)}`,
  ]);
  return section(
    'catatan',
    recovery.historyTitle,
    rows.length === 0 ? html`<p class="empty">${recovery.none}</p>` : table(recovery.caption, columns, rows),
  );
};

/** `/konsol/pemulihan`: administrators take lost factors from people, two at a time; auditors read what they did. */
export const recoveryPage = (view: RecoveryView, lang: Lang): Html => {
  const { recovery } = textsFor(lang).stepUp;
  const state = { lang, errors: view.posted.errors, values: {} };
  const body = html`${consoleNav('recovery', lang, view.frame)}${errorSummary(state)}<p class="lede">${recovery.lede}</p>
<p class="hint">${recovery.hidden}</p>
${openPart(view, lang)}${view.mayAct ? askPart(view, lang) : null}${historyPart(view, lang)}`;
  return layout({ lang, frame: view.frame, title: recovery.title, body, nav: 'console', width: 'wide' });
};
