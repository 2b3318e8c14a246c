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

/** Everything of the page's main part that Tab should stop at, in the order of the page; a group of radio buttons is one stop. */
const expectedStops = async (page: Page): Promise<number> =>
  z.number().parse(
    await page.evaluate(`(() => {
      const all = [...document.querySelectorAll('main :is(a[href], button, input:not([type="hidden"]), select, textarea, summary)')];
      const seen = all.filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled);
      const stops = [];
      for (const e of seen) {
        const group = e.type === 'radio' ? e.name : null;
        if (group !== null && stops.some(({ type, name }) => type === 'radio' && name === group)) continue;
        stops.push(e);
      }
      window.tabStops = stops;
      return stops.length;
    })()`),
  );

/** Which of those has the focus; the radio buttons of a group stand for one another. -1 where none has. */
const focusedStop = async (page: Page): Promise<number> =>
  z.number().parse(
    await page.evaluate(`window.tabStops.findIndex((stop) => {
      const e = document.activeElement;
      return stop === e || (stop.type === 'radio' && e.type === 'radio' && e.name === stop.name);
    })`),
  );

/** Goes by Tab through the whole main part: every stop is reached, in the order of the page, and can be seen. */
export const tabThrough = async (page: Page): Promise<void> => {
  const count = await expectedStops(page);
  await page.locator('.skip').focus();
  await tabTo(page, 'main :is(a, button, input, select, textarea, summary)');
  const reached = [await focusedStop(page)];
  for (let presses = 0; presses < count * 4 && reached.at(-1) !== count - 1; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    expect(stop).toEqual({ ...stop, hasRing: true, inView: true });
    const place = await focusedStop(page);
    if (place !== reached.at(-1)) reached.push(place);
  }
  expect(reached).toEqual(Array.from({ length: count }, (_, place) => place));
};
