import type { Html } from '../../design/html.ts';

interface AnswerOptions {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page. */
export const htmlAnswer = (page: Html, { status = 200, headers = {} }: AnswerOptions = {}): Response =>
  new Response(page.toString(), { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } });

/** JSON, UTF-8 as RFC 8259 has it. */
export const jsonAnswer = (value: unknown, { status = 200, headers = {} }: AnswerOptions = {}): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json', ...headers } });

/** Sends the browser on with a GET (RFC 9110, section 15.4.4). @param location a path of this site */
export const seeOther = (location: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status: 303, headers: { Location: location, ...headers } });
