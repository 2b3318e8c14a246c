import { createHash } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import * as z from 'zod';

/**
 * A reader of WACZ of its own, from the specifications alone (RFC 1952, ISO 28500, WACZ 1.1.1, CDXJ), so that what the program writes is
 * judged by something that shares no code with it. Whatever is not as it must be is told as a sentence.
 */
export interface ReadWacz {
  readonly faults: readonly string[];
  readonly records: readonly WarcRead[];
  readonly pages: readonly {
    readonly url: string;
    readonly ts: string;
    readonly title: string;
    readonly text: string;
  }[];
}

export interface WarcRead {
  readonly offset: number;
  readonly length: number;
  readonly type: string;
  readonly uri: string;
  readonly headers: ReadonlyMap<string, string>;
  /** Of requests and responses: what comes after the head of HTTP. */
  readonly payload: Uint8Array;
}

/** What zlib tells beside the content: how much of its input was one member. */
const inflated = z.object({ buffer: z.instanceof(Uint8Array), engine: z.object({ bytesWritten: z.int() }) });
const GZIP_HEAD = 10;
const GZIP_TAIL = 8;
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** One gzip member: a head without options, deflated data, the sum and size of what was packed. */
const member = (bytes: Uint8Array, offset: number, faults: string[]): { content: Uint8Array; end: number } => {
  const [a, b, method, flags] = bytes.subarray(offset, offset + 4);
  if (a !== 0x1f || b !== 0x8b || method !== 8 || flags !== 0) throw new Error(`no gzip member at ${offset}`);
  const { buffer, engine } = inflated.parse(inflateRawSync(bytes.subarray(offset + GZIP_HEAD), { info: true }));
  const content = new Uint8Array(buffer);
  const tail = offset + GZIP_HEAD + engine.bytesWritten;
  const view = new DataView(bytes.buffer, bytes.byteOffset + tail, GZIP_TAIL);
  if (view.getUint32(0, true) !== crc32(content)) faults.push(`wrong sum of the member at ${offset}`);
  if (view.getUint32(4, true) !== content.byteLength) faults.push(`wrong size of the member at ${offset}`);
  return { content, end: tail + GZIP_TAIL };
};

const endOfHead = (bytes: Uint8Array): number => Buffer.from(bytes).indexOf('\r\n\r\n') + 4;

const headOf = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    lines
      .split('\r\n')
      .slice(1)
      .filter((line) => line.includes(':'))
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );

const checkRecord = (content: Uint8Array, place: { offset: number; length: number }, faults: string[]): WarcRead => {
  const start = endOfHead(content);
  const lines = text(content.subarray(0, start));
  const headers = headOf(lines);
  const fault = (what: string): void => void faults.push(`${what} in the record at ${place.offset}`);
  const size = Number(headers.get('content-length'));
  const block = content.subarray(start, start + size);
  const type = headers.get('warc-type') ?? '';
  if (!lines.startsWith('WARC/1.1\r\n')) fault('no version 1.1');
  if (text(content.subarray(start + size)) !== '\r\n\r\n') fault('more or less than its length');
  for (const name of ['warc-record-id', 'warc-date', 'content-type']) if (!headers.has(name)) fault(`no ${name}`);
  if (!/^<urn:uuid:[0-9a-f-]{36}>$/.test(headers.get('warc-record-id') ?? '')) fault('an id that is no URN');
  const isHttp = type === 'response' || type === 'request';
  const payload = isHttp ? block.subarray(endOfHead(block)) : block;
  const digests = [
    ['warc-block-digest', block],
    ['warc-payload-digest', payload],
  ] as const;
  for (const [name, bytes] of digests) {
    const said = headers.get(name);
    if (said !== undefined && said !== `sha256:${sha256(bytes)}`) fault(`wrong ${name}`);
  }
  return { ...place, type, uri: headers.get('warc-target-uri') ?? '', headers, payload };
};

const readWarc = (bytes: Uint8Array, faults: string[]): WarcRead[] => {
  const records: WarcRead[] = [];
  for (let offset = 0; offset < bytes.byteLength; ) {
    const { content, end } = member(bytes, offset, faults);
    records.push(checkRecord(content, { offset, length: end - offset }, faults));
    offset = end;
  }
  if (records[0]?.type !== 'warcinfo') faults.push('the first record is no warcinfo');
  return records;
};

const checkIndex = (index: string, records: readonly WarcRead[], faults: string[]): void => {
  const lines = index.split('\n').slice(0, -1);
  if (index !== '' && !index.endsWith('\n')) faults.push('the index ends within a line');
  if (lines.some((line, i) => i > 0 && line < (lines[i - 1] ?? ''))) faults.push('the index is not in order');
  const responses = records.filter(({ type }) => type === 'response');
  if (responses.length !== lines.length) faults.push('the index lists more or fewer answers than there are');
  for (const line of lines) {
    const match = /^(\S+) (\d{14}) (\{.*\})$/.exec(line);
    if (match === null) faults.push(`no line of CDXJ: ${line}`);
    const { url, offset, length, digest, filename } = JSON.parse(match?.[3] ?? '{}');
    const record = responses.find((one) => one.offset === Number(offset) && one.length === Number(length));
    if (record === undefined || record.uri !== url) faults.push(`the index leads to no answer for ${url}`);
    else if (digest !== `sha256:${sha256(record.payload)}`) faults.push(`the index has another digest for ${url}`);
    if (filename !== 'data.warc.gz') faults.push(`the index names another file for ${url}`);
  }
};

const checkPackage = (files: Readonly<Record<string, Uint8Array>>, faults: string[]): void => {
  const manifest = files['datapackage.json'] ?? new Uint8Array();
  const { profile, wacz_version: version, resources } = JSON.parse(text(manifest));
  if (profile !== 'data-package' || !/^1\.1\.\d$/.test(version)) faults.push('no data package of WACZ 1.1');
  for (const { path, hash, bytes } of resources) {
    const content = files[path];
    if (content === undefined) faults.push(`${path} is not there`);
    else if (hash !== `sha256:${sha256(content)}` || bytes !== content.byteLength)
      faults.push(`${path} is not as named`);
  }
  const digest = JSON.parse(text(files['datapackage-digest.json'] ?? new Uint8Array()));
  if (digest.hash !== `sha256:${sha256(manifest)}`) faults.push('the package is not as its digest names it');
  const named = new Set(resources.map(({ path }: { path: string }) => path));
  for (const path of Object.keys(files))
    if (!path.startsWith('datapackage') && !named.has(path)) faults.push(`${path} is named nowhere`);
};

/** Reads an archive whole, and lists everything about it that is not as the specifications have it. */
export const readWacz = (archive: Uint8Array): ReadWacz => {
  const faults: string[] = [];
  const files = unzipSync(archive);
  checkPackage(files, faults);
  const records = readWarc(files['archive/data.warc.gz'] ?? new Uint8Array(), faults);
  checkIndex(text(files['indexes/index.cdx'] ?? new Uint8Array()), records, faults);
  const [head = '{}', ...lines] = text(files['pages/pages.jsonl'] ?? new Uint8Array())
    .trim()
    .split('\n');
  if (JSON.parse(head).format !== 'json-pages-1.0') faults.push('no list of pages');
  const pages = lines.map((line) => JSON.parse(line));
  for (const { url } of pages)
    if (!records.some((record) => record.type === 'response' && record.uri === url))
      faults.push(`the page ${url} has no answer in the archive`);
  return { faults, records, pages };
};
