import * as z from 'zod';
import { mediaTypeOf } from '../capture/headers.ts';
import { manifestBytes, pageManifest, type StoredParts } from '../capture/manifest.ts';
import type { CapturedPage } from '../capture/page-capture.ts';
import type { Comparison } from '../capture/recapture.ts';
import { textOf } from '../capture/text-of.ts';
import { type Artifact, captureQualitySchema, comparisonSchema } from '../case/events.ts';
import { type ArtifactId, artifactIdSchema, type CaseId, sha256Schema } from '../ids.ts';
import { isMediaType, UNKNOWN_MEDIA_TYPE } from '../media-type.ts';
import { instantSchema } from '../time.ts';
import type { Ports } from './ports.ts';

const TEXT = 'text/plain; charset=utf-8';
const PAGE = 'text/html; charset=utf-8';
const PICTURE = 'image/png';
const ARCHIVE = 'application/wacz+zip';

const bytesSchema = z.object({ sha256: sha256Schema, size: z.int() });

/** What a retry needs to finish a capture whose record was begun: it never fetches a second time. */
export const captureRecord = z.object({
  method: z.enum(['HTTP', 'BROWSER']),
  capturedAt: instantSchema,
  quality: captureQualitySchema,
  mediaType: z.string(),
  body: bytesSchema,
  text: bytesSchema,
  screenshot: bytesSchema.optional(),
  page: bytesSchema.optional(),
  archive: bytesSchema.optional(),
  comparison: comparisonSchema.optional(),
});
export type CaptureRecord = z.infer<typeof captureRecord>;

export type CapturePart = 'manifest' | 'text' | 'screenshot' | 'page' | 'archive';

export const partId = (artifactId: ArtifactId, part: CapturePart): ArtifactId =>
  artifactIdSchema.parse(`${artifactId}-${part}`);

/** What the site says the page is: in a form of its own making, it must not keep its page from being recorded. */
const contentType = ({ headers }: CapturedPage): string => {
  const said = mediaTypeOf(headers);
  return isMediaType(said) ? said : UNKNOWN_MEDIA_TYPE;
};

const textOfPage = ({ decoded, headers, rendered }: CapturedPage): string =>
  rendered?.text ?? (decoded === undefined ? '' : textOf(decoded, headers));

type Store = Pick<Ports, 'evidence'>;

const storeRendered = async (
  { evidence }: Store,
  { caseId: heldFor, page: { rendered } }: Taken,
): Promise<Partial<StoredParts>> => {
  if (rendered === undefined) return {};
  const { screenshot, html, archive } = rendered;
  const page = await evidence.put({ bytes: html, mediaType: PAGE, heldFor });
  const packed = await evidence.put({ bytes: archive, mediaType: ARCHIVE, heldFor });
  if (screenshot === undefined) return { page, archive: packed };
  const { bytes, width, height } = screenshot;
  const picture = await evidence.put({ bytes, mediaType: PICTURE, heldFor });
  return { page, archive: packed, screenshot: { ...picture, width, height } };
};

/** What is asked for and what is known of earlier captures of it. */
export interface Taken {
  readonly caseId: CaseId;
  readonly url: string;
  readonly page: CapturedPage;
  readonly compare: (now: Pick<StoredParts, 'text'>) => Promise<Comparison | undefined>;
}

/** Puts every part of a capture into the evidence store; the answer is its manifest, which names them all, not yet stored. */
export const storeParts = async (ports: Store, taken: Taken): Promise<{ bytes: Uint8Array; record: CaptureRecord }> => {
  const { url, page, compare, caseId: heldFor } = taken;
  const mediaType = contentType(page);
  const body = await ports.evidence.put({ bytes: page.body, mediaType, heldFor });
  const words = new TextEncoder().encode(textOfPage(page));
  const text = await ports.evidence.put({ bytes: words, mediaType: TEXT, heldFor });
  const stored = { body, text, ...(await storeRendered(ports, taken)) };
  const manifest = pageManifest(page, { requestedUrl: url, mediaType, stored, comparison: await compare(stored) });
  return { bytes: manifestBytes(manifest), record: captureRecord.parse(manifest) };
};

type PartArtifact = Pick<Artifact, 'artifactId' | 'kind' | 'sha256' | 'size' | 'mediaType' | 'quality' | 'comparison'>;

/** Everything that is recorded after the manifest, in its order: the page itself last, for it settles the capture. */
export const artifactsOf = (artifactId: ArtifactId, record: CaptureRecord): readonly PartArtifact[] => {
  const { text, screenshot, page, archive, body, mediaType, quality, comparison } = record;
  const part = (name: CapturePart, kind: Artifact['kind'], type: string, bytes: typeof screenshot): PartArtifact[] =>
    bytes === undefined ? [] : [{ artifactId: partId(artifactId, name), kind, mediaType: type, ...bytes }];
  return [
    ...part('text', 'CAPTURE_TEXT', TEXT, text),
    ...part('screenshot', 'CAPTURE_SCREENSHOT', PICTURE, screenshot),
    ...part('page', 'CAPTURE_PAGE', PAGE, page),
    ...part('archive', 'CAPTURE_ARCHIVE', ARCHIVE, archive),
    {
      artifactId,
      kind: 'CAPTURE',
      mediaType,
      quality,
      ...(comparison !== undefined && { comparison }),
      ...body,
    },
  ];
};
