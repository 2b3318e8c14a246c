import fc from 'fast-check';
import * as z from 'zod';
import { decodeCursor, encodeCursor } from '../../../adapters/dynamo/cursor.ts';
import { InvalidCursor } from '../../../core/errors.ts';

const schema = z.strictObject({ at: z.string(), id: z.string() });

describe('a cursor', () => {
  it('gives back the place it was made of', () => {
    fc.assert(
      fc.property(fc.record({ at: fc.string({ maxLength: 50 }), id: fc.string({ maxLength: 50 }) }), (place) => {
        expect(decodeCursor(schema, encodeCursor(place))).toEqual(place);
      }),
    );
  });

  it('is text that stands in a URL as it is', () => {
    expect(encodeCursor({ at: '>>>???', id: '🙏' })).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('is a place or an InvalidCursor, whatever was sent', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json().map(encodeCursor)), (text) => {
        try {
          schema.parse(decodeCursor(schema, text));
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidCursor);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
