import type { Page } from 'playwright-core';
import * as z from 'zod';

const stopSchema = z.object({
  /** Tag, with id or name where there is one. */
  what: z.string(),
  hasRing: z.boolean(),
  inView: z.boolean(),
});
type Stop = z.infer<typeof stopSchema>;

const MAX_STOPS = 120;

/** What has the focus, and whether somebody who looks at the screen can tell. */
const focused = async (page: Page): Promise<Stop> =>
  stopSchema.parse(
    await page.evaluate(`(() => {
      const e = document.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(e);
      const { top, bottom, left, right } = e.getBoundingClientRect();
      const name = e.id ? '#' + e.id : e.getAttribute('name') || e.textContent.trim();
      return {
        what: e.tagName.toLowerCase() + ' ' + name,
        hasRing: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        inView: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      };
    })()`),
  );

/** Presses Tab until `selector` has the focus; every stop on the way must be visible. @throws when it cannot be reached */
export const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let stops = 0; stops < MAX_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop.what !== 'body ') expect(stop).toEqual({ ...stop, hasRing: true, inView: true });
    if ((await page.locator(`${selector}:focus`).count()) === 1) return;
  }
  throw new Error(`${selector} cannot be reached by Tab`);
};

/** Types into the input that `selector` names, having gone there by Tab. */
export const typeInto = async (page: Page, selector: string, text: string): Promise<void> => {
  await tabTo(page, selector);
  await page.keyboard.type(text);
};

/** Presses the button or follows the link that `selector` names, having gone there by Tab. */
export const press = async (page: Page, selector: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
  await tabTo(page, selector);
  await page.keyboard.press(key);
};
