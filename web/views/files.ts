import type { Artifact } from '../../core/case/events.ts';
import { workingOf } from '../../core/evidence/handing-out.ts';
import { isHandedIn } from '../../core/evidence/make-copy.ts';
import type { Scan, ScanVerdict } from '../../core/evidence/scan.ts';
import type { EvidenceView } from '../pages/case-parts.ts';
import type { FileNote, FileView } from '../pages/file-parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import type { HrefOf } from './evidence.ts';
import { officialNotes } from './file-notes.ts';
import type { CaseMaterial } from './material.ts';

const tones: Readonly<Record<ScanVerdict, FileNote['tone']>> = {
  CLEAN: 'good',
  INFECTED: 'bad',
  NOT_SCANNED: 'warn',
  PENDING: 'info',
};

const scannedBy = (scan: Scan | undefined, lang: Lang): string => {
  const { files } = textsFor(lang);
  if (scan === undefined) return files.earlier;
  const { verdict, engine, engineVersion, signature } = scan;
  return [files.scan[verdict], engineVersion ?? files.engine[engine], signature].filter(Boolean).join('; ');
};

const removedText = (part: string, lang: Lang): string => {
  const words: Readonly<Record<string, string>> = textsFor(lang).files.parts;
  return words[part] ?? part;
};

const fileView = (artifact: Artifact, originalHref: string | null, lang: Lang): FileView => {
  const { scan, copy } = artifact;
  const verdict = scan?.verdict ?? 'NOT_SCANNED';
  return {
    scan: { tone: tones[verdict], text: textsFor(lang).files.scan[verdict] },
    notes: officialNotes(artifact, lang),
    scannedBy: scannedBy(scan, lang),
    copy:
      copy?.outcome === 'CLEAN'
        ? { sha256: copy.sha256, removed: copy.removed.map((part) => removedText(part, lang)) }
        : null,
    originalHref,
  };
};

/** Evidence with what is known of files from outside: how they were scanned, what they are, and their working copy. */
export const withFiles = (
  views: readonly EvidenceView[],
  { state }: CaseMaterial,
  { originalHref, lang }: { readonly originalHref: HrefOf | undefined; readonly lang: Lang },
): EvidenceView[] =>
  views.map((view) => {
    const artifact = state.evidence.find(({ artifactId }) => artifactId === view.artifactId);
    if (artifact === undefined || !isHandedIn(artifact)) return view;
    // Without a working copy there is only the original, which has a link of its own.
    const href = originalHref !== undefined && workingOf(artifact).kind === 'NONE' ? null : view.href;
    return { ...view, href, file: fileView(artifact, originalHref?.(artifact.artifactId) ?? null, lang) };
  });
