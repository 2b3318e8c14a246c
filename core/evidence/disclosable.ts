import type { ArtifactKind } from '../case/event-parts.ts';

/**
 * How a respondent comes to see an artefact: as a metadata-clean copy in the disclosure, because it is their own, because it is served
 * on them as a letter, or never.
 */
export type WayToRespondent = 'CLEAN_COPY' | 'OWN' | 'SERVED' | 'NEVER';

/**
 * What a reporter wrote stays with those who decide; what stands in public and what was handed in is shown. An archive of all traffic
 * holds the address that was asked for, which can be one made for the reporter, in places that no copy can leave out.
 */
const waysToRespondent = {
  REPORT: 'NEVER',
  MESSAGE: 'NEVER',
  ATTACHMENT: 'CLEAN_COPY',
  CAPTURE: 'CLEAN_COPY',
  CAPTURE_MANIFEST: 'CLEAN_COPY',
  CAPTURE_TEXT: 'CLEAN_COPY',
  CAPTURE_SCREENSHOT: 'CLEAN_COPY',
  CAPTURE_PAGE: 'CLEAN_COPY',
  CAPTURE_ARCHIVE: 'NEVER',
  STATEMENT: 'OWN',
  STATEMENT_FILE: 'OWN',
  EXAMINATION_RECORD: 'SERVED',
  APPEAL: 'OWN',
  APPEAL_FILE: 'OWN',
  LETTER: 'SERVED',
  DECISION_RECORD: 'NEVER',
  /** It names who reported. */
  MAIL_RAW: 'NEVER',
} as const satisfies Readonly<Record<ArtifactKind, WayToRespondent>>;

export const wayToRespondent = (kind: ArtifactKind): WayToRespondent => waysToRespondent[kind];

/** Whether an artefact of this kind may be part of a disclosure: only ever as its clean copy. */
export const disclosable = (kind: ArtifactKind): boolean => waysToRespondent[kind] === 'CLEAN_COPY';
