import { createHash } from 'node:crypto';
import { EvidenceCorrupted, ServiceUnavailable } from '../../core/errors.ts';
import { artifactIdSchema, caseIdSchema, type Sha256, sha256Schema } from '../../core/ids.ts';
import type { EvidenceStore, Holds, UploadRequest, UploadTicket } from '../../core/ports.ts';
import { type Instant, plusMs } from '../../core/time.ts';

/** One store under test, and the hands of the outside world around it. */
export interface EvidenceStoreHarness {
  readonly store: EvidenceStore;
  /** The rows that the store keeps its holds by. */
  readonly holds: Holds;
  readonly now: () => Instant;
  /** Sends an upload as a browser would. True when it was taken. */
  send(ticket: UploadTicket, bytes: Uint8Array): Promise<boolean>;
  /** Changes the stored bytes behind the store's back; absent where the outside cannot. */
  readonly corrupt?: (sha256: Sha256) => Promise<void>;
  /** Moves the time of the store and of what judges its URLs; absent where nobody can. */
  readonly advance?: (ms: number) => void;
  close(): Promise<void>;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hashOf = (bytes: Uint8Array) => sha256Schema.parse(createHash('sha256').update(bytes).digest('hex'));
const caseId = caseIdSchema.parse('CONTOH-2026-7K3M9QXA');
const otherCaseId = caseIdSchema.parse('CONTOH-2026-00000000');
const artifactId = artifactIdSchema.parse('attachment-1');
const FIVE_MINUTES = 5 * 60_000;

/** What every evidence store keeps to. `open` gives a new, empty store (or one where nothing of the test is yet). */
export function describeEvidenceStore(name: string, open: () => Promise<EvidenceStoreHarness>): void {
  describe(`an evidence store: ${name}`, () => {
    let harness: EvidenceStoreHarness;
    beforeEach(async () => {
      harness = await open();
    });
    afterEach(() => harness.close());

    const pngOf = (bytes: Uint8Array, change: Partial<UploadRequest> = {}): UploadRequest => ({
      caseId,
      artifactId,
      mediaType: 'image/png',
      size: bytes.byteLength,
      expiresAt: plusMs(harness.now(), FIVE_MINUTES),
      ...change,
    });

    describe('content', () => {
      it.each([
        ['text', bytesOf('bukti: tangkapan layar')],
        ['nothing at all', new Uint8Array()],
        ['every byte value', Uint8Array.from({ length: 1024 }, (_, i) => i % 256)],
        ['three megabytes', new Uint8Array(3 * 1024 * 1024).fill(7)],
      ])('is named by its SHA-256 and comes back byte for byte: %s', async (_, bytes) => {
        const put = await harness.store.put({ bytes, mediaType: 'application/octet-stream' });
        expect(put).toEqual({ sha256: hashOf(bytes), size: bytes.byteLength });
        const got = await harness.store.get(put.sha256);
        expect(got === undefined ? 'absent' : hashOf(got)).toBe(put.sha256);
      });

      it('is there once it was put, and not before', async () => {
        const bytes = bytesOf(`unseen ${harness.now()} ${process.pid}`);
        expect(await harness.store.has(hashOf(bytes))).toBe(false);
        expect(await harness.store.get(hashOf(bytes))).toBeUndefined();
        await harness.store.put({ bytes, mediaType: 'text/plain' });
        expect(await harness.store.has(hashOf(bytes))).toBe(true);
      });

      it('may be put again, also by many at once, and stays the same', async () => {
        const bytes = bytesOf('the same bytes');
        const puts = Array.from({ length: 8 }, () => harness.store.put({ bytes, mediaType: 'text/plain' }));
        expect(new Set((await Promise.all(puts)).map(({ sha256 }) => sha256))).toEqual(new Set([hashOf(bytes)]));
        expect(await harness.store.get(hashOf(bytes))).toEqual(bytes);
      });

      it('that has changed is a named error, never an answer', async () => {
        if (harness.corrupt === undefined) return;
        const { sha256 } = await harness.store.put({ bytes: bytesOf('original'), mediaType: 'text/plain' });
        await harness.corrupt(sha256);
        await expect(harness.store.get(sha256)).rejects.toBeInstanceOf(EvidenceCorrupted);
      });
    });

    describe('the legal hold', () => {
      const stored = async (text: string, heldFor = caseId) =>
        (await harness.store.put({ bytes: bytesOf(`${text} ${process.pid}`), mediaType: 'text/plain', heldFor }))
          .sha256;

      it('stands on whatever is stored, and the case stands among its holders', async () => {
        const sha256 = await stored('held from the beginning');
        expect(await harness.store.isHeld(sha256)).toBe(true);
        expect(await harness.holds.holders(sha256)).toEqual([caseId]);
        expect(await harness.holds.heldBy(caseId)).toContain(sha256);
      });

      it('ends with the last case that needs the bytes, and not before', async () => {
        const sha256 = await stored('shared by two cases');
        await stored('shared by two cases', otherCaseId);
        await harness.store.release(sha256, caseId);
        expect(await harness.store.isHeld(sha256)).toBe(true);
        await harness.store.release(sha256, otherCaseId);
        expect(await harness.store.isHeld(sha256)).toBe(false);
        expect(await harness.store.has(sha256)).toBe(true);
        expect(await harness.holds.heldBy(otherCaseId)).not.toContain(sha256);
      });

      it('is there again where another case stores the same bytes later', async () => {
        const sha256 = await stored('seen again');
        await harness.store.release(sha256, caseId);
        await stored('seen again', otherCaseId);
        expect(await harness.store.isHeld(sha256)).toBe(true);
      });

      it('may be taken by another case without the bytes, and by the same case twice', async () => {
        const sha256 = await stored('a mail that became a report');
        await harness.store.hold(sha256, otherCaseId);
        await harness.store.hold(sha256, otherCaseId);
        await harness.store.release(sha256, caseId);
        expect(await harness.holds.holders(sha256)).toEqual([otherCaseId]);
        expect(await harness.store.isHeld(sha256)).toBe(true);
      });

      it('that is released twice is released', async () => {
        const sha256 = await stored('released twice');
        await harness.store.release(sha256, caseId);
        await harness.store.release(sha256, caseId);
        expect(await harness.store.isHeld(sha256)).toBe(false);
      });

      it('of what was erased since is released without an error', async () => {
        const sha256 = hashOf(bytesOf('erased by order'));
        await harness.holds.add(sha256, caseId);
        await harness.store.release(sha256, caseId);
        expect(await harness.holds.heldBy(caseId)).not.toContain(sha256);
      });

      it('of what is not stored is an error, and its row is found by whoever repairs', async () => {
        const sha256 = hashOf(bytesOf('never stored'));
        await expect(harness.store.hold(sha256, caseId)).rejects.toBeInstanceOf(ServiceUnavailable);
        expect(await harness.store.isHeld(sha256)).toBe(false);
        expect(await harness.holds.heldBy(caseId)).toContain(sha256);
      });

      it.each(Array.from({ length: 6 }, (_, round) => round))(
        'stands where one case ends while another stores the same bytes (round %s)',
        async (round) => {
          const sha256 = await stored(`raced ${round}`);
          await Promise.all([harness.store.release(sha256, caseId), stored(`raced ${round}`, otherCaseId)]);
          expect(await harness.store.isHeld(sha256)).toBe(true);
        },
      );
    });

    describe('an upload', () => {
      it('is read from quarantine once it was sent, and is not evidence yet', async () => {
        const bytes = bytesOf(`a screenshot ${harness.now()} ${process.pid}`);
        const ticket = await harness.store.uploadUrl(pngOf(bytes));
        expect(ticket).toMatchObject({ method: 'PUT', headers: { 'content-type': 'image/png' } });
        expect(await harness.send(ticket, bytes)).toBe(true);
        expect(await harness.store.readUpload({ caseId, artifactId })).toEqual(bytes);
        expect(await harness.store.has(hashOf(bytes))).toBe(false);
      });

      it('that nobody sent is undefined', async () => {
        const unsent = artifactIdSchema.parse('never-sent');
        await harness.store.uploadUrl(pngOf(bytesOf('x'), { artifactId: unsent }));
        expect(await harness.store.readUpload({ caseId, artifactId: unsent })).toBeUndefined();
      });

      it('belongs to its own case and artefact only', async () => {
        const bytes = bytesOf('mine');
        await harness.send(await harness.store.uploadUrl(pngOf(bytes)), bytes);
        const other = artifactIdSchema.parse('attachment-2');
        expect(await harness.store.readUpload({ caseId: otherCaseId, artifactId })).toBeUndefined();
        expect(await harness.store.readUpload({ caseId, artifactId: other })).toBeUndefined();
      });

      it('with its declared hash is taken', async () => {
        const bytes = bytesOf('declared');
        const ticket = await harness.store.uploadUrl(pngOf(bytes, { sha256: hashOf(bytes) }));
        expect(await harness.send(ticket, bytes)).toBe(true);
      });

      it.each([
        ['is shorter than declared', 'shor', {}],
        ['is longer than declared', 'declared and more', {}],
        ['has another hash than declared', 'DECLARED', { sha256: hashOf(bytesOf('declared')) }],
      ])('that %s is refused and leaves nothing', async (_, sent, change) => {
        const refused = artifactIdSchema.parse('refused-upload');
        const ticket = await harness.store.uploadUrl(pngOf(bytesOf('declared'), { ...change, artifactId: refused }));
        expect(await harness.send(ticket, bytesOf(sent))).toBe(false);
        expect(await harness.store.readUpload({ caseId, artifactId: refused })).toBeUndefined();
      });

      it('through an altered URL is refused', async () => {
        const bytes = bytesOf('altered');
        const ticket = await harness.store.uploadUrl(pngOf(bytes));
        const last = ticket.url.at(-1) === 'a' ? 'b' : 'a';
        expect(await harness.send({ ...ticket, url: `${ticket.url.slice(0, -2)}${last}${last}` }, bytes)).toBe(false);
      });

      it('is refused from the moment its URL expires', async () => {
        if (harness.advance === undefined) return;
        const bytes = bytesOf('late');
        const ticket = await harness.store.uploadUrl(pngOf(bytes));
        expect(ticket.expiresAt).toBe(plusMs(harness.now(), FIVE_MINUTES));
        harness.advance(FIVE_MINUTES);
        expect(await harness.send(ticket, bytes)).toBe(false);
      });
    });
  });
}
