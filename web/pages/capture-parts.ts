import { type Html, html, when } from '../design/html.ts';
import { details, type Fact, facts, notice, type Tone } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

/** How a page stands beside an earlier capture of it. */
export interface ComparisonView {
  readonly tone: Tone;
  readonly label: string;
  readonly meaning: string;
  /** What the page calls the earlier capture. */
  readonly with: string;
}

/** What is known of a captured page beside its bytes, in the words of the page. */
export interface CaptureView {
  readonly comparison: ComparisonView | null;
  /** What the capture cannot show. */
  readonly limitations: readonly string[];
  /** Which post it is, as far as page and address say so. */
  readonly post: readonly Fact[];
  /** How it was had. */
  readonly technical: readonly Fact[];
}

/** The parts of an evidence item that only captures have; taken from an `EvidenceView`. */
export interface CaptureItem {
  readonly title: string;
  readonly capture?: CaptureView | undefined;
  readonly pictureHref?: string | null | undefined;
  readonly againHref?: string | null | undefined;
}

const comparisonNotice = ({ tone, label, meaning, with: earlier }: ComparisonView, lang: Lang): Html =>
  notice(
    tone,
    html`<p><b>${label}.</b> ${meaning} <small>${textsFor(lang).capture.comparedWith}: ${earlier}.</small></p>`,
  );

const limitationList = (limitations: readonly string[]): Html | null =>
  limitations.length === 0 ? null : notice('warn', html`<ul>${limitations.map((text) => html`<li>${text}</li>`)}</ul>`);

const capturedPage = (view: CaptureView, lang: Lang): Html =>
  html`${when(view.comparison, (comparison) => comparisonNotice(comparison, lang))}${limitationList(view.limitations)}${facts(view.post)}${details(textsFor(lang).capture.about, facts(view.technical))}`;

/** Folded away, and fetched when it is unfolded: looking at it is on record. */
const picture = (title: string, href: string, lang: Lang): Html => {
  const words = textsFor(lang).capture;
  return html`<details class="shot"><summary>${words.picture}<span class="sr">: ${title}</span></summary><p class="hint">${words.pictureNote}</p><img src="${href}" alt="${words.pictureAlt(title)}" loading="lazy"></details>`;
};

/** What a captured page shows of itself, its picture, and the way to have it captured again. */
export const capturePart = ({ title, capture, pictureHref, againHref }: CaptureItem, lang: Lang): Html =>
  html`${when(capture, (view) => capturedPage(view, lang))}${when(pictureHref, (href) => picture(title, href, lang))}${when(
    againHref,
    (href) => html`<p><a href="${href}">${textsFor(lang).capture.again}<span class="sr">: ${title}</span></a></p>`,
  )}`;
