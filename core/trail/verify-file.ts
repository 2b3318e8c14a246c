import * as z from 'zod';
import { caseExportSchema, EXPORT_FORMAT, headSchema, type ParsedCaseExport } from './export.ts';
import type { Head } from './verify.ts';
import type { Words } from './verify-words.ts';

/** What a file that someone wants verified turns out to be. */
export type TrailFile =
  | { readonly kind: 'export'; readonly content: ParsedCaseExport }
  | { readonly kind: 'trail'; readonly events: readonly unknown[]; readonly head: Head | undefined }
  /** Compact JWS: whoever has the keys verifies it. */
  | { readonly kind: 'receipt'; readonly jws: string }
  | { readonly kind: 'unreadable'; readonly explanation: Words };

const COMPACT_JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;

const exportMark = z.looseObject({ format: z.literal(EXPORT_FORMAT), version: z.literal(1) });
/** The answer of `GET /v1/cases/{caseNumber}/trail`, and what a later version of the export has in common with it. */
const trailAnswer = z.looseObject({ events: z.array(z.unknown()), head: headSchema.nullish() });
const singleEvent = z.looseObject({ seq: z.number(), hash: z.string() });

const unreadable = (id: string, en: string): TrailFile => ({ kind: 'unreadable', explanation: { id, en } });

const misshapen = (error: z.ZodError): TrailFile => {
  const path = error.issues[0]?.path.join('.') ?? '';
  return unreadable(`Bentuk berkas salah pada "${path}".`, `The file has the wrong form at "${path}".`);
};

const fileOf = (value: unknown): TrailFile => {
  if (Array.isArray(value)) return { kind: 'trail', events: value, head: undefined };
  if (exportMark.safeParse(value).success) {
    const parsed = caseExportSchema.safeParse(value);
    return parsed.success ? { kind: 'export', content: parsed.data } : misshapen(parsed.error);
  }
  if (singleEvent.safeParse(value).success) return { kind: 'trail', events: [value], head: undefined };
  const answer = trailAnswer.safeParse(value);
  return answer.success
    ? { kind: 'trail', events: answer.data.events, head: answer.data.head ?? undefined }
    : misshapen(answer.error);
};

const parseJson = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

const jsonLines = (text: string): TrailFile => {
  const events: unknown[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = parseJson(line);
    if (parsed === undefined) {
      return unreadable(`Baris ${index + 1} bukan JSON.`, `Line ${index + 1} is not JSON.`);
    }
    events.push(parsed.value);
  }
  return events.length === 0
    ? unreadable('Berkas kosong.', 'The file is empty.')
    : { kind: 'trail', events, head: undefined };
};

/** Tells an export, a trail answer, a list or lines of events, and a receipt apart. Judges nothing. */
export const readTrailFile = (text: string): TrailFile => {
  const content = text.replace(/^\uFEFF/, '').trim();
  if (COMPACT_JWS.test(content)) return { kind: 'receipt', jws: content };
  const whole = parseJson(content);
  return whole === undefined ? jsonLines(content) : fileOf(whole.value);
};
