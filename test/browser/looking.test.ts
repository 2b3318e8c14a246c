import { NARROW, openBrowser } from './support/browser.ts';
import { axeFindings, english, inlineParts, overflow, rawCodes } from './support/look.ts';

const visit = openBrowser();

describe('looking at a page', () => {
  it('finds what axe finds: no language, an image without a text, pale writing', async () => {
    const page = await visit();
    await page.goto('/');
    await page.evaluate(`document.documentElement.removeAttribute('lang');
      document.querySelector('.brand img').removeAttribute('alt');
      document.querySelector('.lede').style.color = '#c0c0c0';`);
    const found = await axeFindings(page);
    for (const rule of ['html-has-lang', 'image-alt', 'color-contrast']) {
      expect(found.some((finding) => finding.startsWith(rule))).toBe(true);
    }
  });

  it('finds what is wider than a phone', async () => {
    const page = await visit();
    await page.goto('/');
    await page.setViewportSize(NARROW);
    expect(await overflow(page)).toEqual([]);
    await page.evaluate(`document.querySelector('.lede').style.width = '500px'`);
    expect((await overflow(page)).join()).toContain('class="lede"');
  });

  it.each(['<script src="/a.js">', '<style>', '<p style="color:red">', '<a onclick="x()">', '<a href="javascript:x">'])(
    'finds %s in the source',
    (source) => {
      expect(inlineParts(`<html>${source}</html>`)).not.toEqual([]);
    },
  );

  it.each(['Jalur DISCIPLINE_PNS', 'Diterima 2026-11-23T08:37:03.775Z', 'Nama undefined', '[object Object]'])(
    'finds the code in “%s”',
    (text) => {
      expect(rawCodes(text)).not.toEqual([]);
    },
  );

  it('tells Indonesian from English', () => {
    expect(english('Kembali the laporan')).toEqual(['the']);
    expect(english('Kembali ke laporan Anda, atau ke beranda.')).toEqual([]);
  });
});
