import type { Log } from '../../../core/ports.ts';
import type { Frame } from '../../design/layout.ts';
import { problemPage } from '../../pages/problem.ts';
import type { Lang } from '../../text/lang.ts';
import { htmlAnswer } from './answers.ts';
import { problemFor, statusOf } from './http-problem.ts';
import { problemHelp, problems } from './problems.ts';

export interface ErrorPlace {
  readonly log: Log;
  readonly answers: 'page' | 'json';
  readonly lang: Lang;
  readonly frame: Frame;
  readonly requestId: string;
  /** Method and path as declared: never the path as asked, which may hold a secret. */
  readonly route: string;
}

/** Any error as an answer: RFC 9457 for programs, a page for people. What is our own fault is logged, without people. */
export const answerError = (error: unknown, place: ErrorPlace): Response => {
  const { kind, parts } = problemFor(error);
  const { lang, requestId } = place;
  const status = statusOf(kind);
  if (status >= 500) place.log.error('http-failed', error, { route: place.route, requestId, status });
  const title = problems[kind].title[lang];
  const headers = { 'Content-Language': lang, ...parts.headers };
  if (place.answers === 'page') {
    const detail = parts.detail ?? problemHelp[kind]?.[lang] ?? null;
    const view = { frame: place.frame, status, title, detail, reference: requestId };
    return htmlAnswer(problemPage(view, lang), { status, headers });
  }
  const { detail, code, errors = [] } = parts;
  const problem = { type: `urn:tertib:problem:${kind}`, title, status, detail, code, errors, requestId };
  const type = { 'Content-Type': 'application/problem+json' };
  return new Response(JSON.stringify(problem), { status, headers: { ...type, ...headers } });
};
