import type { Page } from 'playwright-core';
import * as z from 'zod';

/** What a robot types that wants to get through: the codes that people choose, numbers of cases that could be. */
const CODES = ['123456', '000000', '111111', '654321', '121212', '999999', '112233', '246810'] as const;
const guess = (turn: number): string => CODES[turn % CODES.length] ?? '123456';

/** Fills every input with what its kind suggests; each turn chooses other options. Answers how many buttons stand there. */
const FILL = `(({ code, turn }) => {
  const year = new Date().getFullYear();
  const byName = { caseNumber: 'CONTOH-' + year + '-AAAA' + code.slice(0, 4), code, reason: 'Disetujui, sudah saya baca.' };
  const textFor = (e) => byName[e.name]
    ?? (e.inputMode === 'numeric' || e.autocomplete === 'one-time-code' ? code : null)
    ?? ({ email: 'robot@pemindai.test', tel: '+628111222333', date: year + '-12-01', time: '09:00', number: '1', url: 'https://contoh.test/' })[e.type]
    ?? 'Pemindai';
  const groups = {};
  for (const e of document.querySelectorAll('input, textarea, select')) {
    if (e.type === 'hidden' || e.type === 'file' || e.disabled) continue;
    if (e.type === 'radio') (groups[e.name] ??= []).push(e);
    else if (e.type === 'checkbox') e.checked = true;
    else if (e.tagName === 'SELECT') e.selectedIndex = e.options.length - 1;
    else e.value = textFor(e);
    e.dispatchEvent(new Event('input', { bubbles: true }));
  }
  for (const group of Object.values(groups)) group[turn % group.length].checked = true;
  for (const e of document.querySelectorAll('details')) e.open = true;
  return document.querySelectorAll('button, input[type="submit"], input[type="image"], [role="button"]').length;
})`;

const BUTTONS = 'button, input[type="submit"], input[type="image"], [role="button"]';
/** So often a button is pressed: asking for the code, and guesses at it. */
const PRESSES = 4;
const CLICK_MS = 30_000;

const fill = async (page: Page, turn: number): Promise<number> =>
  z.int().parse(await page.evaluate(`${FILL}(${JSON.stringify({ code: guess(turn), turn })})`));

/** Of every link that leads to another page or state of it. */
const LINKS = `[...document.querySelectorAll('a[href]')].filter((a) => !a.hash).map((a) => a.href)`;

/** Follows every link of the page that is open, and comes back after each. */
const followAll = async (page: Page, link: string): Promise<void> => {
  const targets = new Set(z.array(z.string()).parse(await page.evaluate(LINKS)));
  for (const target of targets) {
    await page.goto(target);
    await page.goto(link);
  }
};

/**
 * Presses every button and sends every form that comes, with plausible values, and follows every link.
 * @returns how many buttons were pressed
 */
export const pressEverything = async (page: Page, link: string): Promise<number> => {
  await page.goto(link);
  await followAll(page, link);
  let pressed = 0;
  for (let turn = 0; turn < PRESSES; turn += 1) {
    const buttons = await fill(page, turn);
    if (buttons === 0) break;
    await page
      .locator(BUTTONS)
      .nth(turn % buttons)
      .click({ timeout: CLICK_MS });
    await page.waitForLoadState('load');
    pressed += 1;
  }
  await page.goto(link);
  return pressed;
};
