import * as z from 'zod';
import type { ExactlyFor } from '../../lib/constructs/typed-function.ts';

const schema = z.object({ TRAIL_TABLE: z.string(), CASES_TABLE: z.string() });

describe('the environment a function is given', () => {
  it('compiles with exactly the variables of its schema', () => {
    const exact: ExactlyFor<typeof schema, { TRAIL_TABLE: string; CASES_TABLE: string }> = {
      TRAIL_TABLE: 'trail',
      CASES_TABLE: 'cases',
    };

    expect(schema.parse(exact)).toEqual(exact);
  });

  it('does not compile with a variable missing', () => {
    // @ts-expect-error CASES_TABLE is missing
    const missing: ExactlyFor<typeof schema, { TRAIL_TABLE: string }> = { TRAIL_TABLE: 'trail' };

    expect(schema.safeParse(missing).success).toBe(false);
  });

  it('does not compile with a variable that nobody reads', () => {
    type Given = { TRAIL_TABLE: string; CASES_TABLE: string; PEOPLE_TABLE: string };
    const given: Given = { TRAIL_TABLE: 'trail', CASES_TABLE: 'cases', PEOPLE_TABLE: 'people' };
    // @ts-expect-error PEOPLE_TABLE is not in the schema
    const surplus: ExactlyFor<typeof schema, Given> = given;

    expect(Object.keys(surplus)).toContain('PEOPLE_TABLE');
  });
});
