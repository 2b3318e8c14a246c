import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { openKeyFile } from '../../../adapters/key-file.ts';
import { LocalMac } from '../../../adapters/local-mac.ts';
import { LocalSealer } from '../../../adapters/local-sealer.ts';
import { randomIds } from '../../../adapters/random-ids.ts';
import { MalformedItem } from '../../../core/errors.ts';

const schema = z.strictObject({ key: z.string().min(1) });

describe('a key file', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tertib-key-'));
    path = join(folder, 'keys', 'key.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const open = (key: string) => openKeyFile({ path, schema, create: () => ({ key }) });

  it('is made once and then read', async () => {
    expect(await open('first')).toEqual({ key: 'first' });
    expect(await open('second')).toEqual({ key: 'first' });
  });

  it('is for its owner only', async () => {
    await open('first');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
  });

  it('is the same for all that make it at once, and nothing else is left', async () => {
    const keys = await Promise.all(Array.from({ length: 32 }, (_, number) => open(`key ${number}`)));
    expect(new Set(keys.map(({ key }) => key)).size).toBe(1);
    expect(await readdir(join(folder, 'keys'))).toEqual(['key.json']);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(keys[0]);
  });

  it.each(['', '{"key":', '{"key":""}', '{"key":"a","other":1}', 'null'])(
    'is refused and never replaced where it is no such key: %s',
    async (text) => {
      await open('first');
      await writeFile(path, text);
      await expect(open('second')).rejects.toThrow(MalformedItem);
      expect(await readFile(path, 'utf8')).toBe(text);
    },
  );

  it('is not quoted in the error', async () => {
    await open('first');
    await writeFile(path, '{"key":"the-secret"');
    const error = await open('x').catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(MalformedItem);
    expect(error).not.toHaveProperty('cause');
  });

  it('of one purpose serves no other', async () => {
    await LocalSealer.open(path, randomIds);
    await expect(LocalMac.open(path, randomIds)).rejects.toThrow(MalformedItem);
  });
});
