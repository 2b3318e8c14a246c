import { canonicalJson, GENESIS, hashOf, sha256Hex } from '../../../../core/trail/digest.ts';

describe('canonical JSON (RFC 8785)', () => {
  it('sorts property names by UTF-16 code units (section 3.2.3)', () => {
    const published = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(published)))).toHaveLength(7);
    expect(canonicalJson(published)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis",' +
        '"\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  it.each([
    ['escapes strings as section 3.2.2.2 does', '\u20ac$\u000f\nA\'B"\\\\"/', '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
    ['writes literals (section 3.2.2.1)', [null, true, false], '[null,true,false]'],
    ['writes integers without fraction or exponent', [0, -0, 7, -7, 9007199254740991], '[0,0,7,-7,9007199254740991]'],
    [
      'keeps the order of arrays (section 3.2.3)',
      { peach: ['b', 'a'], 'p\u00eache': [] },
      '{"peach":["b","a"],"p\u00eache":[]}',
    ],
    [
      'sorts at every depth, the empty name first',
      { '1': { f: { f: 'hi', F: 5 }, '\n': 56 }, '10': {}, '': 'empty', a: {}, '111': [{ e: 'yes', E: 'no' }], A: {} },
      '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}',
    ],
    ['leaves a property without a value out', { a: undefined, b: 1 }, '{"b":1}'],
  ])('%s', (_rule, value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it.each([
    ['a lone surrogate', '\ud800'],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['nothing', undefined],
  ])('refuses %s', (_what, value) => {
    expect(() => canonicalJson(value)).toThrow();
  });
});

describe('SHA-256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('gives the published value of %j (FIPS 180-4), as text and as bytes', (text, expected) => {
    expect(sha256Hex(text)).toBe(expected);
    expect(sha256Hex(new TextEncoder().encode(text))).toBe(expected);
  });

  it('hashes a JSON value over its canonical form, whatever the order of its properties', () => {
    expect(hashOf({ b: 1, a: 'x' })).toBe(sha256Hex('{"a":"x","b":1}'));
    expect(hashOf({ a: 'x', b: 1 })).toBe(hashOf({ b: 1, a: 'x' }));
  });

  it('has 32 zero bytes as the predecessor of a first event', () => {
    expect(GENESIS).toBe('0'.repeat(64));
  });
});
