import { type Html, html, when } from '../design/html.ts';
import { badge, type Fact, hash, notice, type Tone } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

export interface FileNote {
  readonly tone: Tone;
  readonly text: string;
}

/** What is known of a file from outside beside its bytes. */
export interface FileView {
  readonly scan: FileNote;
  readonly notes: readonly FileNote[];
  /** The engine and what it said, for whoever wants to know more. */
  readonly scannedBy: string;
  /** Where `href` of the list leads to the working copy: its hash, and what it no longer holds. */
  readonly copy: { readonly sha256: string; readonly removed: readonly string[] } | null;
  /** Where the original is asked for; `null` where it cannot be had here. */
  readonly originalHref: string | null;
}

export const scanBadge = (file: FileView | undefined): Html | null =>
  (file && badge(file.scan.tone, file.scan.text)) || null;

export const fileNotes = (file: FileView | undefined): Html | null =>
  file === undefined ? null : html`${file.notes.map(({ tone, text }) => notice(tone, text))}`;

export const originalLink = (file: FileView | undefined, title: string, lang: Lang): Html | null => {
  const { files } = textsFor(lang);
  return when(
    file?.originalHref,
    (href) =>
      html`<p><a href="${href}">${files.openOriginal}<span class="sr">: ${title}</span></a> <small>${files.openOriginalNote}</small></p>`,
  );
};

export const fileFacts = (file: FileView | undefined, lang: Lang): Fact[] => {
  const { files } = textsFor(lang);
  if (file === undefined) return [];
  const { scannedBy, copy } = file;
  return [
    { label: files.scannedBy, value: scannedBy },
    { label: files.copyHash, value: when(copy?.sha256, hash) },
    { label: files.removed, value: copy && (copy.removed.join(', ') || files.nothingRemoved) },
  ];
};
