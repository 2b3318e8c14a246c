import type { LetterBlock, LetterDocument } from './letter-document.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => entities[char] ?? char);

/** The style of a letter; whoever serves letters under a content security policy allows its hash. */
export const letterStyle = `body{margin:0 auto;max-width:44rem;padding:2rem 1.25rem;font:1rem/1.5 "Noto Serif",Georgia,serif;color:#000;background:#fff;overflow-wrap:break-word}
h1{font-size:1.0625rem;line-height:1.5;text-align:center;margin:1.5rem 0}h1 span{display:block}
.marking,.centred{text-align:center}.marking{font-weight:bold;letter-spacing:.12em}.centred{margin:1.25rem 0}
section{display:grid;grid-template-columns:7.5rem 1fr;gap:0 1rem;margin:0 0 1rem}h2{font-size:1rem;font-weight:normal;margin:0}
section>div{min-width:0}ol,ul{list-style:none;margin:0;padding:0}ol.marks li:not(.plain){display:grid;grid-template-columns:1.75rem 1fr}p{margin:0 0 .5rem}
dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.1rem 1rem;margin:.5rem 0}dd{margin:0}
.signature{margin:2rem 0 1.5rem auto;max-width:20rem}.signature p{margin:0}.signatory{padding-top:4.5rem}.list ol{padding-left:1.5rem;list-style:decimal}
.note{border-top:1px solid #666;padding-top:.5rem;margin-top:1.5rem;font-size:.8125rem;overflow-wrap:anywhere}
@media(max-width:34rem){section{grid-template-columns:1fr}h2{font-weight:bold}}@media print{body{padding:0;max-width:none}}`;

const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${escaped(text)}</p>`).join('');

const dictumHtml = (block: Extract<LetterBlock, { kind: 'dictum' }>): string => {
  const identity = block.identity
    .map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`)
    .join('');
  return `<section><h2>${escaped(block.label)}</h2><div>${paragraphs([block.text])}${
    identity === '' ? '' : `<dl>${identity}</dl>`
  }${paragraphs(block.after === null ? [] : [block.after])}</div></section>`;
};

const blockHtml = (block: LetterBlock): string => {
  switch (block.kind) {
    case 'marking':
    case 'centred':
    case 'note':
      return `<p class="${block.kind}">${escaped(block.text)}</p>`;
    case 'heading':
      return `<h1>${block.lines.map((line) => `<span>${escaped(line)}</span> `).join('')}</h1>`;
    case 'clauses':
      return `<section><h2>${escaped(block.label)}</h2><ol class="marks">${block.items
        .map(({ mark, text }) =>
          mark === ''
            ? `<li class="plain">${escaped(text)}</li>`
            : `<li><span>${escaped(mark)} </span><span>${escaped(text)}</span></li>`,
        )
        .join('')}</ol></section>`;
    case 'dictum':
      return dictumHtml(block);
    case 'signature':
      return `<div class="signature">${paragraphs(block.lines)}<div class="signatory">${paragraphs(block.signatory)}</div></div>`;
    case 'list':
      return `<div class="list"><p>${escaped(block.label)}</p><ol>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ol></div>`;
    default:
      return block satisfies never;
  }
};

/** A letter as one HTML document that needs nothing else. */
export const letterHtml = (letter: LetterDocument): string => `<!doctype html>
<html lang="${letter.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(letter.title)}</title>
<style>${letterStyle}</style>
</head>
<body>
<main>
${letter.blocks.map(blockHtml).join('\n')}
</main>
</body>
</html>
`;
