import {
  button,
  choiceGroup,
  errorSummary,
  type FieldError,
  type FormTarget,
  hiddenFields,
  textField,
} from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { notice } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

export interface MailSetupView {
  readonly frame: Frame;
  /** Takes the inputs `caseNumber` and `treatment` (`anonymous` or `named`). */
  readonly form: FormTarget;
  readonly errors: readonly FieldError[];
  readonly values: Readonly<Record<string, string>>;
}

/** `/lacak/surat/<token>`: before the code is shown. */
export const mailSetupPage = (view: MailSetupView, lang: Lang): Html => {
  const { setup } = textsFor(lang).mail;
  const state = { lang, errors: view.errors, values: view.values };
  const body = html`${errorSummary(state)}<p class="lede">${setup.lede}</p>
<form method="post" action="${view.form.action}" data-step="show-code">${hiddenFields(view.form.hidden)}${textField(
    state,
    {
      name: 'caseNumber',
      label: setup.caseNumber,
      hint: setup.caseNumberHint,
      autocomplete: 'off',
      spellcheck: false,
      required: true,
    },
  )}${choiceGroup(state, {
    name: 'treatment',
    type: 'radio',
    label: setup.treatment,
    required: true,
    keep: true,
    options: [
      { value: 'anonymous', label: setup.anonymous, hint: setup.anonymousHint },
      { value: 'named', label: setup.named, hint: setup.namedHint },
    ],
  })}${button(setup.submit)}</form>`;
  return layout({ lang, frame: view.frame, title: setup.title, body, plain: true });
};

export interface MailSetupDoneView {
  readonly frame: Frame;
  readonly caseNumber: string;
  readonly receiptCode: string;
  readonly anonymous: boolean;
}

/** The code, this once. */
export const mailSetupDonePage = (view: MailSetupDoneView, lang: Lang): Html => {
  const { mail, report } = textsFor(lang);
  const { setup } = mail;
  const body = html`${notice('good', html`<p><b>${setup.shown}</b></p><p>${setup.shownText}</p>`, 'status')}${view.anonymous ? notice('info', setup.nowAnonymous) : null}<div class="receipt"><p class="label" id="number">${report.filed.caseNumber}</p><p class="number" aria-describedby="number">${view.caseNumber}</p>
<p class="label">${setup.code}</p><p class="code" data-receipt-code>${view.receiptCode}</p></div><p class="actions"><a class="button" href="/lacak">${setup.follow}</a></p>`;
  return layout({ lang, frame: view.frame, title: setup.title, body, plain: true, result: 'shown' });
};

/** Wrong, spent and old links look alike. */
export const mailSetupDeadPage = (frame: Frame, lang: Lang): Html => {
  const { setup } = textsFor(lang).mail;
  const body = html`<p class="lede">${setup.dead}</p>`;
  return layout({ lang, frame, title: setup.deadTitle, body, plain: true, result: 'not-offered' });
};
