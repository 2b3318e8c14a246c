import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import * as z from 'zod';
import { NARROW, WIDE } from './browser.ts';
import { keepForLooking } from './pictures.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What axe is asked for: everything, or what depends on colours alone. */
const asked = {
  all: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} as const;

const findings = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What axe finds, one line each. It comes in by the debugging protocol: the page's own policy stays in force. */
export const axeFindings = async (page: Page, what: keyof typeof asked = 'all'): Promise<string[]> => {
  const isThere = await page.evaluate(`typeof axe === 'object'`);
  if (isThere !== true) await page.evaluate(axeSource);
  const options = { runOnly: asked[what], resultTypes: ['violations'], preload: false };
  const found = await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return findings.parse(found).flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

/** What sticks out to the right where the window is this wide. */
export const overflow = async (page: Page): Promise<string[]> =>
  z.array(z.string()).parse(
    await page.evaluate(`(() => {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) return [];
      const out = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > width + 1);
      return ['scrollWidth ' + document.documentElement.scrollWidth, ...out.slice(-3).map((e) => e.outerHTML.slice(0, 120))];
    })()`),
  );

/** Script and style that would need a weaker policy than ours; a script of this site is a file. */
export const inlineParts = (source: string): string[] =>
  [
    ...source.matchAll(
      /<script\b(?! src="\/assets\/)[^>]*>|<style\b[^>]*>|\sstyle="[^"]+"|\son[a-z]+="[^"]*"|javascript:/gi,
    ),
  ].map(String);

/** Text of the page as people read it, without what is meant for machines. */
const readableText = async (page: Page): Promise<string> =>
  z.string().parse(
    await page.evaluate(`(() => {
      const copy = document.body.cloneNode(true);
      for (const e of copy.querySelectorAll('code, textarea, .code-name, .mail, .said, .typed, .url, details')) e.remove();
      const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
      const parts = [];
      while (walker.nextNode()) parts.push(walker.currentNode.data);
      return parts.join('\\n');
    })()`),
  );

/** Codes of the program and machine times, which no person should have to read. */
export const rawCodes = (text: string): string[] =>
  [...text.matchAll(/\b[A-Z]{2,}(?:_[A-Z0-9]+)+\b|\b\d{4}-\d\d-\d\dT[\d:.]+Z?|\bundefined\b|\bnull\b|\[object/g)].map(
    String,
  );

/** A word that an Indonesian page never needs: a sentence was left in English. */
export const english = (text: string): string[] =>
  [...text.matchAll(/\b(?:the|and|is|are|must|your|this|with)\b/gi)].map(String);

/** Colours do not depend on the language: looked at once, in Indonesian. */
const inTheDark = async <T>(page: Page, see: () => Promise<T>): Promise<T> => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const seen = await see();
  await page.emulateMedia({ colorScheme: 'light' });
  return seen;
};

export interface Looked {
  /** A page of the trial runtime has its own style, permitted by its hash. */
  readonly ownStyle?: boolean;
  /** For pages that show a program's names, such as the description of the API. */
  readonly forPrograms?: boolean;
}

/**
 * Checks what must hold of every page in every state: nothing inline, no codes for people, axe without findings in the light and in the
 * dark, and no sideways scrolling, on a phone neither.
 */
export const look = async (
  page: Page,
  name: string,
  { ownStyle = false, forPrograms = false }: Looked = {},
): Promise<void> => {
  const text = await readableText(page);
  const lang = await page.locator('html').getAttribute('lang');
  if (!ownStyle) expect(inlineParts(await page.content())).toEqual([]);
  if (!forPrograms) expect(rawCodes(text)).toEqual([]);
  if (!forPrograms && lang === 'id' && !ownStyle) expect(english(text)).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
  expect(await overflow(page)).toEqual([]);
  if (lang === 'id') expect(await inTheDark(page, () => axeFindings(page, 'colours'))).toEqual([]);
  await keepForLooking(page, `${name}-${lang}-wide`);
  await page.setViewportSize(NARROW);
  expect(await overflow(page)).toEqual([]);
  await keepForLooking(page, `${name}-${lang}-narrow`);
  await page.setViewportSize(WIDE);
};
