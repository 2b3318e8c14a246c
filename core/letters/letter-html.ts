import { blockHtml } from './block-html.ts';
import { escaped } from './html-text.ts';
import type { LetterDocument } from './letter-document.ts';

/** The style of a letter; whoever serves letters under a content security policy allows its hash. */
export const letterStyle = `body{margin:0 auto;max-width:44rem;padding:2rem 1.25rem;font:1rem/1.5 "Noto Serif",Georgia,serif;color:#000;background:#fff;overflow-wrap:break-word}
h1{font-size:1.0625rem;line-height:1.5;text-align:center;margin:1.5rem 0}h1 span{display:block}h2{font-size:1rem;font-weight:normal;margin:0}h2.subheading{font-weight:bold;margin:1.25rem 0 .5rem}
.letterhead{text-align:center;font-weight:bold;border-bottom:3px double #000;padding-bottom:.5rem;margin-bottom:1rem}.letterhead p,.address p{margin:0}.address{margin:1rem 0}.dateline{text-align:right}
.marking,.centred{text-align:center}.marking{font-weight:bold;letter-spacing:.12em}.centred{margin:1.25rem 0}p{margin:0 0 .5rem}
section{display:grid;grid-template-columns:7.5rem 1fr;gap:0 1rem;margin:0 0 1rem}section>div{min-width:0}
ol,ul{list-style:none;margin:0;padding:0}ol.marks{margin-bottom:.5rem}ol.marks>li:not(.plain){display:grid;grid-template-columns:1.9rem 1fr}ol.marks>li>*{min-width:0}
dl{display:grid;grid-template-columns:minmax(6rem,11rem) 1fr;gap:.1rem 1rem;margin:.5rem 0}dl.indented{margin-left:1.9rem}dd{margin:0;min-width:0}.question dl{grid-template-columns:6rem 1fr}
table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:.875rem;margin:.75rem 0 1rem}th,td{border:1px solid #000;padding:.3rem .4rem;vertical-align:top;text-align:left;overflow-wrap:anywhere}th{text-align:center}
.signature{margin:2rem 0 1.5rem auto;max-width:20rem}.signature p,.places p{margin:0}.signatory{padding-top:4.5rem}.places{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem;margin:1.5rem 0}
.list ol{padding-left:1.5rem;list-style:decimal}.note{border-top:1px solid #666;padding-top:.5rem;margin-top:1.5rem;font-size:.8125rem;overflow-wrap:anywhere}
@media(max-width:34rem){section{grid-template-columns:1fr}section h2{font-weight:bold}}@media print{body{padding:0;max-width:none}}`;

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
