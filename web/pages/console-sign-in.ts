import { button, errorSummary, type FieldError, type FormTarget, hiddenFields } from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

export interface SignInView {
  readonly frame: Frame;
  /** Starts the OIDC sign-in. */
  readonly form: FormTarget;
  readonly errors: readonly FieldError[];
}

/** `/konsol` for someone not signed in. */
export const signInPage = (view: SignInView, lang: Lang): Html => {
  const { signIn } = textsFor(lang).console;
  const body = html`${errorSummary({ lang, errors: view.errors, values: {} })}<p class="lede">${signIn.text}</p>
<form method="post" action="${view.form.action}" id="sign-in">${hiddenFields(view.form.hidden)}${button(signIn.submit)}</form>`;
  return layout({ lang, frame: view.frame, title: signIn.title, body, nav: 'console' });
};

export interface SignOutView {
  readonly frame: Frame;
  readonly form: FormTarget;
}

/** Signing out is a form of its own, so that no link can do it. */
export const signOutPage = (view: SignOutView, lang: Lang): Html => {
  const { signIn } = textsFor(lang).console;
  const body = html`<p class="lede">${signIn.outText}</p>
<form method="post" action="${view.form.action}">${hiddenFields(view.form.hidden)}${button(signIn.outSubmit)}</form>`;
  return layout({ lang, frame: view.frame, title: signIn.outTitle, body, nav: 'console' });
};
