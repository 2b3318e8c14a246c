import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { anchorsOf, linksIn, markdownFiles, prose, readDoc, root } from './markdown.ts';

interface Target {
  readonly path: string;
  readonly anchor: string | undefined;
}

const targetsIn = (file: string): Target[] =>
  linksIn(readDoc(file))
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [path = '', anchor] = link.split('#');
      return { path: path === '' ? file : normalize(join(dirname(file), path)), anchor };
    });

/** Files of the project that a text names in backticks. */
const filesNamedIn = (markdown: string): string[] =>
  [
    ...prose(markdown).matchAll(
      /`((?:test|core|adapters|lambdas|lib|local|rules|web|scripts|statemachines)\/[^`\s<>*]+\.[a-z]+)`/g,
    ),
  ].map(([, path = '']) => path);

describe.each(markdownFiles)('%s', (file) => {
  const markdown = readDoc(file);

  it('links only to files that are there', () => {
    const missing = targetsIn(file).filter((target) => !existsSync(join(root, target.path)));

    expect(missing).toEqual([]);
  });

  it('links only to headings that are there', () => {
    const missing = targetsIn(file).filter(
      ({ path, anchor }) => anchor !== undefined && !anchorsOf(readDoc(path)).includes(anchor),
    );

    expect(missing).toEqual([]);
  });

  it('names only files that are there', () => {
    expect(filesNamedIn(markdown).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('has one title and no heading twice', () => {
    const anchors = anchorsOf(markdown);

    expect(prose(markdown).match(/^# /gm)).toHaveLength(1);
    expect(anchors.filter((anchor, place) => anchors.indexOf(anchor) !== place)).toEqual([]);
  });

  it('leaves nothing open', () => {
    expect(markdown.match(/\b(TODO|FIXME|TBD|XXX)\b/gi)).toBeNull();
  });

  it('names no folder of a machine', () => {
    expect(markdown.match(/(?:^|[\s`("'])\/(?:home|root|Users|work|tmp)\/\S*|[A-Z]:\\\S*/gm)).toBeNull();
  });
});

describe('the decisions', () => {
  const records = markdownFiles.filter((file) => /^docs\/adr\/\d{4}-/.test(file));

  it('are numbered without a gap', () => {
    const numbers = records.map((file) => Number(file.slice('docs/adr/'.length, 'docs/adr/0000'.length)));

    expect(numbers).toEqual(numbers.map((_, place) => place + 1));
  });

  it.each(records)('%s states context, choice, price and when to look again', (file) => {
    expect([...readDoc(file).matchAll(/^\*\*([A-Z][a-z ]+)\.\*\*$/gm)].map(([, part]) => part)).toEqual([
      'Context',
      'Choice',
      'Price',
      'Look again',
    ]);
  });

  it('are listed under their titles', () => {
    const list = readDoc('docs/adr/README.md');
    const unlisted = records.filter((file) => {
      const [, number, title] = /^# (\d{4})\. (.+)$/m.exec(readDoc(file)) ?? [];
      return !list.includes(`| [${number}](${file.slice('docs/adr/'.length)}) | ${title} |`);
    });

    expect(unlisted).toEqual([]);
  });
});
