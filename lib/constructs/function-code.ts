import { join } from 'node:path';
import { type BundlingOptions, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';

export const projectRoot = join(import.meta.dirname, '..', '..');

/** Files of the project that a handler reads at run time, and the folder they lie in beside its code. */
export interface BundledFiles {
  /** Folder of the project. */
  readonly folder: string;
  /** Paths below the folder, kept below the target; a folder brings everything in it. */
  readonly paths: readonly string[];
  readonly to: string;
}

/** What CommonJS packages inside an ES module bundle ask for. */
const commonJsNames =
  "import { createRequire as nodeCreateRequire } from 'node:module'; const require = nodeCreateRequire(import.meta.url);";

/**
 * Ways to credentials that a function never goes: it has its role's in its environment, where the SDK looks first, and loads each
 * of these only when it reaches it. Left out, they save a quarter of the smallest bundles.
 */
const otherCredentials = ['ini', 'process', 'sso', 'web-identity'].map((way) => `@aws-sdk/credential-provider-${way}`);

/** Loads parts of itself by name, so it lies beside a bundle that uses it. */
const notBundled = ['playwright-core'];

/** Packages that Node has built in by now. */
const builtIn = {
  '--alias:brotli/decompress.js': join(projectRoot, 'lambdas', 'shared', 'brotli-decompress.ts'),
} as const;

const posix = (path: string): string => path.replaceAll('\\', '/');

/** Copies with Node, so that it works in every shell. */
const copyCommand = (source: string, target: string): string =>
  `node -e "require('node:fs').cpSync('${posix(source)}','${posix(target)}',{recursive:true})"`;

/**
 * Bundles a handler: one minified ES module with the SDK inside, names kept because errors are told apart by them, and a source map.
 */
export const bundlingOf = (files: readonly BundledFiles[]): BundlingOptions => ({
  format: OutputFormat.ESM,
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  keepNames: true,
  sourceMap: true,
  sourceMapMode: SourceMapMode.DEFAULT,
  sourcesContent: false,
  bundleAwsSDK: true,
  externalModules: [...otherCredentials, ...notBundled],
  esbuildArgs: builtIn,
  banner: commonJsNames,
  forceDockerBundling: false,
  commandHooks: {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (inputDir, outputDir) =>
      files.flatMap(({ folder, paths, to }) =>
        paths.map((path) => copyCommand(join(inputDir, folder, path), join(outputDir, to, path))),
      ),
  },
});
