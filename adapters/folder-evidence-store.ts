import { createHash } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isNativeError } from 'node:util/types';
import { signUploadToken, type UploadTokenRefusal, verifyUploadToken } from '../core/capture/upload-token.ts';
import { EvidenceCorrupted, ServiceUnavailable } from '../core/errors.ts';
import { type HoldSwitch, holdFor, releaseFor } from '../core/evidence/legal-hold.ts';
import { type ArtifactId, type CaseId, type Sha256, sha256Schema } from '../core/ids.ts';
import type { Clock, EvidenceStore, Holder, Holds, Ids, Mac, UploadRequest, UploadTicket } from '../core/ports.ts';

export { verifyUploadToken } from '../core/capture/upload-token.ts';

export interface FolderEvidenceStoreOptions {
  /** The folder everything lives under: `vault/`, `held/`, `quarantine/` and `incoming/`. Created when absent. */
  readonly root: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly holds: Holds;
  /** Signs the upload tokens. */
  readonly mac: Mac;
  /** Put before `/uploads/<token>`, e.g. `http://127.0.0.1:4180`; empty for a path alone. */
  readonly baseUrl: string;
}

/** What became of bytes sent to `/uploads/<token>`. */
export type UploadOutcome = 'STORED' | UploadTokenRefusal | 'WRONG_SIZE' | 'WRONG_HASH';

interface UploadKey {
  readonly caseId: CaseId;
  readonly artifactId: ArtifactId;
}

const hashOf = (bytes: Uint8Array | string): Sha256 =>
  sha256Schema.parse(createHash('sha256').update(bytes).digest('hex'));

const isMissing = (error: unknown) => isNativeError(error) && 'code' in error && error.code === 'ENOENT';

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    const bytes = await readFile(path);
    // The same memory: a large file is held once.
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Makes a rename or a new entry survive a power cut. Windows neither needs nor allows it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function makeFolder(path: string): Promise<void> {
  const created = await mkdir(path, { recursive: true, mode: 0o700 });
  if (created !== undefined) await syncFolder(dirname(created));
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o400);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

type Parts = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Writes parts as they come, hashing on the way; stops after the first part beyond `most`.
 * @throws whatever the parts throw; the file is then gone
 */
async function writeParts(path: string, parts: Parts, most: number): Promise<{ size: number; sha256: Sha256 }> {
  const file = await open(path, 'wx', 0o400);
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const part of parts) {
      size += part.byteLength;
      if (size > most) break;
      hash.update(part);
      await file.writeFile(part);
    }
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return { size, sha256: sha256Schema.parse(hash.digest('hex')) };
}

/**
 * Evidence in a folder, for one machine. A file is named by its hash and nothing else, so no name given by anyone becomes
 * part of a path; it appears whole or not at all (written aside, synced, renamed), and is never written a second time.
 */
export class FolderEvidenceStore implements EvidenceStore {
  readonly #options: FolderEvidenceStoreOptions;

  constructor(options: FolderEvidenceStoreOptions) {
    this.#options = options;
  }

  /** {@inheritDoc EvidenceStore.put} */
  async put({ bytes, heldFor }: Parameters<EvidenceStore['put']>[0]): Promise<{ sha256: Sha256; size: number }> {
    const sha256 = hashOf(bytes);
    const path = this.#vaultPath(sha256);
    if (heldFor !== undefined) await this.#options.holds.add(sha256, heldFor);
    if (!(await exists(path))) await this.#place(path, bytes);
    await this.#setHold(sha256, true);
    return { sha256, size: bytes.byteLength };
  }

  /** {@inheritDoc EvidenceStore.hold} */
  async hold(sha256: Sha256, holder: Holder): Promise<void> {
    await holdFor(this.#switch(), sha256, holder);
  }

  /** {@inheritDoc EvidenceStore.release} */
  async release(sha256: Sha256, holder: Holder): Promise<void> {
    await releaseFor(this.#switch(), sha256, holder);
  }

  /** {@inheritDoc EvidenceStore.isHeld} */
  async isHeld(sha256: Sha256): Promise<boolean> {
    return exists(this.#markerPath(sha256));
  }

  /** {@inheritDoc EvidenceStore.get} */
  async get(sha256: Sha256): Promise<Uint8Array | undefined> {
    const bytes = await readIfThere(this.#vaultPath(sha256));
    if (bytes !== undefined && hashOf(bytes) !== sha256) throw new EvidenceCorrupted(`evidence ${sha256} has changed`);
    return bytes;
  }

  /** {@inheritDoc EvidenceStore.has} */
  async has(sha256: Sha256): Promise<boolean> {
    return exists(this.#vaultPath(sha256));
  }

  /** {@inheritDoc EvidenceStore.uploadUrl} */
  async uploadUrl(upload: UploadRequest): Promise<UploadTicket> {
    const token = await signUploadToken(upload, this.#options.mac);
    const url = `${this.#options.baseUrl}/uploads/${token}`;
    return { url, method: 'PUT', headers: { 'content-type': upload.mediaType }, expiresAt: upload.expiresAt };
  }

  /**
   * Takes what is sent to an upload URL into quarantine, part by part, when the token permits exactly these bytes: nothing more than one
   * part is held in memory, and what is not as announced is gone again. Sending again before the token expires replaces the upload.
   * @throws whatever the body throws, with nothing kept
   */
  async receiveUpload(token: string, body: AsyncIterable<Uint8Array> | Uint8Array): Promise<UploadOutcome> {
    const { mac, clock } = this.#options;
    const verdict = await verifyUploadToken(token, { mac, now: clock.now() });
    if (!verdict.ok) return verdict.reason;
    const { upload } = verdict;
    const parts = body instanceof Uint8Array ? [body] : body;
    const aside = await this.#aside();
    const { size, sha256 } = await writeParts(aside, parts, upload.size);
    const wrong = size !== upload.size ? 'WRONG_SIZE' : upload.sha256 !== undefined && sha256 !== upload.sha256;
    if (wrong !== false) {
      await rm(aside, { force: true });
      return wrong === 'WRONG_SIZE' ? wrong : 'WRONG_HASH';
    }
    await this.#moveTo(this.#quarantinePath(upload), aside);
    return 'STORED';
  }

  /** {@inheritDoc EvidenceStore.readUpload} */
  async readUpload(key: UploadKey): Promise<Uint8Array | undefined> {
    return readIfThere(this.#quarantinePath(key));
  }

  #vaultPath(sha256: Sha256): string {
    const name = sha256Schema.parse(sha256); // a path is made of it: the brand alone is not enough
    return join(this.#options.root, 'vault', name.slice(0, 2), name);
  }

  /** An empty file says that the bytes are held. */
  #markerPath(sha256: Sha256): string {
    const name = sha256Schema.parse(sha256);
    return join(this.#options.root, 'held', name.slice(0, 2), name);
  }

  #switch(): HoldSwitch {
    return { holds: this.#options.holds, set: (sha256, held) => this.#setHold(sha256, held) };
  }

  async #setHold(sha256: Sha256, held: boolean): Promise<void> {
    const marker = this.#markerPath(sha256);
    // What was erased by order has no hold to lift.
    if (!held) return rm(marker, { force: true });
    if (!(await exists(this.#vaultPath(sha256)))) throw new ServiceUnavailable(`evidence ${sha256} is not stored`);
    if (!(await exists(marker))) await this.#place(marker, new Uint8Array());
  }

  #quarantinePath({ caseId, artifactId }: UploadKey): string {
    const name = hashOf(JSON.stringify([caseId, artifactId]));
    return join(this.#options.root, 'quarantine', name.slice(0, 2), name);
  }

  async #place(path: string, bytes: Uint8Array): Promise<void> {
    const aside = await this.#aside();
    await writeDurably(aside, bytes);
    await this.#moveTo(path, aside);
  }

  async #aside(): Promise<string> {
    const incoming = join(this.#options.root, 'incoming');
    await makeFolder(incoming);
    return join(incoming, Buffer.from(this.#options.ids.bytes(16)).toString('hex'));
  }

  async #moveTo(path: string, aside: string): Promise<void> {
    await makeFolder(dirname(path));
    await rename(aside, path);
    await syncFolder(dirname(path));
  }
}
