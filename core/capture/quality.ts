import type { CaptureQuality, HeaderLine } from './page-capture.ts';
import { readPage } from './text-of.ts';
import { CONSENT, CONSENT_HOST, MISSING, REMOVED, SIGN_IN } from './wall-signs.ts';

/** What the quality of an answer is judged by. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  readonly decoded: Uint8Array | undefined;
  readonly finalUrl: string;
  readonly redirected: boolean;
}

/** What the quality of a page is judged by that a browser shows. */
export interface Shown {
  readonly status: number;
  readonly finalUrl: string;
  readonly redirected: boolean;
  /** What a person could read. */
  readonly text: string;
  /** Whether a field for a password can be seen. */
  readonly asksForPassword: boolean;
  /** The text of what lies over most of the window; empty where nothing does. */
  readonly overlay: string;
  /** Whether a bound kept some of the page from being seen. */
  readonly isCut: boolean;
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
/** A page with less text than this that says it is not the page is not the page. */
const NOTICE_CHARACTERS = 1500;

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

function ofStatus(status: number): CaptureQuality | undefined {
  if (status === 404) return 'NOT_FOUND';
  if (status === 410) return 'GONE';
  if (status === 401) return 'LOGIN_WALL';
  return status < 200 || status > 299 ? 'HTTP_ERROR' : undefined;
}

/**
 * Judges what an answer is worth as evidence. It only sorts: the answer is stored either way, and a person decides.
 */
export function qualityOf(answer: Answer): CaptureQuality {
  const bad = ofStatus(answer.status);
  if (bad !== undefined) return bad;
  if (answer.decoded === undefined) return 'UNDECODABLE';
  return isLoginWall(answer, answer.decoded) ? 'LOGIN_WALL' : 'COMPLETE';
}

function isSignIn({ finalUrl, redirected, text, asksForPassword, overlay }: Shown): boolean {
  if (redirected && leadsToSignIn(finalUrl)) return true;
  if (asksForPassword && text.length < FORM_ONLY_CHARACTERS) return true;
  return overlay !== '' && SIGN_IN.test(overlay) && !CONSENT.test(overlay);
}

function isConsent({ finalUrl, redirected, overlay }: Shown): boolean {
  if (redirected && CONSENT_HOST.test(new URL(finalUrl).hostname)) return true;
  return CONSENT.test(overlay);
}

function ofNotice(text: string): CaptureQuality | undefined {
  if (text.length >= NOTICE_CHARACTERS) return undefined;
  if (REMOVED.test(text)) return 'GONE';
  return MISSING.test(text) ? 'NOT_FOUND' : undefined;
}

/**
 * Judges what a page is worth as evidence that a browser showed. What hides the page comes before what the page says, because a wall
 * in front of a post often repeats that the post cannot be seen. It only sorts: everything is stored either way, and a person decides.
 */
export function qualityOfShown(shown: Shown): CaptureQuality {
  const bad = ofStatus(shown.status);
  if (bad !== undefined) return bad;
  if (isConsent(shown)) return 'CONSENT_WALL';
  const notice = ofNotice(shown.text);
  // A page that says it was removed is that, also where a sign-in is offered beside it.
  if (notice === 'GONE') return notice;
  if (isSignIn(shown)) return 'LOGIN_WALL';
  return notice ?? (shown.isCut ? 'TRUNCATED' : 'COMPLETE');
}
