import { button, errorSummary, type FieldError, type FormState, hiddenFields, textField } from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

/** Where the forms of a task page go. Each also says in the hidden input `step` which of them it is. */
export interface GateView {
  readonly frame: Frame;
  readonly action: string;
}

/** The page behind a mailed link, the same for everyone: no name, no case. Form `request-code`. */
export const neutralPage = ({ frame, action }: GateView, lang: Lang): Html => {
  const { gate } = textsFor(lang).task;
  const body = html`<p class="lede">${gate.neutralText}</p>
<form method="post" action="${action}" data-step="request-code">${hiddenFields({ step: 'request-code' })}${button(gate.neutralSubmit)}</form>
<p class="hint">${gate.neutralHint}</p>`;
  return layout({ lang, frame, title: gate.neutralTitle, body, plain: true });
};

export interface CodeView extends GateView {
  /** Ties the form to the browser that asked for the code. */
  readonly csrf: string;
  readonly errors: readonly FieldError[];
}

/** Asks for the mailed code. Form `verify-code`, input `code`; what was typed never comes back. */
export const codePage = ({ frame, action, csrf, errors }: CodeView, lang: Lang): Html => {
  const { gate } = textsFor(lang).task;
  const state: FormState = { lang, errors, values: {} };
  const body = html`${errorSummary(state)}<p class="lede">${gate.codeText}</p>
<form method="post" action="${action}" data-step="verify-code">${hiddenFields({ step: 'verify-code', csrf })}${textField(
    state,
    {
      name: 'code',
      label: gate.code,
      hint: gate.codeHint,
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      spellcheck: false,
      maxlength: 7,
      size: 'short',
      required: true,
    },
  )}${button(gate.codeSubmit)}</form>
<p class="hint">${gate.codeAgain}</p>`;
  return layout({ lang, frame, title: gate.codeTitle, body, plain: true });
};
