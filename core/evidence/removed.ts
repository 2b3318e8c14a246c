/** What a copy no longer holds. */
export type RemovedPart =
  | 'EXIF'
  | 'XMP'
  | 'IPTC'
  | 'COMMENT'
  | 'TEXT'
  | 'TIME'
  | 'THUMBNAIL'
  | 'APPLICATION_DATA'
  | 'TRAILING_DATA'
  | 'DOCUMENT_INFORMATION'
  | 'FILE_IDENTIFIER'
  | 'EARLIER_VERSIONS'
  | 'ATTACHMENTS'
  | 'SCRIPTS'
  | 'ANNOTATIONS'
  | 'FORM'
  | 'STRUCTURE'
  | 'SHARING_TOKENS'
  | 'REQUESTED_ADDRESS';

/** A clean copy and what was left out of it, each part named once, in alphabetical order. */
export interface Cleaned {
  readonly bytes: Uint8Array;
  readonly removed: readonly RemovedPart[];
}

export const cleaned = (bytes: Uint8Array, removed: Iterable<RemovedPart>): Cleaned => ({
  bytes,
  removed: [...new Set(removed)].sort(),
});
