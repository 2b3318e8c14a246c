import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');

/** A text of the project, by its path from the root. */
export const readDoc = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every Markdown file that people read, by its path from the root. */
export const markdownFiles: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file))
    .sort(),
];

/** Text outside of fenced code: only there are links links and headings headings. */
export const prose = (markdown: string): string => markdown.replace(/^( *)```[\s\S]*?^\1```$/gm, '');

/** The anchors that a Markdown viewer gives the headings of a text. */
export const anchorsOf = (markdown: string): string[] =>
  [...prose(markdown).matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );

/** Targets of links and pictures. */
export const linksIn = (markdown: string): string[] =>
  [...prose(markdown).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

/** What stands under a heading, up to the next heading of the same rank or a higher one. */
export const sectionOf = (markdown: string, heading: string): string => {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ +/, '') === heading);
  if (start === -1) throw new RangeError(`no heading "${heading}"`);
  const rank = (lines[start] ?? '').indexOf(' ');
  const length = lines.slice(start + 1).findIndex((line) => /^#+ /.test(line) && line.indexOf(' ') <= rank);
  return lines.slice(start + 1, length === -1 ? undefined : start + 1 + length).join('\n');
};

/** The body rows of the table under a heading whose head row begins with `first`; cells without backticks. */
export const tableRows = (section: string, first: string): string[][] => {
  const lines = section.split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${first} |`));
  if (head === -1) throw new RangeError(`no table that begins with "${first}"`);
  const body = lines.slice(head + 2);
  const end = body.findIndex((line) => !line.startsWith('|'));
  return body.slice(0, end === -1 ? undefined : end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.replaceAll('`', '').trim()),
  );
};
