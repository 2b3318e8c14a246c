import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { WARCParser } from 'warcio';
import type { ExchangeRecord } from '../../../adapters/browser-capture/exchange-record.ts';
import { writeWacz } from '../../../adapters/browser-capture/wacz.ts';
import { readWacz } from '../../support/read-wacz.ts';
import { NOW } from './http-capture.harness.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (content: Uint8Array | undefined): string => new TextDecoder().decode(content);

const exchange = (url: string, over: Partial<ExchangeRecord> = {}): ExchangeRecord => ({
  url,
  method: 'GET',
  requestHeaders: [['Accept', '*/*']],
  requestBody: undefined,
  status: 200,
  statusText: 'OK',
  headers: [
    ['content-type', 'text/html; charset=utf-8'],
    ['content-encoding', 'br'],
    ['set-cookie', 'a=1'],
    ['set-cookie', 'b=2'],
  ],
  body: bytes('<p>isi é</p>'),
  at: NOW,
  ...over,
});

const trafficOf = (): ExchangeRecord[] => [
  exchange('https://contoh.test/r', { status: 302, headers: [['location', '/']], body: undefined }),
  exchange('https://contoh.test/'),
  exchange('https://api.contoh.test/cari', {
    method: 'POST',
    requestHeaders: [['content-type', 'application/json']],
    requestBody: bytes('{"q":"a"}'),
    headers: [['content-type', 'application/json']],
    body: bytes('{"hasil":1}'),
  }),
  exchange('https://contoh.test/besar', { body: undefined }),
];
const traffic = trafficOf();
const page = { url: 'https://contoh.test/', title: 'Unggahan', text: 'isi é', at: NOW };
const filesOf = async (exchanges: readonly ExchangeRecord[]) => unzipSync(await writeWacz(exchanges, page));

describe('an archive of traffic', () => {
  it('has the files that WACZ 1.1.1 asks for, each with its hash, and stores them unpacked', async () => {
    const archive = await writeWacz(traffic, page);
    const packed: number[] = [];
    const files = unzipSync(archive, { filter: ({ compression }) => packed.push(compression) > 0 });
    expect(packed.every((method) => method === 0)).toBe(true);
    expect(Object.keys(files).sort()).toEqual([
      'archive/data.warc.gz',
      'datapackage-digest.json',
      'datapackage.json',
      'indexes/index.cdx',
      'pages/pages.jsonl',
    ]);
    const manifest = JSON.parse(text(files['datapackage.json']));
    expect(manifest).toMatchObject({
      profile: 'data-package',
      wacz_version: '1.1.1',
      mainPageUrl: page.url,
      created: NOW,
    });
    for (const { path, hash, bytes: size } of manifest.resources) {
      const content = files[path] ?? new Uint8Array();
      expect([hash, size]).toEqual([
        `sha256:${createHash('sha256').update(content).digest('hex')}`,
        content.byteLength,
      ]);
    }
    expect(JSON.parse(text(files['datapackage-digest.json'])).hash).toBe(
      `sha256:${createHash('sha256')
        .update(files['datapackage.json'] ?? '')
        .digest('hex')}`,
    );
  });

  it('is as the specifications have it, for a reader that shares no code with it', async () => {
    const { faults, records, pages } = readWacz(await writeWacz(traffic, page));
    expect(faults).toEqual([]);
    expect(records.map(({ type }) => type)).toEqual(['warcinfo', ...traffic.flatMap(() => ['response', 'request'])]);
    expect(pages).toMatchObject([{ url: page.url, ts: NOW, title: 'Unggahan' }]);
  });

  it('is not as the specifications have it once a byte of it is another', async () => {
    const archive = await writeWacz(traffic, page);
    const at = new TextDecoder('latin1').decode(archive).indexOf('sha256:') + 10;
    archive[at] = (archive[at] ?? 0) ^ 1;
    expect(readWacz(archive).faults).not.toEqual([]);
  });

  it('lists the page after a head line', async () => {
    const lines = text((await filesOf(traffic))['pages/pages.jsonl'])
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { format: 'json-pages-1.0' },
      { url: page.url, ts: NOW, title: 'Unggahan', text: 'isi é' },
    ]);
  });

  it('is read back by another reader of WARC: every answer with its request, headers and body', async () => {
    const warc = (await filesOf(traffic))['archive/data.warc.gz'] ?? new Uint8Array();
    const seen: [string, string | null | undefined, number | string | undefined, string][] = [];
    for await (const record of WARCParser.iterRecords([warc])) {
      const status = record.httpHeaders?.statusCode;
      seen.push([
        record.warcType,
        record.warcTargetURI,
        record.warcType === 'response' ? status : undefined,
        await record.contentText(),
      ]);
      if (record.warcTargetURI === 'https://contoh.test/' && record.warcType === 'response') {
        const headers = [...(record.httpHeaders?.headers ?? [])];
        expect(headers).toEqual(
          expect.arrayContaining([
            ['x-orig-content-encoding', 'br'],
            ['content-length', '13'],
          ]),
        );
        expect(headers.filter(([name]) => name === 'set-cookie')).toEqual([
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ]);
      }
      if (record.warcTargetURI === 'https://contoh.test/besar' && record.warcType === 'response')
        expect(record.warcHeader('WARC-Truncated')).toBe('unspecified');
    }
    expect(seen.slice(1)).toEqual([
      ['response', 'https://contoh.test/r', 302, ''],
      ['request', 'https://contoh.test/r', undefined, ''],
      ['response', 'https://contoh.test/', 200, '<p>isi é</p>'],
      ['request', 'https://contoh.test/', undefined, ''],
      ['response', 'https://api.contoh.test/cari', 200, '{"hasil":1}'],
      ['request', 'https://api.contoh.test/cari', undefined, '{"q":"a"}'],
      ['response', 'https://contoh.test/besar', 200, ''],
      ['request', 'https://contoh.test/besar', undefined, ''],
    ]);
  });

  it('is found by its index, record by record', async () => {
    const files = await filesOf(traffic);
    const warc = files['archive/data.warc.gz'] ?? new Uint8Array();
    const lines = text(files['indexes/index.cdx']).trim().split('\n');
    expect(lines).toEqual(lines.toSorted());
    expect(lines).toHaveLength(traffic.length);
    for (const line of lines) {
      const [, , json = ''] = /^(\S+) (\d{14}) /.exec(line) ? [0, 0, line.slice(line.indexOf('{'))] : [];
      const { url, offset, length, filename } = JSON.parse(json);
      const record = await WARCParser.parse([warc.subarray(Number(offset), Number(offset) + Number(length))]);
      expect([filename, record?.warcType, record?.warcTargetURI]).toEqual(['data.warc.gz', 'response', url]);
    }
    expect(lines.find((line) => line.includes('cari'))).toContain('__wb_method=post');
  });

  it('is the same bytes for the same traffic', async () => {
    expect(await writeWacz(traffic, page)).toEqual(await writeWacz(trafficOf(), { ...page }));
  });

  it.each([
    ['no traffic at all', []],
    [
      'line breaks in headers',
      [exchange('https://contoh.test/', { headers: [['a', 'b\r\nc: d']], statusText: 'O\r\nK' })],
    ],
    ['an odd address', [exchange('https://contoh.test/é?a=%zz&b=[]|#x')]],
    [
      'a form that sends no text',
      [exchange('https://contoh.test/', { method: 'POST', requestBody: Uint8Array.of(0, 255, 254) })],
    ],
    ['a lone surrogate', [exchange('https://contoh.test/\ud800')]],
  ])('is written for %s', async (_what, exchanges) => {
    const warc = (await filesOf(exchanges))['archive/data.warc.gz'] ?? new Uint8Array();
    let count = 0;
    for await (const record of WARCParser.iterRecords([warc])) {
      expect(record.httpHeaders?.headers.get('c') ?? undefined).toBeUndefined();
      await record.skipFully();
      count += 1;
    }
    expect(count).toBe(1 + exchanges.length * 2);
  });
});
