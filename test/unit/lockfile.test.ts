import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      resolved: z.string().optional(),
      dependencies: z.record(z.string(), z.string()).default({}),
      optionalDependencies: z.record(z.string(), z.string()).default({}),
    }),
  ),
});

const NODE_MODULES = 'node_modules/';
const { packages } = lockSchema.parse(
  JSON.parse(await readFile(join(import.meta.dirname, '../../package-lock.json'), 'utf8')),
);

/** The folders in which a package finds what it names, its own first. */
const foldersOf = (path: string): string[] => {
  const parts = path.split(NODE_MODULES);
  return parts
    .map((_part, depth) => parts.slice(0, parts.length - depth).join(NODE_MODULES))
    .map((at) => (at === '' || at.endsWith('/') ? at : `${at}/`));
};

const isLocked = (path: string, name: string): boolean =>
  foldersOf(path).some((folder) => packages[`${folder}${NODE_MODULES}${name}`]?.version !== undefined);

describe('the lockfile', () => {
  it('fixes every dependency of every package, those for other machines too: "npm ci" asks for them', () => {
    const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !isLocked(path, name))
        .map((name) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('records no address that anything is downloaded from', () => {
    const addresses = Object.values(packages).flatMap(({ resolved }) => (resolved?.includes('://') ? [resolved] : []));
    expect(addresses).toEqual([]);
  });
});
