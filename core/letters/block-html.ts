import { elements, escaped } from './html-text.ts';
import type { BlockOf, LabelledLine, LetterBlock, MarkedLine, SignaturePlace } from './letter-document.ts';

const labelled = (lines: readonly LabelledLine[], indented = false): string => {
  if (lines.length === 0) return '';
  const items = lines.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('');
  return `<dl${indented ? ' class="indented"' : ''}>${items}</dl>`;
};

/** An item whose content is HTML already. */
const item = (mark: string, content: string): string =>
  mark === '' ? `<li class="plain">${content}</li>` : `<li><span>${escaped(mark)} </span><div>${content}</div></li>`;

const markedItems = (items: readonly MarkedLine[]): string =>
  items.length === 0
    ? ''
    : `<ol class="marks">${items.map(({ mark, text }) => item(mark, escaped(text))).join('')}</ol>`;

const dictumHtml = ({ label, text, identity, points, after }: BlockOf<'dictum'>): string =>
  `<section><h2>${escaped(label)}</h2><div>${elements('p', [text])}${labelled(identity)}${markedItems(points)}${elements(
    'p',
    after === null ? [] : [after],
  )}</div></section>`;

const tableHtml = ({ columns, rows }: BlockOf<'table'>): string => {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => `<col width="${Math.round((share / whole) * 100)}%">`).join('');
  const head = columns.map(({ label }) => `<th scope="col">${escaped(label)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${elements('td', cells)}</tr>`).join('');
  return `<table><colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
};

const questionsHtml = ({ labels, items }: BlockOf<'questions'>): string => {
  const entry = ({ question, answer }: (typeof items)[number]): string =>
    labelled([
      { label: labels.question, value: question },
      { label: labels.answer, value: answer },
    ]);
  return `<ol class="marks question">${items.map((one) => item(one.mark, entry(one))).join('')}</ol>`;
};

const placeHtml = ({ lines, signatory }: SignaturePlace): string =>
  `${elements('p', lines)}<div class="signatory">${elements('p', signatory)}</div>`;

/** One part of a letter as HTML. */
export const blockHtml = (block: LetterBlock): string => {
  switch (block.kind) {
    case 'marking':
    case 'centred':
    case 'dateline':
    case 'paragraph':
    case 'note':
      return `<p class="${block.kind}">${escaped(block.text)}</p>`;
    case 'subheading':
      return `<h2 class="subheading">${escaped(block.text)}</h2>`;
    case 'letterhead':
    case 'address':
      return `<div class="${block.kind}">${elements('p', block.lines)}</div>`;
    case 'heading':
      return `<h1>${block.lines.map((line) => `<span>${escaped(line)}</span> `).join('')}</h1>`;
    case 'fields':
      return labelled(block.lines, block.indented);
    case 'persons':
      return `<ol class="marks">${block.items.map(({ mark, lines }) => item(mark, labelled(lines))).join('')}</ol>`;
    case 'points':
      return markedItems(block.items);
    case 'clauses':
      return `<section><h2>${escaped(block.label)}</h2>${markedItems(block.items)}</section>`;
    case 'dictum':
      return dictumHtml(block);
    case 'table':
      return tableHtml(block);
    case 'questions':
      return questionsHtml(block);
    case 'signature':
      return `<div class="signature">${placeHtml(block)}</div>`;
    case 'signatures':
      return `<div class="places">${block.places.map((one) => `<div>${placeHtml(one)}</div>`).join('')}</div>`;
    case 'list':
      return `<div class="list"><p>${escaped(block.label)}</p><ol>${elements('li', block.items)}</ol></div>`;
    default:
      return block satisfies never;
  }
};
