import fc from 'fast-check';
import { HttpCapture } from '../../adapters/http-capture.ts';
import { refuseAddress } from '../../core/capture/address-guard.ts';
import { parseCaptureUrl } from '../../core/capture/capture-url.ts';
import { textOf } from '../../core/capture/text-of.ts';
import { instantOf } from '../../core/time.ts';

/** Blocks that reach inside a network: first address and number of addresses. */
const INSIDE: readonly [first: number, size: number][] = [
  [0x0a000000, 2 ** 24],
  [0x64400000, 2 ** 22],
  [0x7f000000, 2 ** 24],
  [0xa9fe0000, 2 ** 16],
  [0xac100000, 2 ** 20],
  [0xc0a80000, 2 ** 16],
  [0x00000000, 2 ** 24],
  [0xe0000000, 2 ** 29],
];
const insideAddress = fc
  .constantFrom(...INSIDE)
  .chain(([first, size]) => fc.integer({ min: 0, max: size - 1 }).map((offset) => first + offset));

const dotted = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');

type Radix = 'decimal' | 'octal' | 'hex' | 'HEX' | 'padded';
const radix = fc.constantFrom<Radix>('decimal', 'octal', 'hex', 'HEX', 'padded');
function write(value: number, how: Radix): string {
  if (how === 'octal') return `0${value.toString(8)}`;
  if (how === 'hex') return `0x${value.toString(16)}`;
  if (how === 'HEX') return `0X${value.toString(16).toUpperCase()}`;
  return how === 'padded' ? `0x000000${value.toString(16)}` : String(value);
}

const FULL_WIDTH_ZERO = 0xff10;
const fullWidth = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(FULL_WIDTH_ZERO + Number(digit)));

/** One to four parts, each in a notation of its own, the last one taking the bytes that are left (WHATWG URL 3.5). */
const ipv4Text = fc
  .tuple(
    insideAddress,
    fc.integer({ min: 1, max: 4 }),
    fc.array(radix, { minLength: 4, maxLength: 4 }),
    fc.constantFrom('', '.'),
    fc.boolean(),
  )
  .map(([value, parts, notations, dot, wide]) => {
    const heads = Array.from({ length: parts - 1 }, (_, i) => (value >>> (24 - 8 * i)) & 255);
    const tail = parts === 1 ? value : value & (2 ** (8 * (5 - parts)) - 1);
    const text = [...heads, tail >>> 0].map((part, i) => write(part, notations[i] ?? 'decimal')).join('.') + dot;
    return wide ? fullWidth(text) : text;
  });

/** The same addresses inside IPv6, in the forms that some system somewhere routes to IPv4. */
const ipv6Text = insideAddress.chain((value) => {
  const high = (value >>> 16).toString(16);
  const low = (value & 0xffff).toString(16);
  const tails = [dotted(value), `${high}:${low}`];
  const prefixes = ['::', '::ffff:', '::FFFF:', '0:0:0:0:0:ffff:', '::ffff:0:', '64:ff9b::', '64:ff9b:1::'];
  const embedded = prefixes.flatMap((prefix) => tails.map((tail) => `${prefix}${tail}`));
  return fc.constantFrom(...embedded, `2002:${high}:${low}::1`, `2001:0:${high}:${low}::`);
});

describe('no address inside a network is captured', () => {
  it('in any notation of IPv4 that the URL parser accepts', () => {
    fc.assert(
      fc.property(ipv4Text, fc.constantFrom('http', 'https'), (host, scheme) => {
        expect(parseCaptureUrl(`${scheme}://${host}/`)).toEqual({ ok: false, reason: 'ADDRESS' });
      }),
      { numRuns: 5000 },
    );
  });

  it('in any form of IPv6 that carries an IPv4 address', () => {
    fc.assert(
      fc.property(ipv6Text, (ip) => {
        expect(refuseAddress(ip)).toMatchObject({ refused: true });
        expect(parseCaptureUrl(`http://[${ip}]/`)).toEqual({ ok: false, reason: 'ADDRESS' });
      }),
      { numRuns: 5000 },
    );
  });

  it('as the answer of a resolver, at whatever place among public ones', async () => {
    const property = fc.asyncProperty(insideAddress, fc.nat(3), async (value, place) => {
      const addresses = ['8.8.8.8', '1.1.1.1', '2606:4700::1111'].toSpliced(place, 0, dotted(value));
      const lookup = async () => addresses.map((address) => ({ address }));
      const capture = new HttpCapture({ clock: { now: () => instantOf(0) }, lookup });
      expect(await capture.capture({ url: 'http://contoh.test/' })).toMatchObject({
        reason: { code: 'REFUSED_ADDRESS' },
      });
    });
    await fc.assert(property, { numRuns: 500 });
  });
});

describe('every address has one judgement', () => {
  it('however its IPv6 text is written', () => {
    const groups = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), {
      minLength: 8,
      maxLength: 8,
    });
    fc.assert(
      fc.property(groups, (parts) => {
        const long = parts.map((part) => part.toString(16).padStart(4, '0').toUpperCase()).join(':');
        const short = new URL(`http://[${long}]/`).hostname.slice(1, -1);
        expect(refuseAddress(short)).toEqual(refuseAddress(long));
        expect(refuseAddress(short)).not.toEqual({ refused: true, reason: 'NOT_AN_ADDRESS' });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('nothing a stranger writes makes a parser throw', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .tuple(fc.constantFrom('http://', 'https://', 'http://[', '//', 'file:'), fc.string({ unit: 'binary' }))
      .map((parts) => parts.join('')),
  );

  it('as a URL, an address or a redirect', () => {
    const base = new URL('https://contoh.test/a');
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseCaptureUrl(text, { base });
        if (parsed.ok) expect(parsed.url.protocol).toMatch(/^https?:$/);
        expect(typeof refuseAddress(text).refused).toBe('boolean');
      }),
      { numRuns: 10_000 },
    );
  });

  it('as a page, whatever its media type', () => {
    const contentType = fc.constantFrom(
      'text/html',
      'text/html; charset=utf-16',
      'application/json',
      '',
      'text/plain; charset=x',
    );
    const markup = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '</',
        '<!--',
        '-->',
        '"',
        "'",
        '=',
        '&#',
        '&amp',
        ';',
        'a',
        ' ',
        '<script>',
        '<meta ',
        'content',
      ),
    );
    fc.assert(
      fc.property(markup, contentType, fc.uint8Array(), (pieces, type, tail) => {
        const body = Buffer.concat([Buffer.from(pieces.join('')), tail]);
        expect(typeof textOf(body, [['content-type', type]])).toBe('string');
      }),
      { numRuns: 5000 },
    );
  });
});
