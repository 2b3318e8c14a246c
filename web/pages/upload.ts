import { button, type FormTarget, hiddenFields } from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { hash, notice, section, type Tone } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

/** A form that takes evidence files (multipart, input `file`) and what it has taken so far. */
export interface UploadView {
  readonly form: FormTarget;
  readonly maxFiles: number;
  readonly maxMiB: number;
  readonly received: readonly {
    readonly fileName: string;
    readonly size: string;
    readonly sha256: string;
    /** What the sender should know: how the scan went, what the file really is, and that it is broken. */
    readonly notes: readonly { readonly tone: Tone; readonly text: string }[];
  }[];
}

export const uploadPart = (view: UploadView, lang: Lang): Html => {
  const { upload } = textsFor(lang).report;
  const received = html`<h3>${upload.received}</h3><ul class="files">${view.received.map(
    (file) =>
      html`<li><b>${file.fileName}</b> ${file.size} ${hash(file.sha256)}${file.notes.map(({ tone, text }) => notice(tone, text))}</li>`,
  )}</ul>`;
  return section(
    'upload',
    upload.title,
    html`<form method="post" action="${view.form.action}" enctype="multipart/form-data">${hiddenFields(view.form.hidden)}<div class="field"><label for="file">${upload.label}</label><p class="hint" id="file-hint">${upload.hint(view.maxFiles, view.maxMiB)}</p><input type="file" id="file" name="file" multiple required aria-describedby="file-hint"></div>${button(upload.submit, true)}</form>${
      view.received.length > 0 && received
    }`,
  );
};
