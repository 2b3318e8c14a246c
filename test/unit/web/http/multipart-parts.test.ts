import fc from 'fast-check';
import { FormFile, GrowingBytes } from '../../../../web/http/base/form-file.ts';
import { multipartInputs } from '../../../../web/http/base/multipart-parts.ts';

const limits = { maxBytes: 1_000_000, maxInputs: 20 };
const TYPE = 'multipart/form-data; boundary=b';

/** A body that comes in parts of this size. */
async function* inParts(body: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.byteLength; at += size) yield body.slice(at, at + size);
}

const read = (body: string, { type = TYPE, size = 7 } = {}) =>
  multipartInputs(inParts(Buffer.from(body), size), type, limits);

const part = (header: string, value: string): string =>
  `--b\r\nContent-Disposition: form-data; ${header}\r\n\r\n${value}\r\n`;

const letter = fc.constantFrom('a', '.', '/', ' ', '"', "'", ';', '=', 'é', '語', '\u{1F4F7}');
const fileName = fc.string({ unit: letter, minLength: 1, maxLength: 20 });

const sent = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.toWellFormed().replaceAll(/\r\n|\r|\n/g, '\r\n')),
  fc
    .tuple(fc.uint8Array({ maxLength: 5000 }), fileName)
    .map(([bytes, name]) => new File([Uint8Array.from(bytes)], name, { type: 'image/png' })),
);
const plainName = fc.constantFrom('file', 'text', '__proto__', 'nama berkas', 'a"b');

describe('the inputs of a multipart form', () => {
  it('are those that a browser sent, in their order, however the body was cut on its way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(plainName, sent), { maxLength: 6 }),
        fc.integer({ min: 1, max: 6000 }),
        async (inputs, size) => {
          const form = new FormData();
          for (const [name, value] of inputs) form.append(name, value);
          const encoded = new Response(form);
          const type = encoded.headers.get('content-type') ?? '';
          const found = await multipartInputs(inParts(await encoded.bytes(), size), type, limits);
          const expected = inputs.map(async ([name, value]) =>
            typeof value === 'string'
              ? [name, value]
              : [name, new FormFile({ name: value.name, type: value.type, bytes: await value.bytes() })],
          );
          const plain = (value: unknown) => (value instanceof FormFile ? { ...value, bytes: [...value.bytes] } : value);
          expect(found.map(([name, value]) => [name, plain(value)])).toEqual(
            (await Promise.all(expected)).map(([name, value]) => [name, plain(value)]),
          );
        },
      ),
    );
  });

  it.each([
    ['nothing at all', ''],
    ['another text', 'x'],
    ['a body that ends in a header', '--b\r\n'],
    ['a text that does not end', part('name="a"', '1')],
    ['a file that does not end', '--b\r\nContent-Disposition: form-data; name="a"; filename="x"\r\n\r\n1'],
    ['an input without a name', `${part('', '1')}--b--\r\n`],
    ['a file without a name', `${part('filename="x"', '1')}--b--\r\n`],
    ['more inputs than any form has', `${part('name="a"', '1').repeat(21)}--b--\r\n`],
  ])('are none in %s', async (_what, body) => {
    await expect(read(body)).rejects.toThrow();
    await expect(read(body, { size: 10_000 })).rejects.toThrow();
  });

  it.each(['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary=c'])(
    'are none under %s',
    async (type) => {
      await expect(read(`${part('name="a"', '1')}--b--\r\n`, { type })).rejects.toThrow();
    },
  );

  it('are none where the body breaks off', async () => {
    const breaking = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from(part('name="a"; filename="x"', '1'));
      throw new RangeError('too large');
    };

    await expect(multipartInputs(breaking(), TYPE, limits)).rejects.toThrow('too large');
  });

  it('are a file where it has a name, be it empty, as a browser sends it where none was chosen', async () => {
    const body = `--b\r\nContent-Disposition: form-data; name="file"; filename=""\r\nContent-Type: image/png\r\n\r\n\r\n--b--\r\n`;

    expect(await read(body)).toEqual([
      ['file', new FormFile({ name: '', type: 'image/png', bytes: new Uint8Array() })],
    ]);
  });

  it('leave out what follows the last one', async () => {
    expect(await read(`${part('name="a"', '1')}--b--\r\n${part('name="c"', '2')}`)).toEqual([['a', '1']]);
  });
});

describe('bytes that come in parts', () => {
  it('are all parts also where they are more than was expected, and large', () => {
    const held = new GrowingBytes(3_000_000);
    const one = Uint8Array.from({ length: 700_000 }, (_, at) => at % 251);
    for (let i = 0; i < 5; i += 1) held.add(one);
    expect(Buffer.concat([one, one, one, one, one]).equals(held.bytes())).toBe(true);
  });

  it('are all parts, one after another', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), fc.nat(100), (parts, most) => {
        const held = new GrowingBytes(most);
        for (const one of parts) held.add(one);
        expect(Buffer.from(held.bytes())).toEqual(Buffer.concat(parts));
      }),
    );
  });
});
