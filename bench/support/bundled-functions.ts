import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Metafile } from 'esbuild';
import * as z from 'zod';
import { bundlingOf, projectRoot } from '../../lib/constructs/function-code.ts';
import { esbuildOptionsOf } from './esbuild-options.ts';

export interface Bundle {
  /** `workflow/open-task` */
  readonly name: string;
  readonly file: string;
  /** Bytes of the minified code, without its source map. */
  readonly bytes: number;
  /** What the code is made of, largest first. */
  readonly parts: readonly Part[];
}

export interface Part {
  readonly name: string;
  readonly bytes: number;
}

/** Every deployed function by its entry, `workflow/open-task`. */
export const functionNames = async (): Promise<string[]> => {
  const names: string[] = [];
  for await (const file of glob('lambdas/*/*.lambda.ts', { cwd: projectRoot })) {
    names.push(file.replaceAll('\\', '/').replace(/^lambdas\/|\.lambda\.ts$/g, ''));
  }
  return names.sort();
};

/** The package or, of our own code, the room that an input of a bundle belongs to. */
export const partOf = (input: string): string => {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
  return inPackage ?? input.split('/')[0] ?? input;
};

/** Adds up the inputs of a bundle by package or room, largest first. */
export const partsOf = (inputs: Metafile['outputs'][string]['inputs']): Part[] => {
  const sums = new Map<string, number>();
  for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
    const part = partOf(input);
    sums.set(part, (sums.get(part) ?? 0) + bytesInOutput);
  }
  return [...sums].map(([name, bytes]) => ({ name, bytes })).sort((a, b) => b.bytes - a.bytes);
};

/** Bundles a function into `folder` exactly as it is deployed. */
export const bundle = async (name: string, folder: string): Promise<Bundle> => {
  const file = join(folder, name.replace('/', '-'), 'index.mjs');
  const { metafile } = await build({
    ...esbuildOptionsOf(bundlingOf([])),
    entryPoints: [join(projectRoot, 'lambdas', `${name}.lambda.ts`)],
    absWorkingDir: projectRoot,
    outfile: file,
    metafile: true,
    logLevel: 'error',
  });
  const output = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint !== undefined);
  if (output === undefined) throw new Error(`esbuild wrote nothing for ${name}`);
  return { name, file, bytes: output.bytes, parts: partsOf(output.inputs) };
};

/** Variables whose schema takes more than a name; the folders must be there. */
const values: Readonly<Record<string, string>> = {
  BASE_URL: 'https://tertib.test',
  OIDC_ISSUER: 'https://masuk.tertib.test',
  MALWARE_SCAN: 'GUARDDUTY',
  TSA_URL: 'https://stempel.tertib.test',
  ASSET_DIR: join(projectRoot, 'web', 'assets'),
  FONT_DIR: join(projectRoot, 'node_modules', '@expo-google-fonts', 'noto-serif'),
};

/** An environment that a function's schema accepts. @throws z.ZodError where it learnt a variable that is unknown here */
export const environmentFor = async (name: string): Promise<Record<string, string>> => {
  const file = join(projectRoot, 'lambdas', 'env', `${name.slice(name.indexOf('/') + 1)}.env.ts`);
  const exported: Record<string, unknown> = await import(pathToFileURL(file).href);
  const schema = Object.values(exported).find((value) => value instanceof z.ZodObject);
  if (schema === undefined) throw new Error(`${file} exports no schema`);
  const environment = Object.fromEntries(Object.keys(schema.shape).map((key) => [key, values[key] ?? 'bench']));
  schema.parse(environment);
  return environment;
};
