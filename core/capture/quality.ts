import type { CaptureQuality, HeaderLine } from './page-capture.ts';
import { readPage } from './text-of.ts';

/** What the quality of an answer is judged by. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  readonly decoded: Uint8Array | undefined;
  readonly finalUrl: string;
  readonly redirected: boolean;
}

/** Path segments that sign-in pages of social networks and identity services use. */
const SIGN_IN_SEGMENTS = new Set([
  'login',
  'login.php',
  'signin',
  'sign-in',
  'sign_in',
  'checkpoint',
  'authwall',
  'masuk',
]);
/** A page with a password field and less text than this shows a sign-in form, not a post beside one. */
const FORM_ONLY_CHARACTERS = 1000;

function leadsToSignIn(finalUrl: string): boolean {
  return new URL(finalUrl).pathname
    .toLowerCase()
    .split('/')
    .some((segment) => SIGN_IN_SEGMENTS.has(segment));
}

function isLoginWall(answer: Answer, decoded: Uint8Array): boolean {
  if (answer.redirected && leadsToSignIn(answer.finalUrl)) return true;
  const { text, asksForPassword } = readPage(decoded, answer.headers);
  return asksForPassword && text.length < FORM_ONLY_CHARACTERS;
}

/**
 * Judges what an answer is worth as evidence. It only sorts: the answer is stored either way, and a person decides.
 */
export function qualityOf(answer: Answer): CaptureQuality {
  if (answer.status === 404) return 'NOT_FOUND';
  if (answer.status === 410) return 'GONE';
  if (answer.status === 401) return 'LOGIN_WALL';
  if (answer.status < 200 || answer.status > 299) return 'HTTP_ERROR';
  if (answer.decoded === undefined) return 'UNDECODABLE';
  return isLoginWall(answer, answer.decoded) ? 'LOGIN_WALL' : 'COMPLETE';
}
