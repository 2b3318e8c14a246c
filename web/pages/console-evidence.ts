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
import { type Frame, layout, taskSurroundings } from '../design/layout.ts';
import { facts, hash, notice } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { consoleNav } from './console-frame.ts';
import type { FileNote } from './file-parts.ts';

export interface EvidenceAccessView {
  readonly frame: Frame;
  readonly form: FormTarget;
  readonly caseNumber: string;
  readonly title: string;
  readonly sha256: string;
  readonly errors: readonly FieldError[];
  readonly reason: string;
  /** Said first, e.g. that the file is dangerous. */
  readonly notes?: readonly FileNote[];
  /** Whether it can be chosen between the working copy and the original. */
  readonly offersCopy?: boolean;
  readonly version?: string;
  /** From a task page: its own words, and the way back instead of the console's navigation. */
  readonly words?: { readonly title: string; readonly text: string; readonly submit: string };
  readonly backHref?: string;
}

/** The working copy is what people work with: it is chosen unless they choose otherwise. */
const versionChoice = (state: FormState, lang: Lang): Html => {
  const { original } = textsFor(lang).files;
  return choiceGroup(state, {
    name: 'version',
    label: original.choice,
    type: 'radio',
    required: true,
    keep: true,
    options: [
      { value: 'working', label: original.working },
      { value: 'original', label: original.asIs },
    ],
  });
};

/** Asks what a file is opened for. Form `evidence`, input `reason`. */
export const evidenceAccessPage = (view: EvidenceAccessView, lang: Lang): Html => {
  const { task, views, files } = textsFor(lang);
  const { evidenceAccess } = views;
  const words = { ...evidenceAccess, ...view.words };
  const state = { lang, errors: view.errors, values: { reason: view.reason, version: view.version ?? 'working' } };
  const { backHref, notes = [] } = view;
  const nav = backHref === undefined ? consoleNav('cases', lang, view.frame) : null;
  const body = html`${nav}${errorSummary(state)}${notes.map(({ tone, text }) => notice(tone, text))}<p class="lede">${words.text}</p>
${facts([
  { label: task.act.caseNumber, value: view.caseNumber },
  { label: task.act.evidenceTitle, value: view.title },
  { label: task.act.evidenceHash, value: hash(view.sha256) },
])}
<form method="post" action="${view.form.action}" data-step="evidence">${hiddenFields(view.form.hidden)}${view.offersCopy && versionChoice(state, lang)}${areaField(
    state,
    {
      name: 'reason',
      label: words.reason,
      hint: words.reasonHint,
      required: true,
      rows: 3,
      maxlength: 500,
    },
  )}${button(words.submit)}</form>${when(backHref, (href) => html`<p><a href="${href}">${files.original.back}</a></p>`)}`;
  const place = backHref === undefined ? { nav: 'console' as const } : taskSurroundings(view.frame);
  return layout({ lang, frame: view.frame, title: words.title, body, ...place });
};
