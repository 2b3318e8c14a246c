import type { Artifact, ArtifactKind } from '../case/event-parts.ts';
import { cleanCopy } from './clean-copy.ts';
import { contentKind } from './content-kind.ts';

/** Pictures and PDFs: what is seen in them can be told from what is said beside it. */
const copied = new Set<string>(['JPEG', 'PNG', 'GIF', 'WEBP', 'PDF']);

/** Kinds of artefacts that somebody handed in as a file. */
const handedIn: readonly ArtifactKind[] = ['ATTACHMENT', 'STATEMENT_FILE', 'APPEAL_FILE'];

/** Whether an artefact is a file from outside: scanned, and seen as its working copy. */
export const isHandedIn = ({ kind }: Pick<Artifact, 'kind'>): boolean => handedIn.includes(kind);

export type MadeCopy =
  | { readonly outcome: 'CLEAN'; readonly bytes: Uint8Array; readonly mediaType: string; readonly removed: string[] }
  | { readonly outcome: 'NONE'; readonly cause: 'OTHER_KIND' | 'BROKEN' };

/** The working copy of a file from outside. The same bytes give the same copy. Never throws on what a stranger sends. */
export const makeCopy = (bytes: Uint8Array): MadeCopy => {
  if (!copied.has(contentKind(bytes))) return { outcome: 'NONE', cause: 'OTHER_KIND' };
  const copy = cleanCopy({ bytes, mediaType: '' });
  if (copy.kind !== 'clean') return { outcome: 'NONE', cause: 'BROKEN' };
  return { outcome: 'CLEAN', bytes: copy.bytes, mediaType: copy.mediaType, removed: [...copy.removed] };
};
