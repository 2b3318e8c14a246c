import { HttpProblem } from './http-problem.ts';

const tooLarge = (): HttpProblem => new HttpProblem('body-too-large', { headers: { Connection: 'close' } });

const joined = (chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
};

/**
 * The parts of a body as they come in, up to the limit, whatever length it announced.
 * @throws HttpProblem 413
 */
export async function* bodyParts(request: Request, maxBytes: number): AsyncGenerator<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? '0') > maxBytes) throw tooLarge();
  if (request.body === null) return;
  const reader = request.body.getReader();
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > maxBytes) throw tooLarge();
      yield part.value;
    }
  } finally {
    await reader.cancel();
  }
}

/**
 * Reads a body as it comes in and stops at the limit, whatever length it announced.
 * @throws HttpProblem 413
 */
export const readBody = async (request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const part of bodyParts(request, maxBytes)) {
    size += part.byteLength;
    chunks.push(part);
  }
  return joined(chunks, size);
};

/** The media type of a body without its parameters, in lower case. */
export const mediaTypeOf = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
