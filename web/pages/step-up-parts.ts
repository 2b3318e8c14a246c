import { button, type FormState, hiddenFields, textField } from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { qrCode } from '../design/qr.ts';
import { textsFor } from '../text/texts.ts';

/** What a form of step-up asks for. */
export interface StepUpAsk {
  /** Options of the browser's passkey interface; `null` where it is not asked for. */
  readonly passkey: unknown | null;
  /** A secret to enrol, with the address that an app reads; `null` where none is offered. */
  readonly app: { readonly secret: string; readonly address: string } | null;
  /** Whether a code can be typed. */
  readonly codes: boolean;
  readonly isNew: boolean;
}

/** Shown by the script alone: without it there is nothing here to press. */
const passkeyPart = ({ passkey, isNew }: StepUpAsk, { lang, errors }: FormState): Html | null => {
  const wrong = errors.find(({ field }) => field === 'passkey')?.message;
  const { gate } = textsFor(lang).stepUp;
  return when(
    passkey,
    (options) =>
      html`<div class="passkey" id="passkey" tabindex="-1" data-passkey="${JSON.stringify(options)}" hidden><h2>${gate.passkeyTitle}</h2><p>${gate.passkeyText}</p><p class="actions"><button type="button">${
        isNew ? gate.passkeyEnrol : gate.passkeyUse
      }</button></p>${when(wrong, (message) => html`<p class="error" id="passkey-error">${message}</p>`)}<p class="error" role="alert" data-passkey-failed hidden>${gate.passkeyFailed}</p></div>`,
  );
};

const groups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

const appPart = ({ app }: StepUpAsk, { lang }: FormState): Html | null => {
  const { gate } = textsFor(lang).stepUp;
  return when(
    app,
    ({ secret, address }) =>
      html`<p>${gate.appTextEnrol}</p><ol class="steps"><li>${gate.appStep1}${qrCode(address, gate.qr)}<p>${gate.secret}: <code data-totp-secret="${secret}">${groups(secret)}</code></p><p><a href="${address}">${gate.openApp}</a></p></li><li>${gate.appStep2}</li></ol>`,
  );
};

/** The inside of a form of step-up: passkey button, and input `code`; `credential` is filled by the script. */
export const stepUpFields = (ask: StepUpAsk, hidden: Readonly<Record<string, string>>, state: FormState): Html => {
  const { gate } = textsFor(state.lang).stepUp;
  const code = textField(state, {
    name: 'code',
    label: gate.code,
    hint: gate.codeHint,
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    spellcheck: false,
    maxlength: 7,
    size: 'short',
    required: true,
  });
  return html`${hiddenFields({ ...hidden, credential: '' })}${passkeyPart(ask, state)}${
    ask.codes
      ? html`<h2>${gate.appTitle}</h2>${appPart(ask, state)}${code}${button(gate.submit)}`
      : html`<p>${gate.passkeyOnly}</p>`
  }`;
};
