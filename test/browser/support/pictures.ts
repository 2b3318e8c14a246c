import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import * as z from 'zod';

const GUIDES = join(import.meta.dirname, '../../../docs/panduan/gambar');
const MAX_HEIGHT = 1500;
/** Writes the pictures of the guides anew. */
const isAnew = process.env.TERTIB_SCREENSHOTS === '1';
/** A folder for pictures of every state, to look at. */
const lookFolder = process.env.TERTIB_LOOK ?? '';

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const shoot = async (page: Page, path: string, maxHeight: number): Promise<void> => {
  const size = '[document.documentElement.clientWidth, document.documentElement.scrollHeight]';
  const [width, height] = z.tuple([z.number(), z.number()]).parse(await page.evaluate(size));
  const clip = { x: 0, y: 0, width, height: Math.min(height, maxHeight) };
  await page.screenshot({ path, clip, fullPage: true, animations: 'disabled', caret: 'hide' });
};

/** A picture for the guides, as wide as the window is: only where it is missing or all are wanted anew, so that they do not churn. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const path = join(GUIDES, `${name}.png`);
  if (!isAnew && (await exists(path))) return;
  await mkdir(GUIDES, { recursive: true });
  await shoot(page, path, MAX_HEIGHT);
};

/** A picture of the whole page in the folder that `TERTIB_LOOK` names. */
export const keepForLooking = async (page: Page, name: string): Promise<void> => {
  if (lookFolder === '') return;
  await mkdir(lookFolder, { recursive: true });
  await shoot(page, join(lookFolder, `${name}.png`), 8000);
};
