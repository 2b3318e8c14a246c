import type { BundlingOptions } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { BuildOptions } from 'esbuild';

/** Set by the stacks and without meaning for what esbuild writes. */
const WITHOUT_EFFECT = ['forceDockerBundling', 'commandHooks', 'sourceMapMode'];

const aliasesIn = (args: BundlingOptions['esbuildArgs']): Record<string, string> => {
  const entries = Object.entries(args ?? {}).map(([flag, value]): [string, string] => {
    const name = /^--alias:(.+)$/.exec(flag)?.[1];
    if (name === undefined) throw new RangeError(`the benchmark does not know how to bundle with ${flag}`);
    return [name, String(value)];
  });
  return Object.fromEntries(entries);
};

const mapped = ({ banner, mainFields, sourceMap, bundleAwsSDK, ...rest }: BundlingOptions): BuildOptions => {
  const { format, target, minify, keepNames, sourcesContent, externalModules, esbuildArgs, ...others } = rest;
  const unknown = Object.keys(others).filter((name) => !WITHOUT_EFFECT.includes(name));
  if (unknown.length > 0) throw new RangeError(`the benchmark does not know how to bundle with ${unknown.join(', ')}`);
  if (bundleAwsSDK !== true) throw new RangeError('a bundle without the SDK cannot be imported on its own');
  return {
    ...(format !== undefined && { format }),
    ...(target !== undefined && { target }),
    ...(minify !== undefined && { minify }),
    ...(keepNames !== undefined && { keepNames }),
    ...(sourcesContent !== undefined && { sourcesContent }),
    ...(externalModules !== undefined && { external: [...externalModules] }),
    ...(mainFields !== undefined && { mainFields: [...mainFields] }),
    ...(sourceMap !== undefined && { sourcemap: sourceMap }),
    alias: aliasesIn(esbuildArgs),
    ...(banner !== undefined && { banner: { js: banner } }),
  };
};

/**
 * What the CDK's Node.js function tells esbuild for these bundling options.
 * @throws RangeError for an option that would change the bundle and is not mapped here: then the benchmark must learn it
 */
export const esbuildOptionsOf = (bundling: BundlingOptions): BuildOptions => ({
  bundle: true,
  platform: 'node',
  ...mapped(bundling),
});
