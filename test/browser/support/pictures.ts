import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import * as z from 'zod';

const GUIDES = join(import.meta.dirname, '../../../docs/panduan/gambar');
const MAX_HEIGHT = 1400;
/** Writes the pictures of the guides anew. */
const isAnew = process.env.TERTIB_SCREENSHOTS === '1';
/** A folder for pictures of every state, to look at. */
const lookFolder = process.env.TERTIB_LOOK ?? '';

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

interface Part {
  readonly maxHeight: number;
  /** The element that the picture begins with; the page from its top where none is named. */
  readonly from?: string | undefined;
}

const shoot = async (page: Page, path: string, { maxHeight, from = 'html' }: Part): Promise<void> => {
  const size = `[document.documentElement.clientWidth, document.documentElement.scrollHeight,
    scrollY + document.querySelector(${JSON.stringify(from)}).getBoundingClientRect().top]`;
  const [width, height, top] = z.tuple([z.number(), z.number(), z.number()]).parse(await page.evaluate(size));
  const y = Math.floor(top);
  const clip = { x: 0, y, width, height: Math.min(height - y, maxHeight) };
  await page.screenshot({ path, clip, fullPage: true, animations: 'disabled', caret: 'hide' });
};

/** A picture for the guides, as wide as the window is: only where it is missing or all are wanted anew, so that they do not churn. */
export const picture = async (page: Page, name: string, part: string | Partial<Part> = {}): Promise<void> => {
  const path = join(GUIDES, `${name}.png`);
  if (!isAnew && (await exists(path))) return;
  await mkdir(GUIDES, { recursive: true });
  const { maxHeight = MAX_HEIGHT, from } = typeof part === 'string' ? { from: part } : part;
  await shoot(page, path, { maxHeight, from });
};

/** A picture of the whole page in the folder that `TERTIB_LOOK` names. */
export const keepForLooking = async (page: Page, name: string): Promise<void> => {
  if (lookFolder === '') return;
  await mkdir(lookFolder, { recursive: true });
  await shoot(page, join(lookFolder, `${name}.png`), { maxHeight: 8000 });
};
