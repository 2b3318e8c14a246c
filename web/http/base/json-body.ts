import { isUtf8 } from 'node:buffer';
import type { Lang } from '../../text/lang.ts';
import { HttpProblem } from './http-problem.ts';
import { mediaTypeOf } from './read-body.ts';

const words = {
  malformed: { id: 'Isi permintaan bukan JSON yang sah (UTF-8).', en: 'The body is not valid JSON (UTF-8).' },
  twice: { id: 'kunci ini muncul lebih dari sekali', en: 'this key appears more than once' },
} as const;

/** Strings, and what structures JSON around them; numbers and literals need no look. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;

interface Open {
  readonly keys: Set<string> | undefined;
  at: string;
  index: number;
}

const pathOf = (open: readonly Open[]): string => open.map(({ keys, at, index }) => (keys ? at : index)).join('.');

/** The path of the first key that an object has twice, in text that is known to be JSON. Parsers silently drop all but the last. */
export const duplicateKey = (json: string): string | undefined => {
  const open: Open[] = [];
  let last = '';
  for (const [token] of json.matchAll(TOKENS)) {
    const top = open.at(-1);
    if (token === '{') open.push({ keys: new Set(), at: '', index: 0 });
    else if (token === '[') open.push({ keys: undefined, at: '', index: 0 });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && top !== undefined) top.index += 1;
    else if (token === ':' && top?.keys !== undefined) {
      top.at = String(JSON.parse(last));
      if (top.keys.has(top.at)) return pathOf(open);
      top.keys.add(top.at);
    }
    last = token;
  }
  return undefined;
};

const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/**
 * A JSON body (RFC 8259) as data.
 * @throws HttpProblem 415 for another content type, 400 for what is no JSON or says one thing twice
 */
export const jsonBody = (request: Request, bytes: Uint8Array, lang: Lang): unknown => {
  if (!/^application\/([\w.-]+\+)?json$/.test(mediaTypeOf(request))) {
    throw new HttpProblem('unsupported-media-type', { headers: { Accept: 'application/json' } });
  }
  const text = new TextDecoder().decode(bytes);
  const json = isUtf8(bytes) ? parsed(text) : undefined;
  if (json === undefined) {
    const detail = words.malformed[lang];
    throw new HttpProblem('malformed-request', { detail, errors: [{ path: '', message: detail }] });
  }
  const twice = duplicateKey(text);
  if (twice !== undefined) {
    const message = words.twice[lang];
    throw new HttpProblem('malformed-request', { errors: [{ path: twice, message }] });
  }
  return json.value;
};
