import { TimeStampReq } from 'pkijs';
import { randomIds } from '../../../../adapters/random-ids.ts';
import { parseAnchors } from '../../../../adapters/rfc3161/anchors.ts';
import { HttpTimeStamper } from '../../../../adapters/rfc3161/http-time-stamper.ts';
import { judgeStampBy } from '../../../../adapters/rfc3161/judge-token.ts';
import { noTimeStamper } from '../../../../adapters/rfc3161/no-time-stamper.ts';
import { parseToken, wholeOf } from '../../../../adapters/rfc3161/token.ts';
import { sha256Hex } from '../../../../core/trail/digest.ts';
import { startTimeStampWorld, type TimeStampWorld } from '../../../support/time-stamp-authority.ts';
import { requestOver } from './request-over.ts';

const sha256 = sha256Hex('bukti: tangkapan layar');
const other = sha256Hex('bukti lain');

let world: TimeStampWorld;
beforeAll(async () => {
  world = await startTimeStampWorld();
}, 30_000);
afterAll(() => world.close());
beforeEach(() => {
  world.asked.length = 0;
  world.answers.length = 0;
});

const stamper = (over: { url?: string; root?: string; timeoutMs?: number } = {}) =>
  new HttpTimeStamper({
    url: over.url ?? world.url,
    anchors: parseAnchors(over.root ?? world.root),
    ids: randomIds,
    ...(over.timeoutMs !== undefined && { timeoutMs: over.timeoutMs }),
  });
const failed = (cause: string) => ({ outcome: 'failed', cause });

describe('asking a time-stamping authority', () => {
  it('gives a token for the very hash, with when and who, that anybody with the root can verify', async () => {
    const before = Date.now();
    const stamped = await stamper().stamp(sha256);
    if (stamped.outcome !== 'stamped') throw new Error(`not stamped: ${JSON.stringify(stamped)}`);
    const { token, genTime, authority } = stamped.stamp;
    expect(authority).toBe('Cap Waktu Contoh');
    expect(Math.abs(Date.parse(genTime) - before)).toBeLessThan(60_000);
    const judged = await judgeStampBy(parseAnchors(world.root))(token, sha256);
    expect(judged).toMatchObject({ verdict: 'valid', anchored: true, genTime });
  });

  it('asks with the hash alone, a nonce that is never the same, and for the certificate', async () => {
    await stamper().stamp(sha256);
    await stamper().stamp(sha256);
    const requests = world.asked.map((body) => new TimeStampReq({ schema: wholeOf(Uint8Array.from(body)) }));
    const nonces = requests.map(({ nonce }) => Buffer.from(nonce?.valueBlock.valueHexView ?? []).toString('hex'));
    expect(requests.map(({ certReq, version }) => [certReq, version])).toEqual([
      [true, 1],
      [true, 1],
    ]);
    expect(new Set(nonces).size).toBe(2);
    expect(nonces.every((nonce) => /^[4-7][0-9a-f]{15}$/.test(nonce))).toBe(true);
    const [imprint] = requests.map(({ messageImprint }) => Buffer.from(messageImprint.hashedMessage.getValue()));
    expect(imprint?.toString('hex')).toBe(sha256);
  });

  it('refuses an earlier answer that is played again: the nonce is another', async () => {
    await stamper().stamp(sha256);
    world.answers.push(await world.reply(world.asked[0] ?? new Uint8Array()));
    expect(await stamper().stamp(sha256)).toEqual(failed('WRONG_NONCE'));
  });

  it('refuses an answer without the nonce that was asked for', async () => {
    world.answers.push(await world.reply(requestOver(sha256)));
    expect(await stamper().stamp(sha256)).toEqual(failed('WRONG_NONCE'));
  });

  it('refuses a stamp over other bytes', async () => {
    world.answers.push(await world.reply(requestOver(other)));
    expect(await stamper().stamp(sha256)).toEqual(failed('WRONG_IMPRINT'));
  });

  it('refuses an authority that no configured root vouches for', async () => {
    expect(await stamper({ root: world.stranger }).stamp(sha256)).toEqual(failed('NOT_ANCHORED'));
  });

  it('says so where the authority rejects', async () => {
    const md5 = requestOver(sha256, '1.2.840.113549.2.5');
    world.answers.push(await world.reply(md5));
    expect(await stamper().stamp(sha256)).toEqual(failed('REJECTED'));
  });

  it.each([
    ['an error of the server', 503, 'UNREACHABLE'],
    ['a redirect', 302, 'UNREACHABLE'],
    ['a broken connection', 'lost', 'UNREACHABLE'],
    ['an authority that never answers', 'silent', 'UNREACHABLE'],
    ['a page of words', new TextEncoder().encode('<html>Selamat datang</html>'), 'MALFORMED'],
    ['nothing at all', new Uint8Array(), 'MALFORMED'],
    ['an endless answer', new Uint8Array(70_000), 'UNREACHABLE'],
    // PKIStatusInfo { rejection, failInfo badAlg }
    ['a rejection', Uint8Array.from([0x30, 0x09, 0x30, 0x07, 0x02, 0x01, 0x02, 0x03, 0x02, 0x07, 0x80]), 'REJECTED'],
  ] as const)('never throws: %s', async (_what, answer, cause) => {
    world.answers.push(answer);
    expect(await stamper({ timeoutMs: 300 }).stamp(sha256)).toEqual(failed(cause));
  });

  it('never throws: nobody listens', async () => {
    expect(await stamper({ url: 'http://127.0.0.1:9/' }).stamp(sha256)).toEqual(failed('UNREACHABLE'));
  });

  it('is off where no authority is configured, and says so', async () => {
    expect(noTimeStamper.isOn).toBe(false);
    expect(await noTimeStamper.stamp(sha256)).toEqual({ outcome: 'off' });
  });
});

describe('a token under the wrong certificate', () => {
  const judge = () => judgeStampBy(parseAnchors(world.root));
  const content = async () => {
    const stamped = await stamper().stamp(sha256);
    if (stamped.outcome !== 'stamped') throw new Error('not stamped');
    return { token: stamped.stamp.token, bytes: parseToken(stamped.stamp.token).content };
  };

  it('is accepted where nothing is wrong: the harness itself signs well', async () => {
    const { bytes } = await content();
    expect(await judge()(await world.resign(bytes, 'tsa'), sha256)).toMatchObject({ verdict: 'valid', anchored: true });
  });

  it.each([
    ['for other purposes besides', 'mixed', 'WRONG_PURPOSE'],
    ['whose purpose is not critical', 'uncritical', 'WRONG_PURPOSE'],
    ['for mail', 'mailer', 'WRONG_PURPOSE'],
    ['that had expired', 'expired', 'OUTSIDE_VALIDITY'],
    ['of an issuer that is no authority itself', 'impostor', 'NOT_ANCHORED'],
  ])('is refused: one %s', async (_what, signer, fault) => {
    const { bytes } = await content();
    expect(await judge()(await world.resign(bytes, signer), sha256)).toEqual({ verdict: 'invalid', fault });
  });

  it('is refused with the signature of another token', async () => {
    const [one, two] = [await content(), await content()];
    const signature = (token: Uint8Array) => Buffer.from(parseToken(token).signer.signature.getValue());
    const swapped = Buffer.from(one.token);
    const place = swapped.indexOf(signature(one.token));
    signature(two.token).copy(swapped, place);
    const judged = await judge()(swapped, sha256);
    expect(judged.verdict).toBe('invalid');
  });

  it('is refused with a content that was altered under its signature', async () => {
    const { token, bytes } = await content();
    const altered = Buffer.from(token);
    const imprint = altered.indexOf(Buffer.from(sha256, 'hex'));
    Buffer.from(other, 'hex').copy(altered, imprint);
    expect(bytes.byteLength).toBeGreaterThan(imprint - altered.indexOf(bytes));
    expect(await judge()(altered, other)).toEqual({ verdict: 'invalid', fault: 'BAD_SIGNATURE' });
  });
});
