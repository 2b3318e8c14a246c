import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip as gzipCallback } from 'node:zlib';
import { getSurt, postToGetUrl, WARCRecord, WARCSerializer } from 'warcio';
import { mediaTypeOf } from '../../core/capture/headers.ts';
import type { HeaderLine } from '../../core/capture/page-capture.ts';
import type { Instant } from '../../core/time.ts';
import type { ExchangeRecord } from './exchange-record.ts';

/** A WARC file, each record its own gzip member, and the CDXJ index of its responses. */
export interface Warc {
  readonly bytes: Uint8Array;
  readonly index: string;
}

export const WARC_NAME = 'data.warc.gz';
const VERSION = 'WARC/1.1' as const;
const gzip = promisify(gzipCallback);
/** The body comes decoded: what says otherwise is kept under another name, as other archives do. */
const CODINGS = new Set(['content-encoding', 'transfer-encoding']);
const GZIP_OS = 9;
const UNKNOWN_OS = 255;

/** An id that is the same whenever the same record is written. */
const recordId = (...parts: readonly string[]): string => {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `<urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}>`;
};

/** Gzip writes the system it ran on into every member; the same record must be the same bytes everywhere. */
const packed = async (record: WARCRecord): Promise<Uint8Array> => {
  const bytes = new Uint8Array(await gzip(await WARCSerializer.serialize(record)));
  bytes[GZIP_OS] = UNKNOWN_OS;
  return bytes;
};

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ');

const linesOf = (headers: readonly HeaderLine[]): [string, string][] =>
  headers
    .filter(([name]) => !name.startsWith(':') && name.toLowerCase() !== 'proxy-connection')
    .map(([name, value]) => [oneLine(name), oneLine(value)]);

const answerLines = (headers: readonly HeaderLine[], size: number): [string, string][] => {
  const lines = linesOf(headers).filter(([name]) => name.toLowerCase() !== 'content-length');
  const renamed = lines.map(([name, value]): [string, string] =>
    CODINGS.has(name.toLowerCase()) ? [`x-orig-${name.toLowerCase()}`, value] : [name, value],
  );
  return [...renamed, ['content-length', String(size)]];
};

/** Redirects and answers that say there is nothing have no body to lack. */
export const hasBody = ({ status, method }: Pick<ExchangeRecord, 'status' | 'method'>): boolean =>
  method !== 'HEAD' && status >= 200 && status !== 204 && (status < 300 || status > 399);

const responseOf = (exchange: ExchangeRecord, id: string): WARCRecord => {
  const body = exchange.body ?? new Uint8Array();
  return WARCRecord.create(
    {
      type: 'response',
      url: exchange.url,
      date: exchange.at,
      warcVersion: VERSION,
      statusline: `HTTP/1.1 ${exchange.status} ${oneLine(exchange.statusText)}`.trimEnd(),
      httpHeaders: answerLines(exchange.headers, body.byteLength),
      warcHeaders: {
        'WARC-Record-ID': id,
        ...(exchange.body === undefined && hasBody(exchange) && { 'WARC-Truncated': 'unspecified' }),
      },
    },
    [body],
  );
};

const requestOf = (exchange: ExchangeRecord, id: string, concurrentTo: string): WARCRecord => {
  const { pathname, search } = new URL(exchange.url);
  return WARCRecord.create(
    {
      type: 'request',
      url: exchange.url,
      date: exchange.at,
      warcVersion: VERSION,
      statusline: `${exchange.method} ${pathname}${search} HTTP/1.1`,
      httpHeaders: linesOf(exchange.requestHeaders),
      warcHeaders: { 'WARC-Record-ID': id, 'WARC-Concurrent-To': concurrentTo },
    },
    exchange.requestBody === undefined ? [] : [exchange.requestBody],
  );
};

/** `20261123021500`: how indexes write times. */
export const digits = (at: Instant): string => at.replace(/\D/g, '').slice(0, 14);

/** How replay finds an answer to a form or script that sent something: by what was sent, as a part of the address. */
const keyUrl = ({ url, method, requestHeaders, requestBody }: ExchangeRecord) => {
  const asked = { url, method, headers: new Map(requestHeaders), postData: new TextDecoder().decode(requestBody) };
  const isSent = method !== 'GET' && method !== 'HEAD' && postToGetUrl(asked, 4096);
  return isSent
    ? { url: asked.url, method, requestBody: 'requestBody' in asked ? String(asked.requestBody) : '' }
    : { url };
};

const indexLine = (exchange: ExchangeRecord, record: WARCRecord, place: { offset: number; length: number }): string => {
  const { url: key, ...sent } = keyUrl(exchange);
  const fields = {
    url: exchange.url,
    mime: mediaTypeOf(exchange.headers) || 'application/octet-stream',
    status: String(exchange.status),
    digest: record.warcPayloadDigest ?? '',
    length: String(place.length),
    offset: String(place.offset),
    filename: WARC_NAME,
    ...sent,
  };
  return `${getSurt(key)} ${digits(exchange.at)} ${JSON.stringify(fields)}`;
};

/** Writes traffic as WARC 1.1 (ISO 28500): the same traffic is always the same bytes. */
export const writeWarc = async (exchanges: readonly ExchangeRecord[], info: WarcInfo): Promise<Warc> => {
  const about = WARCRecord.createWARCInfo(
    {
      filename: WARC_NAME,
      date: info.at,
      warcVersion: VERSION,
      warcHeaders: { 'WARC-Record-ID': recordId('warcinfo', info.at) },
    },
    { software: info.software, format: 'WARC File Format 1.1' },
  );
  const parts: Uint8Array[] = [await packed(about)];
  const lines: string[] = [];
  let offset = parts[0]?.byteLength ?? 0;
  for (const [place, exchange] of exchanges.entries()) {
    const id = recordId('response', String(place), exchange.url, exchange.at);
    const response = responseOf(exchange, id);
    const answer = await packed(response);
    lines.push(indexLine(exchange, response, { offset, length: answer.byteLength }));
    const asked = await packed(requestOf(exchange, recordId('request', String(place), exchange.url, exchange.at), id));
    parts.push(answer, asked);
    offset += answer.byteLength + asked.byteLength;
  }
  return {
    bytes: new Uint8Array(Buffer.concat(parts)),
    index: lines
      .toSorted()
      .map((line) => `${line}\n`)
      .join(''),
  };
};

export interface WarcInfo {
  readonly at: Instant;
  readonly software: string;
}
