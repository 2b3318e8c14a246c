import { createHmac, randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderEvidenceStore } from '../../adapters/folder-evidence-store.ts';
import { artifactIdSchema, caseIdSchema, type Sha256, sha256Schema } from '../../core/ids.ts';
import { type Instant, instantOf, plusMs } from '../../core/time.ts';
import { memoryHolds } from '../support/memory/outside.ts';
import { describeEvidenceStore, type EvidenceStoreHarness } from './evidence-store.contract.ts';

interface FolderHarness extends EvidenceStoreHarness {
  readonly store: FolderEvidenceStore;
  readonly root: string;
}

async function openFolder(): Promise<FolderHarness> {
  const root = await mkdtemp(join(tmpdir(), 'tertib-evidence-'));
  const holds = memoryHolds({ holds: new Set() });
  let now: Instant = instantOf(Date.UTC(2026, 10, 23));
  const store = new FolderEvidenceStore({
    root,
    clock: { now: () => now },
    ids: { bytes: (length) => new Uint8Array(randomBytes(length)) },
    mac: { mac: async (message) => new Uint8Array(createHmac('sha256', 'key of the test').update(message).digest()) },
    holds,
    baseUrl: 'http://127.0.0.1:4180',
  });
  return {
    holds,
    store,
    root,
    now: () => now,
    advance: (ms) => {
      now = plusMs(now, ms);
    },
    send: async (ticket, bytes) => {
      const token = ticket.url.slice('http://127.0.0.1:4180/uploads/'.length);
      return (await store.receiveUpload(token, bytes)) === 'STORED';
    },
    corrupt: async (sha256) => {
      const path = join(root, 'vault', sha256.slice(0, 2), sha256);
      await chmod(path, 0o600);
      await writeFile(path, 'altered');
    },
    close: () => rm(root, { recursive: true, force: true }),
  };
}

describeEvidenceStore('a folder', openFolder);

describe('the evidence folder', () => {
  let harness: FolderHarness;
  beforeEach(async () => {
    harness = await openFolder();
  });
  afterEach(() => harness.close());

  const filesUnder = async (folder: string) =>
    (await readdir(join(harness.root, folder), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);

  it.each(['../../etc/passwd', '..', `${'a'.repeat(62)}/.`, 'A'.repeat(64), ''])(
    'reads no path: %j is not a hash',
    async (name) => {
      // A name from outside that no parser saw, to show that the store does not lean on the brand.
      const unparsed = name as Sha256;
      await expect(harness.store.get(unparsed)).rejects.toThrow('SHA-256');
      await expect(harness.store.has(unparsed)).rejects.toThrow('SHA-256');
    },
  );

  describe('takes an upload part by part', () => {
    const bytes = new Uint8Array(300_000).fill(7);
    const ticketFor = async (over: { size?: number; sha256?: Sha256 } = {}) => {
      const ticket = await harness.store.uploadUrl({
        caseId: caseIdSchema.parse('CONTOH-2026-7K3M9QXA'),
        artifactId: artifactIdSchema.parse('attachment-1'),
        mediaType: 'image/png',
        size: bytes.length,
        expiresAt: plusMs(harness.now(), 60_000),
        ...over,
      });
      return ticket.url.slice('http://127.0.0.1:4180/uploads/'.length);
    };
    async function* parts(end?: () => void): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
      end?.();
    }
    const kept = async () => {
      const there = await readdir(harness.root);
      const folders = ['quarantine', 'incoming'].filter((folder) => there.includes(folder));
      return (await Promise.all(folders.map(filesUnder))).flat();
    };

    it('and keeps it when it is as announced', async () => {
      expect(await harness.store.receiveUpload(await ticketFor(), parts())).toBe('STORED');
      expect(await kept()).toHaveLength(1);
    });

    it.each([
      ['shorter than announced', { size: 300_001 }, 'WRONG_SIZE'],
      ['longer than announced', { size: 100 }, 'WRONG_SIZE'],
      ['another file', { sha256: sha256Schema.parse('0'.repeat(64)) }, 'WRONG_HASH'],
    ])('and leaves nothing when it is %s', async (_what, over, outcome) => {
      expect(await harness.store.receiveUpload(await ticketFor(over), parts())).toBe(outcome);
      expect(await kept()).toEqual([]);
    });

    it('and stops reading what is longer than announced', async () => {
      let isAtEnd = false;
      await harness.store.receiveUpload(
        await ticketFor({ size: 100 }),
        parts(() => {
          isAtEnd = true;
        }),
      );
      expect(isAtEnd).toBe(false);
    });

    it('and leaves nothing when the connection breaks, nor takes the place of what came before', async () => {
      await harness.store.receiveUpload(await ticketFor(), parts());
      const broken = parts(() => {
        throw new Error('the connection was lost');
      });
      await expect(harness.store.receiveUpload(await ticketFor(), broken)).rejects.toThrow('the connection was lost');
      expect(await kept()).toHaveLength(1);
    });
  });

  it('names a quarantined file by a hash, whatever its case and artefact are called', async () => {
    const caseId = caseIdSchema.parse('CONTOH-2026-7K3M9QXA');
    const artifactId = artifactIdSchema.parse('attachment-1');
    const expiresAt = plusMs(harness.now(), 1000);
    const ticket = await harness.store.uploadUrl({ caseId, artifactId, mediaType: 'image/png', size: 1, expiresAt });
    await harness.send(ticket, new Uint8Array(1));
    expect(await filesUnder('quarantine')).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  it('keeps one file for one content and leaves nothing aside', async () => {
    const artifact = { bytes: new Uint8Array([1, 2, 3]), mediaType: 'text/plain' };
    await Promise.all([harness.store.put(artifact), harness.store.put(artifact), harness.store.put(artifact)]);
    expect(await filesUnder('vault')).toHaveLength(1);
    expect(await filesUnder('incoming')).toEqual([]);
  });

  it('keeps files that nobody may write to, and the hold as an empty file of the same name', async () => {
    const { sha256 } = await harness.store.put({ bytes: new Uint8Array([1, 2, 3]), mediaType: 'text/plain' });
    const modeOf = async (folder: string) =>
      (await stat(join(harness.root, folder, sha256.slice(0, 2), sha256))).mode & 0o777;
    expect(await modeOf('vault')).toBe(0o400);
    expect(await filesUnder('held')).toEqual([sha256]);
  });

  it('does not write over what stands in the vault, even where that has changed', async () => {
    const artifact = { bytes: new Uint8Array([1, 2, 3]), mediaType: 'text/plain' };
    const { sha256 } = await harness.store.put(artifact);
    await harness.corrupt?.(sha256);
    await harness.store.put(artifact);
    await expect(harness.store.get(sha256)).rejects.toThrow('has changed');
  });
});
