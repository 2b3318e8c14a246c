import { createHash } from 'node:crypto';
import { type Zippable, zipSync } from 'fflate';
import type { Instant } from '../../core/time.ts';
import type { ExchangeRecord } from './exchange-record.ts';
import { WARC_NAME, writeWarc } from './warc.ts';

/** What a replay opens with. */
export interface ArchivedPage {
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly at: Instant;
}

const SOFTWARE = 'Tertib evidence capture';
/** Zip needs a time, in the zone of the machine, and knows no earlier one; when the page was taken stands inside. */
const EPOCH = new Date(1980, 0, 1);
/** Search finds a page by its beginning. */
const MOST_TEXT = 20_000;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const json = (value: unknown): Uint8Array => bytesOf(`${JSON.stringify(value, undefined, 2)}\n`);

/** One page, after the line that says what the file is. Its id is made of what it names. */
const pagesFile = ({ url, title, text, at }: ArchivedPage): Uint8Array => {
  const id = createHash('sha256').update(`${url} ${at}`).digest('hex').slice(0, 20);
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages', hasText: true };
  const page = { id, url, ts: at, title: title.toWellFormed(), text: text.slice(0, MOST_TEXT).toWellFormed() };
  return bytesOf(`${JSON.stringify(head)}\n${JSON.stringify(page)}\n`);
};

const packageFile = (files: ReadonlyMap<string, Uint8Array>, { url, title, at }: ArchivedPage): Uint8Array =>
  json({
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: title.toWellFormed() || url,
    created: at,
    software: SOFTWARE,
    mainPageUrl: url,
    mainPageDate: at,
    resources: [...files].map(([path, bytes]) => ({
      name: path.slice(path.lastIndexOf('/') + 1),
      path,
      hash: sha256(bytes),
      bytes: bytes.byteLength,
    })),
  });

/**
 * Packs the traffic of one page as WACZ 1.1.1 (Webrecorder): a zip of WARC, index, page list and a manifest with every hash. The same
 * traffic is always the same bytes.
 */
export const writeWacz = async (exchanges: readonly ExchangeRecord[], page: ArchivedPage): Promise<Uint8Array> => {
  const { bytes, index } = await writeWarc(exchanges, { at: page.at, software: SOFTWARE });
  const files = new Map([
    [`archive/${WARC_NAME}`, bytes],
    ['indexes/index.cdx', bytesOf(index)],
    ['pages/pages.jsonl', pagesFile(page)],
  ]);
  const manifest = packageFile(files, page);
  const digest = json({ path: 'datapackage.json', hash: sha256(manifest) });
  const all = [...files, ['datapackage.json', manifest] as const, ['datapackage-digest.json', digest] as const];
  // Stored, not packed again: a replay reads single records out of the zip.
  const zip: Zippable = Object.fromEntries(all.map(([path, content]) => [path, [content, { level: 0 }]]));
  return zipSync(zip, { mtime: EPOCH, os: 3 });
};
