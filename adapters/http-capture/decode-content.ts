import { promisify } from 'node:util';
import { isNativeError } from 'node:util/types';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { contentCodings } from '../../core/capture/headers.ts';
import type { HeaderLine } from '../../core/capture/page-capture.ts';
import { CaptureStop } from './capture-stop.ts';

type Decoder = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);

const codeOf = (error: unknown) => (isNativeError(error) && 'code' in error ? error.code : undefined);

/**
 * Removes the content codings of a body. Output beyond `maxBytes` is never produced, so a small body cannot unfold into a
 * large one. An unknown or broken coding gives `undefined`: the bytes are still evidence, only not readable.
 *
 * @throws CaptureStop `TOO_LARGE` when the content is larger than `maxBytes`.
 */
export async function decodeContent(
  body: Uint8Array,
  headers: readonly HeaderLine[],
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const codings = contentCodings(headers);
  if (codings === undefined) return undefined;
  let content = body;
  for (const coding of codings.toReversed()) {
    const decode = DECODERS.get(coding);
    if (decode === undefined) return undefined;
    try {
      content = new Uint8Array(await decode(content, { maxOutputLength: maxBytes }));
    } catch (error) {
      if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw new CaptureStop('TOO_LARGE', error);
      return undefined; // zlib says that the bytes are not in the coding that the header names
    }
  }
  return content;
}
