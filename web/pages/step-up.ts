import { errorSummary, type FieldError, type FormState } from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { assetPaths, type Frame, layout, taskSurroundings } from '../design/layout.ts';
import { notice } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { type StepUpAsk, stepUpFields } from './step-up-parts.ts';

export interface StepUpView {
  readonly frame: Frame;
  readonly action: string;
  readonly csrf: string;
  readonly errors: readonly FieldError[];
  /** What is asked for, or why nothing can be asked. */
  readonly ask: StepUpAsk | 'spent' | 'elsewhere';
}

/** Before the case: one more proof of who it is. Form `step-up`, inputs `code` or `credential`. */
export const stepUpPage = (view: StepUpView, lang: Lang): Html => {
  const { frame, action, csrf, errors, ask } = view;
  const { gate } = textsFor(lang).stepUp;
  const surroundings = taskSurroundings(frame);
  if (typeof ask === 'string') {
    const way = ask === 'elsewhere' ? html`<p><a href="/konsol/faktor">${gate.toConsole}</a></p>` : null;
    const body = html`${notice(ask === 'spent' ? 'bad' : 'warn', gate[ask], 'alert')}${way}<p class="hint">${gate.lost}</p>`;
    return layout({ lang, frame, title: gate.title, body, ...surroundings });
  }
  const state: FormState = { lang, errors, values: {} };
  const body = html`${errorSummary(state)}<p class="lede">${ask.isNew ? gate.enrolText : gate.proveText}</p>
<form method="post" action="${action}" data-step="step-up">${stepUpFields(ask, { step: 'step-up', csrf }, state)}</form>
<p class="hint">${gate.lost}</p>`;
  return layout({
    lang,
    frame,
    title: ask.isNew ? gate.enrolTitle : gate.title,
    body,
    ...surroundings,
    ...(ask.passkey === null ? {} : { script: assetPaths.passkey }),
  });
};
