import { partOf, partsOf } from '../../../bench/support/bundled-functions.ts';
import { esbuildOptionsOf } from '../../../bench/support/esbuild-options.ts';
import { bundlingOf } from '../../../lib/constructs/function-code.ts';

describe('the bundle that is measured', () => {
  it('is the bundle that is deployed: one minified ES module for Node 24, named as it is there', () => {
    expect(esbuildOptionsOf(bundlingOf([]))).toMatchObject({
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node24',
      minify: true,
      keepNames: true,
      mainFields: ['module', 'main'],
      sourcemap: true,
      banner: { js: expect.stringContaining('createRequire') },
    });
  });

  it('is refused with an option that is deployed but not known here', () => {
    expect(() => esbuildOptionsOf({ ...bundlingOf([]), define: { 'process.env.X': '1' } })).toThrow('define');
  });
});

describe('what a bundle is made of', () => {
  it.each([
    { input: 'node_modules/zod/v4/core/schemas.js', part: 'zod' },
    { input: 'node_modules/@smithy/core/dist-es/index.js', part: '@smithy/core' },
    { input: 'node_modules/a/node_modules/@b/c/index.js', part: '@b/c' },
    { input: 'core/case/fold.ts', part: 'core' },
  ])('counts $input as $part', ({ input, part }) => {
    expect(partOf(input)).toBe(part);
  });

  it('is added up by part, largest first', () => {
    const parts = partsOf({
      'core/a.ts': { bytesInOutput: 10 },
      'node_modules/zod/a.js': { bytesInOutput: 25 },
      'core/b.ts': { bytesInOutput: 20 },
    });

    expect(parts).toEqual([
      { name: 'core', bytes: 30 },
      { name: 'zod', bytes: 25 },
    ]);
  });
});
