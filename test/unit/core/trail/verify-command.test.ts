import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import { wholeTrail } from '../../../support/builders/case.ts';
import { CASE, shaOf } from '../../../support/builders/drafts.ts';
import { exportOf, type LooseExport, looseExport } from '../../../support/builders/exports.ts';
import { AGENCY } from '../../../support/builders/staff.ts';
import { type LooseEvent, rehashed } from '../../../support/builders/tamper.ts';
import { runScript } from '../../../support/run-script.ts';

const events = wholeTrail();
const LAST = events.length;
const head = events.at(-1)?.hash ?? '';
let folder = '';
let publicKey: JWK;
let sign: (payload: object, type?: string) => Promise<string>;

const file = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const verify = (...args: string[]) => runScript('verify', args);

const tampered = (change: (events: LooseEvent[]) => LooseEvent[]): LooseExport => {
  const loose = looseExport();
  return { ...loose, events: change(loose.events) };
};
const altered = (list: LooseEvent[], seq: number, change: (event: LooseEvent) => LooseEvent) =>
  list.map((event) => (event.seq === seq ? change(event) : event));
const later = (event: LooseEvent): LooseEvent => ({ ...event, at: '2026-12-01T00:00:00.000Z' });

const receiptOf = (eventHash: string) => ({
  caseNumber: CASE,
  receivedAt: '2026-11-23T02:16:00.000Z',
  eventHash,
  iss: 'http://127.0.0.1:4180',
  agencyId: AGENCY,
  reportSha256: shaOf('the report'),
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tertib-verify-'));
  const pair = await generateKeyPair('ES256', { extractable: true });
  publicKey = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256' };
  sign = (payload, typ = 'tertib-receipt+jws') =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ })
      .sign(pair.privateKey);
});
afterAll(() => rm(folder, { recursive: true }));

describe('npm run verify', () => {
  it.each([
    ['an export', () => exportOf()],
    ['an export whose lines are in another order', () => tampered((list) => list.toReversed())],
    ['a trail answer', () => ({ events, head: null })],
    ['events on lines', () => events.map((event) => JSON.stringify(event)).join('\n')],
  ])('finds %s valid, says so in Indonesian, then in English, and exits with 0', async (_what, content) => {
    const path = await file('case.json', content());
    expect(await verify(path)).toEqual({
      code: 0,
      stderr: '',
      stdout:
        `${path}: SAH. Perkara ${CASE}, ${LAST} peristiwa, kepala ${LAST}:${head}.\n` +
        `${path}: VALID. Case ${CASE}, ${LAST} events, head ${LAST}:${head}.\n`,
    });
  });

  it.each<[string, string, number, (list: LooseEvent[]) => LooseEvent[]]>([
    ['a field edited', 'edit', 4, (list) => altered(list, 4, later)],
    [
      'a field edited and the hash recomputed',
      'edit',
      4,
      (list) => altered(list, 4, (event) => rehashed(later(event))),
    ],
    ['the first event dropped', 'gap', 1, (list) => list.slice(1)],
    ['a middle event dropped', 'gap', 6, (list) => list.toSpliced(5, 1)],
    ['the last event dropped', 'gap', LAST, (list) => list.slice(0, -1)],
    ['another event with the same number', 'fork', 4, (list) => [...list, rehashed(later(list[3] ?? {}))]],
    [
      'two events with exchanged numbers',
      'gap',
      4,
      (list) =>
        altered(
          altered(list, 5, (event) => ({ ...event, seq: 0 })),
          4,
          (event) => ({ ...event, seq: 5 }),
        ).map((event) => (event.seq === 0 ? { ...event, seq: 4 } : event)),
    ],
    [
      'two events with exchanged content',
      'edit',
      4,
      (list) => altered(list, 4, (event) => ({ ...event, data: list[4]?.data })),
    ],
  ])('names kind and event of an export with %s, and exits with 1', async (_what, kind, seq, change) => {
    const path = await file('tampered.json', tampered(change));
    const { code, stdout } = await verify(path);
    expect(code).toBe(1);
    expect(stdout).toContain(`${path}: RUSAK (${kind}) pada peristiwa ${seq}. `);
    expect(stdout).toContain(`${path}: BROKEN (${kind}) at event ${seq}. `);
  });

  it('judges several files and names the broken one', async () => {
    const good = await file('good.json', exportOf());
    const bad = await file(
      'bad.json',
      tampered((list) => altered(list, 2, later)),
    );
    const { code, stdout } = await verify(good, bad);
    expect(code).toBe(1);
    expect(stdout).toContain(`${good}: VALID.`);
    expect(stdout).toContain(`${bad}: BROKEN (edit) at event 2.`);
  });

  it('finds a trail cut off when it is given the head', async () => {
    const path = await file('short.json', { events: events.slice(0, -1) });
    expect((await verify(path)).code).toBe(0);
    const { code, stdout } = await verify('--head', `${LAST}:${head}`, path);
    expect(code).toBe(1);
    expect(stdout).toContain(`BROKEN (gap) at event ${LAST}.`);
  });

  it.each([
    ['no file', []],
    ['an unknown option', ['--quick', 'x.json']],
    ['a head that is none', ['--head', 'abc', 'x.json']],
  ])('explains its use and exits with 2 when given %s', async (_what, args) => {
    const { code, stdout } = await verify(...args);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^Pemakaian: .*\nUsage: /);
  });

  it.each([
    ['is not there', 'missing.json', undefined],
    ['is no JSON', 'text.json', 'halo'],
  ])('exits with 2 when a file %s', async (_what, name, content) => {
    const path = content === undefined ? join(folder, name) : await file(name, content);
    const { code, stdout } = await verify(path);
    expect(code).toBe(2);
    expect(stdout).toContain(`${path}: UNREADABLE.`);
  });
});

describe('npm run verify with a receipt', () => {
  const receiptFor = async (eventHash = events[0]?.hash ?? '') => file('receipt.jws', await sign(receiptOf(eventHash)));
  const keysFile = () => file('keys.json', { keys: [publicKey] });

  it('finds it valid with the keys given, and says what it is a receipt of', async () => {
    const { code, stdout } = await verify('--keys', await keysFile(), await receiptFor());
    expect(code).toBe(0);
    expect(stdout).toContain(`VALID. Receipt of case ${CASE}, received 2026-11-23T02:16:00.000Z`);
  });

  it('finds it valid with the keys of an export, and tells where the keys come from', async () => {
    const path = await file('keyed.json', exportOf(events, [{ ...publicKey }]));
    const { code, stdout } = await verify(await receiptFor(), path);
    expect(code).toBe(0);
    expect(stdout).toContain('the keys come from the export');
  });

  it('finds a rewritten trail by it: the first event is not the one filed', async () => {
    const path = await file('keyed.json', exportOf(events, [{ ...publicKey }]));
    const { code, stdout } = await verify(await receiptFor(shaOf('the event that was filed')), path);
    expect(code).toBe(1);
    expect(stdout).toContain('BROKEN (fork) at event 1.');
  });

  it('finds an altered one broken', async () => {
    const [header, , signature] = (await sign(receiptOf(head))).split('.');
    const payload = Buffer.from(JSON.stringify(receiptOf(shaOf('x')))).toString('base64url');
    const path = await file('altered.jws', `${header}.${payload}.${signature}`);
    const { code, stdout } = await verify('--keys', await keysFile(), path);
    expect(code).toBe(1);
    expect(stdout).toContain(`${path}: BROKEN (edit).`);
  });

  it.each([
    ['of another type', 'tertib-decision+jws', receiptOf('0'.repeat(64))],
    ['of another content', 'tertib-receipt+jws', { hello: 'world' }],
  ])('refuses a valid signature %s', async (_what, type, payload) => {
    const path = await file('other.jws', await sign(payload, type));
    const { code, stdout } = await verify('--keys', await keysFile(), path);
    expect(code).toBe(1);
    expect(stdout).toContain('this is no receipt');
  });

  it('refuses a signature that anyone with the published key could make', async () => {
    const secret = Buffer.from(JSON.stringify(publicKey));
    const forged = await new CompactSign(new TextEncoder().encode(JSON.stringify(receiptOf(head))))
      .setProtectedHeader({ alg: 'HS256', kid: 'k1', typ: 'tertib-receipt+jws' })
      .sign(secret);
    expect((await verify('--keys', await keysFile(), await file('forged.jws', forged))).code).toBe(1);
  });

  it('exits with 2 when the signing key is not among the keys', async () => {
    const { code, stdout } = await verify(await receiptFor());
    expect(code).toBe(2);
    expect(stdout).toContain('The signing key is not among the keys given');
  });

  it.each([
    ['not there', () => join(folder, 'no-keys.json')],
    ['no key set', () => file('not-keys.json', { keys: 'x' })],
    ['private', () => file('private.json', { keys: [{ ...publicKey, d: 'secret' }] })],
  ])('exits with 2 when the keys are %s', async (_what, keys) => {
    const { code, stdout } = await verify('--keys', await keys(), await receiptFor());
    expect(code).toBe(2);
    expect(stdout).toContain('not a set of public keys');
  });
});
