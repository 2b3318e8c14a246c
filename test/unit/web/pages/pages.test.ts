import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { assets } from '../../../../web/assets/index.ts';
import { mailPage } from '../../../../web/pages/dev-inbox.ts';
import { langs } from '../../../../web/text/lang.ts';
import { attribute, elements, named, page, pageIn } from './markup.ts';
import { bareFrame } from './sample.ts';
import { samples } from './samples.ts';
import { taskSamples } from './samples-task.ts';

const pageOf = pageIn(samples);
const everyPage = langs.flatMap((lang) =>
  named(samples).map(([name, sample]) => ({ name: `${name} (${lang})`, html: page(sample, lang) })),
);

const tag = /<(\/?[a-z][a-z0-9]*)((?:\s+[a-z][a-z-]*(?:="[^"<>]*")?)*)\s*>|<!doctype html>/g;
/** The tags and attribute names of a page without their values: what must not depend on any text. */
const skeleton = (html: string): string =>
  [...html.matchAll(tag)]
    .map(([, name, attributes = '']) => `${name}${attributes.replaceAll(/="[^"]*"/g, '')}`)
    .join('\n');
const textBetween = (html: string): string => html.replaceAll(tag, '');

describe('text from outside', () => {
  const hostile = fc.oneof(
    fc.string({
      minLength: 1,
      maxLength: 12,
      unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', ' ', 'a', '`', '{', '\n'),
    }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' autofocus onfocus='x",
      '</textarea><b>',
      '&lt;b&gt;',
      '$& $1',
    ),
    fc.string({ minLength: 1, unit: 'binary' }),
  );

  it.each(named(samples))('cannot change the markup of %s', (_name, sample) => {
    const expected = skeleton(page(sample, 'id', (text) => `x${text}`).replaceAll(/https?:\/\//g, ''));
    fc.assert(
      fc.property(hostile, (text) => {
        const html = page(sample, 'id', (own) =>
          /https?:\/\//.test(own) && sample.name === 'mail' ? own : `x${text}`,
        );
        expect(skeleton(html)).toBe(sample.name === 'mail' ? skeleton(page(sample)) : expected);
        expect(textBetween(html)).not.toMatch(/[<>]/);
      }),
      { numRuns: 60 },
    );
  });

  it('becomes a link in a mail only as a web address', () => {
    const html = mailPage(
      {
        frame: bareFrame,
        from: 'a',
        to: 'b',
        subject: 'c',
        receivedAt: { iso: '2026-11-23T00:00:00.000Z', text: 'd' },
        text: 'javascript:alert(1) http://127.0.0.1:1/t/a.b. https://x.test/"onclick="y',
        headers: [],
        rawHref: '/e',
      },
      'id',
    ).toString();
    expect(
      elements(html, 'a')
        .map((a) => attribute(a, 'href'))
        .filter((href) => href?.startsWith('http')),
    ).toEqual(['http://127.0.0.1:1/t/a.b', 'https://x.test/']);
    expect(html).not.toContain('href="javascript');
  });
});

describe('every page', () => {
  it.each(everyPage)(
    '$name obeys a policy without inline script or style and loads nothing from elsewhere',
    ({ html }) => {
      expect(html).not.toMatch(/<script(?! src="\/assets\/)|<style|<iframe|<object|\sstyle=|\son[a-z]+=|http-equiv/i);
      expect(elements(html, 'link|img').map((e) => attribute(e, 'href') ?? attribute(e, 'src'))).toEqual(
        expect.arrayContaining([expect.stringMatching(/^\/assets\//)]),
      );
      for (const element of elements(html, 'link|img')) expect(element).toMatch(/(?:href|src)="\/assets\//);
    },
  );

  it.each(everyPage)('$name has a language, one main heading, landmarks and a skip link', ({ html }) => {
    expect(html).toMatch(/<html lang="(?:id|en)">/);
    for (const name of ['h1', 'main', 'header', 'footer']) expect(elements(html, name)).toHaveLength(1);
    expect(html.indexOf('class="skip" href="#isi"')).toBeLessThan(html.indexOf('<header'));
    expect(html).toContain('<main id="isi"');
  });

  it.each(everyPage)('$name labels every input and repeats no id', ({ html }) => {
    const labelled = new Set(elements(html, 'label').map((label) => attribute(label, 'for')));
    for (const input of elements(html, 'input|select|textarea')) {
      if (attribute(input, 'type') !== 'hidden') expect(labelled).toContain(attribute(input, 'id'));
    }
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const [, described = ''] of html.matchAll(/\saria-(?:describedby|labelledby)="([^"]*)"/g)) {
      for (const id of described.split(' ')) expect(ids).toContain(id);
    }
  });

  it.each(everyPage)('$name links its error summary to fields that are there', ({ html }) => {
    const summary = /<div class="notice bad summary"[\s\S]*?<\/div>/.exec(html)?.[0] ?? '';
    for (const link of elements(summary, 'a')) {
      const field = attribute(link, 'href')?.slice(1) ?? '';
      expect(html).toContain(` id="${field}"`);
      expect(html).toContain(` id="${field}-error"`);
    }
  });
});

describe('a task page', () => {
  it.each(named(taskSamples))('%s has one form at most, and no way to stray', (_name, sample) => {
    const html = page(sample);
    expect(elements(html, 'form')).toHaveLength(/done|refused|already/.test(sample.name) ? 0 : 1);
    expect(elements(html, 'nav')).toHaveLength(0);
    expect(html).toContain('content="noindex"');
  });

  it.each([
    ['task-neutral', 'request-code', ['step']],
    ['task-code', 'verify-code', ['step', 'csrf', 'code']],
    ['task-step-up', 'step-up', ['step', 'csrf', 'credential', 'code']],
    ['task-step-up-enrol', 'step-up', ['step', 'csrf', 'credential', 'code']],
  ])('%s is the form %s with the inputs %j', (name, step, inputs) => {
    const html = pageOf(name);
    expect(html).toContain(`data-step="${step}"`);
    expect(elements(html, 'input').map((input) => attribute(input, 'name'))).toEqual(inputs);
  });

  it('asks for the code with digits and one-time autocomplete', () => {
    const html = pageOf('task-code');
    expect(html).toMatch(/name="code"[^>]* inputmode="numeric" autocomplete="one-time-code"/);
  });

  it('names nobody before the code is entered', () => {
    for (const name of ['task-neutral', 'task-code', 'task-refused']) {
      const html = pageOf(name);
      expect(html).not.toMatch(/CONTOH-|Budi|Pemerintah Kota/);
    }
  });
});

describe('the report form', () => {
  it('comes back filled, with what was chosen', () => {
    const html = pageOf('report-form-errors');
    expect(html).toContain('value="Siti Aminah"');
    expect(html).toMatch(/value="named" checked/);
    expect(html).toMatch(/value="contoh" selected/);
    expect(html).toContain('javascript:alert(1)\nhttps://media.contoh.test/1</textarea>');
    expect(html).toMatch(
      /id="description"[^>]* aria-describedby="description-hint description-error" aria-invalid="true"/,
    );
  });

  it('comes empty with nothing chosen for anyone', () => {
    expect(pageOf('report-form')).not.toMatch(/\s(?:checked|selected)\b/);
  });
});

describe('the assets', () => {
  it.each(assets.map((asset) => [asset.file, asset] as const))(
    '%s is there, small, and asks for nothing from elsewhere',
    (_file, asset) => {
      const text = readFileSync(new URL(`../../../../web/assets/${asset.file}`, import.meta.url), 'utf8');
      expect(text.length).toBeLessThan(20_000);
      expect(text.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/@import|url\(|https?:/);
    },
  );
});
