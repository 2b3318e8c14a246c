import { type Html, html, when } from '../design/html.ts';
import { badge, type Tone } from '../design/parts.ts';
import type { VerdictCode } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

/** What the verifier found; never a bare "invalid". */
export interface VerdictView {
  readonly code: VerdictCode;
  /** The event that it was found at. */
  readonly seq: number | null;
  /** More from the verifier, in the language of the page. */
  readonly detail: string | null;
}

const tones: Readonly<Record<VerdictCode, Tone>> = {
  VALID: 'good',
  UNSEALED: 'warn',
  EDIT: 'bad',
  GAP: 'bad',
  FORK: 'bad',
  UNREADABLE: 'bad',
};

/** The verdict as a panel: word, meaning, place. */
export const verdictPanel = (view: VerdictView, lang: Lang): Html => {
  const {
    domain,
    console: { casePage },
  } = textsFor(lang);
  const { label, meaning } = domain.verdict[view.code];
  return html`<div class="verdict ${tones[view.code]}" data-verdict="${view.code}"><p>${badge(tones[view.code], label)}</p><p>${meaning}${when(
    view.seq,
    (seq) => html` ${casePage.verdictAt(seq)}`,
  )}</p>${when(view.detail, (detail) => html`<p>${detail}</p>`)}</div>`;
};
