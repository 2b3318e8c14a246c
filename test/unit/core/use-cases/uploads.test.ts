import { noScanner } from '../../../../adapters/no-scanner.ts';
import { contentHash } from '../../../../core/case/content-hash.ts';
import { currentDisclosure } from '../../../../core/case/disclosure.ts';
import { defaultIntakeLimits } from '../../../../core/report.ts';
import { sweep } from '../../../../core/sweep/sweep.ts';
import { HOUR, plusMs } from '../../../../core/time.ts';
import { sha256Hex } from '../../../../core/trail/digest.ts';
import { attachFile } from '../../../../core/use-cases/attach-file.ts';
import { closeCaseStep } from '../../../../core/use-cases/close-case.ts';
import { collectUploads } from '../../../../core/use-cases/collect-uploads.ts';
import { SCAN_PATIENCE, settleScans } from '../../../../core/use-cases/settle-scans.ts';
import { INFECTED_MARK, SLOW_MARK } from '../../../support/mark-scanner.ts';
import { Walk } from '../../../support/memory/walk.ts';
import { plainPng, pngChunk, pngWith } from '../../../support/pictures.ts';
import { steps } from '../../../support/sample-report.ts';
import { examination, filed, rejected, suggested, triage } from './worlds.ts';

const infected = pngWith([pngChunk('tEXt', `Comment\0${INFECTED_MARK}`)]);
const slow = pngWith([pngChunk('tEXt', `Comment\0${SLOW_MARK}`)]);
const signed = pngWith([pngChunk('tEXt', 'Author\0Siti Pelapor')]);
const text = (words: string) => new TextEncoder().encode(words);

/** A reporter announced a file under a name, and this came. */
const sent = async (bytes: Uint8Array, announced: { mediaType?: string; size?: number; sha256?: string } = {}) => {
  const walk = await Walk.file({
    attachments: [{ fileName: 'bukti.png', mediaType: 'image/png', size: bytes.length, ...announced }],
  });
  walk.store.uploads.set(`${walk.caseId}/attachment-1`, bytes);
  return walk;
};
const collected = async (walk: Walk) => (await collectUploads(walk.ports, await walk.state())).evidence[0];
const attach = (walk: Walk, bytes: Uint8Array, mediaType = 'image/png') =>
  attachFile(walk.ports, { receiptCode: walk.receiptCode, bytes, mediaType, limits: defaultIntakeLimits });
const only = async (walk: Walk) => (await walk.state()).evidence.find(({ kind }) => kind === 'ATTACHMENT');

describe('an announced upload', () => {
  it('is stored as it came, with its verdict, and with a copy that says nothing of its maker', async () => {
    const walk = await sent(signed);
    expect(await collected(walk)).toMatchObject({
      sha256: sha256Hex(signed),
      mediaType: 'image/png',
      scan: { verdict: 'CLEAN', engine: 'CLAMAV' },
      copy: { outcome: 'CLEAN', sha256: sha256Hex(plainPng), mediaType: 'image/png', removed: ['TEXT'] },
    });
    expect(walk.store.evidence.get(sha256Hex(signed))).toEqual(signed);
    expect(walk.store.evidence.get(sha256Hex(plainPng))).toEqual(plainPng);
  });

  it('that is infected is kept to the byte, and has no copy', async () => {
    const walk = await sent(infected);
    const artifact = await collected(walk);
    expect(artifact).toMatchObject({ scan: { verdict: 'INFECTED', signature: 'Eicar-Test-Signature' } });
    expect(artifact).not.toHaveProperty('copy');
    expect(walk.store.evidence.get(sha256Hex(infected))).toEqual(infected);
    expect(walk.store.evidence.has(sha256Hex(plainPng))).toBe(false);
  });

  it.each([
    ['a page', text('<!doctype html><script>x()</script>'), 'text/html', 'OTHER_KIND'],
    ['a program', text('MZ\u0000\u0001program'), 'application/vnd.microsoft.portable-executable', 'OTHER_KIND'],
    ['a picture that was cut off', plainPng.subarray(0, 30), 'image/png', 'BROKEN'],
  ])(
    'that is %s whatever it is called is named by its content, kept, and not copied',
    async (_what, bytes, is, cause) => {
      const walk = await sent(bytes);
      const artifact = await collected(walk);
      expect(artifact).toMatchObject({ mediaType: is, copy: { outcome: 'NONE', cause } });
      expect(artifact?.declaredType).toBe(is === 'image/png' ? undefined : 'image/png');
      expect(walk.store.evidence.get(sha256Hex(bytes))).toEqual(bytes);
    },
  );

  it.each([
    ['of another size', { size: 7 }],
    ['with another hash', { sha256: sha256Hex('etwas') }],
  ])('%s is no evidence, and kept: the record names what came', async (_what, announced) => {
    const walk = await sent(plainPng, announced);
    expect(await collected(walk)).toBeUndefined();
    expect((await walk.state()).captureFailures).toMatchObject([
      { code: 'UPLOAD_MISMATCH', received: { sha256: sha256Hex(plainPng), size: plainPng.length } },
    ]);
    expect(walk.store.evidence.get(sha256Hex(plainPng))).toEqual(plainPng);
  });
});

describe('a file that a reporter adds', () => {
  it('comes back with its verdict; sent twice it is scanned and recorded once', async () => {
    const walk = await filed();
    const first = await attach(walk, infected);
    expect(first).toMatchObject({ kind: 'stored', artifact: { scan: { verdict: 'INFECTED' } } });
    const before = (await walk.state()).seq;
    expect(await attach(walk, infected)).toMatchObject({ kind: 'stored', artifact: { scan: { verdict: 'INFECTED' } } });
    expect((await walk.state()).seq).toBe(before);
  });

  it('that is empty is refused with a sentence', async () => {
    expect(await attach(await filed(), new Uint8Array())).toMatchObject({
      kind: 'refused',
      refusal: { code: 'FILE_TOO_LARGE' },
    });
  });
});

describe('a file of the respondent', () => {
  it('is judged as any other, with the statement that it came with', async () => {
    const walk = await examination();
    await walk.own({ outcome: 'ANSWER', statement: 'Bukan saya.', complete: false }, [
      { bytes: infected, mediaType: 'image/png' },
      { bytes: signed, mediaType: 'image/png' },
    ]);
    const files = (await walk.state()).evidence.filter(({ kind }) => kind === 'STATEMENT_FILE');
    expect(files.map(({ scan, copy }) => [scan?.verdict, copy?.outcome])).toEqual([
      ['INFECTED', undefined],
      ['CLEAN', 'CLEAN'],
    ]);
    const words = (await walk.state()).evidence.find(({ kind }) => kind === 'STATEMENT');
    expect(words).not.toHaveProperty('scan');
  });
});

describe('an engine that answers later', () => {
  const pending = async () => {
    const walk = await suggested();
    await attach(walk, slow);
    return walk;
  };
  const settled = async (walk: Walk) => settleScans(walk.ports, await walk.state());

  it('leaves the file pending, without a copy', async () => {
    const artifact = await only(await pending());
    expect(artifact?.scan).toMatchObject({ verdict: 'PENDING' });
    expect(artifact).not.toHaveProperty('copy');
  });

  it.each([
    ['CLEAN', { outcome: 'CLEAN', sha256: sha256Hex(plainPng) }],
    ['NOT_SCANNED', { outcome: 'CLEAN', sha256: sha256Hex(plainPng) }],
    ['INFECTED', undefined],
  ] as const)('with %s is put on record once, whoever looks first', async (verdict, copy) => {
    const walk = await pending();
    walk.store.scans.set(sha256Hex(slow), verdict);
    await Promise.all([settled(walk), settled(walk), collectUploads(walk.ports, await walk.state())]);
    await settled(walk);
    const artifact = await only(walk);
    expect(artifact?.scan?.verdict).toBe(verdict);
    if (copy === undefined) expect(artifact).not.toHaveProperty('copy');
    else expect(artifact?.copy).toMatchObject(copy);
    const events = await walk.ports.trail.read(walk.caseId);
    expect(events.filter(({ type }) => type === 'EvidenceScanned')).toHaveLength(1);
  });

  it('is heard by the sweep, which counts it as no repair', async () => {
    const walk = await pending();
    walk.store.scans.set(sha256Hex(slow), 'CLEAN');
    const counts = await sweep(walk.ports, { minAgeMs: 0, maxCases: 100 });
    expect([counts['scan-not-answered'], (await only(walk))?.scan?.verdict]).toEqual([0, 'CLEAN']);
  });

  it('is waited for only so long: then the file counts as not scanned, and the sweep says so', async () => {
    const walk = await pending();
    walk.store.now = plusMs(walk.store.now, SCAN_PATIENCE - HOUR);
    await sweep(walk.ports, { minAgeMs: 0, maxCases: 100 });
    expect((await only(walk))?.scan?.verdict).toBe('PENDING');
    walk.store.now = plusMs(walk.store.now, 2 * HOUR);
    const counts = await sweep(walk.ports, { minAgeMs: 0, maxCases: 100 });
    expect(counts['scan-not-answered']).toBe(1);
    expect(await only(walk)).toMatchObject({
      scan: { verdict: 'NOT_SCANNED', cause: 'TIMED_OUT', engine: 'CLAMAV' },
      copy: { outcome: 'CLEAN' },
    });
  });

  it('never keeps a case from closing: what it has not said by then is on record as unsaid', async () => {
    const walk = await triage();
    await attach(walk, slow);
    await walk.acted({ outcome: 'REJECT' });
    await walk.go();
    const state = await walk.state();
    if (state.closed === undefined) await closeCaseStep(walk.ports, await walk.place());
    expect((await only(walk))?.scan).toMatchObject({ verdict: 'NOT_SCANNED', cause: 'CASE_CLOSED' });
    expect((await walk.state()).closed).toBeDefined();
  });

  it('changes what an official was shown when it says infected, so that their act is asked for again', async () => {
    const walk = await triage();
    await attach(walk, slow);
    const before = await walk.state();
    walk.store.scans.set(sha256Hex(slow), 'INFECTED');
    expect(contentHash(await settled(walk))).not.toBe(contentHash(before));
  });
});

describe('what the respondent is shown', () => {
  it.each([
    ['infected', infected],
    ['still being scanned', slow],
  ])('is never a file that is %s', async (_what, bytes) => {
    const walk = await triage();
    await attach(walk, bytes);
    await walk.through(steps.triage, steps.review);
    const { artifactId = '' } = (await only(walk)) ?? {};
    const disclosed = currentDisclosure(await walk.state());
    expect(disclosed?.evidence.map((shown) => shown.artifactId)).not.toContain(artifactId);
    expect(disclosed?.withheld).toContain(artifactId);
  });

  it('is a file that no engine has looked at, as its clean copy', async () => {
    const walk = await triage();
    await attach(walk.with({ ...walk.ports, scanner: noScanner(walk.ports.clock) }), signed);
    expect((await only(walk))?.scan).toMatchObject({ verdict: 'NOT_SCANNED', cause: 'NO_ENGINE' });
    await walk.through(steps.triage, steps.review);
    const disclosed = currentDisclosure(await walk.state());
    expect(disclosed?.evidence.map(({ copy }) => copy)).toContain(sha256Hex(plainPng));
  });
});

describe('a case that ended', () => {
  it('takes no file any more, and keeps none', async () => {
    const walk = await rejected();
    await walk.go();
    const stored = walk.store.evidence.size;
    const result = await attach(walk, plainPng);
    expect([result.kind, walk.store.evidence.size - stored]).toEqual(['refused', 0]);
  });
});
