import fc from 'fast-check';
import { duplicateKey } from '../../../../web/http/base/json-body.ts';

describe('a key that comes twice', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":{"b":1,"c":[],"b":2}}', 'a.b'],
    ['[{"a":1},{"a":1,"a":1}]', '1.a'],
    ['{"a":"\\"a\\":1","b":[[{},{"x":{"y":0,"y":0}}]]}', 'b.0.1.x.y'],
    ['{"\\u0061":1,"a":2}', 'a'],
    ['{"":1,"":2}', ''],
  ])('is found in %s', (json, path) => expect(duplicateKey(json)).toBe(path));

  it.each([
    '{"a":{"a":1}}',
    '[{"a":1},{"a":1}]',
    '{"a":"{\\"a\\":1,\\"a\\":2}"}',
    '"a,a:a"',
    '{"a":"b","b":"a"}',
    '{"x\\\\":1,"x":2}',
  ])('is not seen where there is none: %s', (json) => expect(duplicateKey(json)).toBeUndefined());

  it('is never found in what was written from an object', () => {
    fc.assert(fc.property(fc.json(), (json) => duplicateKey(JSON.stringify(JSON.parse(json))) === undefined));
  });
});
