import fc from 'fast-check';
import type { LetterBlock, LetterDocument } from '../../../../core/letters/letter-document.ts';
import { letterFormSchema } from '../../../../core/letters/letter-forms.ts';
import { letterHtml } from '../../../../core/letters/letter-html.ts';
import { sampleLetters } from '../../../../scripts/sample-letters/index.ts';
import { compose, textsOf } from './samples.ts';

const letter = compose('SANCTION_R2', sampleLetters.SANCTION_R2);
const withBlocks = (...blocks: LetterBlock[]): LetterDocument => ({ ...letter, blocks });

const blocksOf = (text: string): LetterBlock[] => [
  { kind: 'marking', text },
  { kind: 'letterhead', lines: [text] },
  { kind: 'address', lines: [text] },
  { kind: 'heading', lines: [text] },
  { kind: 'subheading', text },
  { kind: 'dateline', text },
  { kind: 'centred', text },
  { kind: 'paragraph', text },
  { kind: 'fields', indented: true, lines: [{ label: text, value: text }] },
  { kind: 'persons', items: [{ mark: text, lines: [{ label: text, value: text }] }] },
  { kind: 'points', items: [{ mark: text, text }] },
  { kind: 'clauses', label: text, items: [{ mark: '', text }] },
  {
    kind: 'dictum',
    label: text,
    text,
    identity: [{ label: text, value: text }],
    points: [{ mark: text, text }],
    after: text,
  },
  { kind: 'table', columns: [{ label: text, share: 1 }], rows: [[text]] },
  {
    kind: 'questions',
    labels: { question: text, answer: text },
    items: [{ mark: text, question: text, answer: text }],
  },
  { kind: 'signature', lines: [text], signatory: [text] },
  { kind: 'signatures', places: [{ lines: [text], signatory: [text] }] },
  { kind: 'list', label: text, items: [text] },
  { kind: 'note', text },
];

const decoded = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('a letter as HTML', () => {
  it.each(letterFormSchema.options)('of form %s shows every text of the letter', (form) => {
    const composed = compose(form, sampleLetters[form]);
    const html = decoded(letterHtml(composed));
    const kinds = new Set(composed.blocks.map(({ kind }) => kind));
    for (const text of textsOf(composed.blocks))
      if (![...kinds].some((kind) => kind === text)) expect(html).toContain(text);
  });

  it('has its table with a head for each column', () => {
    const html = letterHtml(compose('EXAMINATION_REPORT', sampleLetters.EXAMINATION_REPORT));
    expect(html.match(/<th scope="col">/g)).toHaveLength(7);
    expect(html).toContain('<td>1.</td>');
  });

  it('needs nothing from elsewhere and runs no script', () => {
    const html = letterHtml(letter);
    expect(html).not.toMatch(/<script|<link|src=|href=|style="/);
    expect(html).toContain('<html lang="id">');
  });

  it('escapes everything, in every kind of block', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: fc.constantFrom('<', '>', '"', "'", '&', 'a') }), (evil) => {
        const clean = letterHtml(withBlocks(...blocksOf('x')));
        const shown = letterHtml(withBlocks(...blocksOf(`x${evil}`)));
        const markup = (html: string) => html.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '').match(/<[^>]*>|&/g);
        expect(markup(shown)).toEqual(markup(clean));
      }),
    );
  });
});
