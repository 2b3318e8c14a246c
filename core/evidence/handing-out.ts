import type { Artifact } from '../case/events.ts';
import { isHandedIn } from './make-copy.ts';

interface Known extends Pick<Artifact, 'kind'> {
  readonly scan?: Artifact['scan'] | undefined;
  readonly copy?: Artifact['copy'] | undefined;
}

/** Infected, or an engine is still looking: for nobody's task. */
export const isBarred = ({ scan }: { readonly scan?: Artifact['scan'] | undefined }): boolean =>
  scan?.verdict === 'INFECTED' || scan?.verdict === 'PENDING';

/** What people work with: the working copy of a picture or PDF from outside; everything else as it is, if it was made by the system. */
export type Working<A extends Known> =
  | { readonly kind: 'AS_IS'; readonly file: A }
  | { readonly kind: 'COPY'; readonly file: A & Pick<Artifact, 'sha256' | 'mediaType' | 'size'> }
  /** From before copies were recorded: made when it is opened, as the same bytes give the same copy. */
  | { readonly kind: 'MAKE'; readonly file: A }
  | { readonly kind: 'NONE' };

/** What an earlier file says that it is: a picture or a PDF can have a copy. */
const COPIED = /^(image\/|application\/pdf)/i;

export const workingOf = <A extends Known & Pick<Artifact, 'sha256' | 'mediaType' | 'size'>>(
  artifact: A,
): Working<A> => {
  if (!isHandedIn(artifact)) return { kind: 'AS_IS', file: artifact };
  if (isBarred(artifact)) return { kind: 'NONE' };
  const { copy, mediaType: type } = artifact;
  if (copy === undefined) return COPIED.test(type) ? { kind: 'MAKE', file: artifact } : { kind: 'NONE' };
  if (copy.outcome === 'NONE') return { kind: 'NONE' };
  const { sha256, mediaType, size } = copy;
  return { kind: 'COPY', file: { ...artifact, sha256, mediaType, size } };
};
