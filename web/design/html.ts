import { html as honoHtml } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup that is safe to send: every value that went into it was escaped. */
export type Html = HtmlEscapedString;

type Value = Html | string | number | false | null | undefined | readonly Value[];

/**
 * Tagged template for markup; escapes every value that is not markup itself. Lists are joined, `false`, `null` and
 * `undefined` leave nothing.
 *
 * @throws TypeError when a value is a promise: pages are pure and wait for nothing
 */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html => {
  const made = honoHtml(strings, ...values);
  if (made instanceof Promise) throw new TypeError('a page cannot wait for a value');
  return made;
};

/** Renders `make(value)` when there is a value to show, else nothing. */
export const when = <T>(value: T | null | undefined | false | '', make: (value: T) => Html): Html | null =>
  value === null || value === undefined || value === false || value === '' ? null : make(value);
