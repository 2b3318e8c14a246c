import * as z from 'zod';
import type { Lang } from '../../text/lang.ts';
import { HttpProblem } from './http-problem.ts';
import { type Input, multipartInputs } from './multipart-parts.ts';
import { bodyParts, mediaTypeOf, readBody } from './read-body.ts';

const URLENCODED = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';

/** No form of ours has nearly as many inputs: a large body cut into millions of them would only keep the program busy. */
const MAX_INPUTS = 10_000;
const AMPERSAND = 0x26;

type FormValue = Input[1];

const malformed = { id: 'Isi formulir tidak dapat dibaca.', en: 'The form cannot be read.' } as const;

/**
 * Names with their values; a name that comes twice has a list, which a schema for one value refuses. */
export const grouped = <T>(pairs: Iterable<readonly [string, T]>): Readonly<Record<string, T | readonly T[]>> => {
  const byName = new Map<string, [T, ...T[]]>();
  for (const [name, value] of pairs) {
    const values = byName.get(name);
    if (values === undefined) byName.set(name, [value]);
    else values.push(value);
  }
  return Object.fromEntries(
    [...byName].map(([name, [first, ...more]]) => [name, more.length === 0 ? first : [first, ...more]]),
  );
};

const unreadable = (lang: Lang, cause?: unknown): HttpProblem => {
  const detail = malformed[lang];
  return new HttpProblem('malformed-request', { detail, errors: [{ path: '', message: detail }] }, { cause });
};

const urlencoded = (bytes: Uint8Array, lang: Lang): URLSearchParams => {
  let inputs = 1;
  for (const byte of bytes) if (byte === AMPERSAND) inputs += 1;
  if (inputs > MAX_INPUTS) throw unreadable(lang);
  return new URLSearchParams(new TextDecoder().decode(bytes));
};

const multipart = async (request: Request, maxBytes: number, lang: Lang): Promise<Input[]> => {
  const contentType = request.headers.get('content-type') ?? '';
  try {
    return await multipartInputs(bodyParts(request, maxBytes), contentType, { maxBytes, maxInputs: MAX_INPUTS });
  } catch (error) {
    throw error instanceof HttpProblem ? error : unreadable(lang, error);
  }
};

/**
 * A form body, urlencoded or multipart, as data: texts, and files where it is multipart.
 * @throws HttpProblem 413 for a larger body, 415 for another content type, 400 for what cannot be read
 */
export const formBody = async (
  request: Request,
  maxBytes: number,
  lang: Lang,
): Promise<Readonly<Record<string, FormValue | readonly FormValue[]>>> => {
  switch (mediaTypeOf(request)) {
    case URLENCODED:
      return grouped(urlencoded(await readBody(request, maxBytes), lang));
    case MULTIPART:
      return grouped(await multipart(request, maxBytes, lang));
    default:
      throw new HttpProblem('unsupported-media-type', { headers: { Accept: `${URLENCODED}, ${MULTIPART}` } });
  }
};

/** An input that may come any number of times, e.g. checkboxes: always a list. */
export const formList = <T extends z.ZodType>(each: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(each));
