import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { TimeStampResp } from 'pkijs';
import { noAnchors, parseAnchors } from '../../../../adapters/rfc3161/anchors.ts';
import { judgeStampBy } from '../../../../adapters/rfc3161/judge-token.ts';
import { wholeOf } from '../../../../adapters/rfc3161/token.ts';
import { sha256Hex } from '../../../../core/trail/digest.ts';
import tokens from '../../../support/fixtures/rfc3161/tokens.json' with { type: 'json' };
import { selfSigned } from '../../../support/self-signed.ts';

const folder = join(import.meta.dirname, '../../../support/fixtures/rfc3161');
const pem = await readFile(join(folder, 'sigstore-staging.pem'), 'utf8');
const [leaf = '', root = ''] = pem.match(/-----BEGIN[\s\S]+?END CERTIFICATE-----/g) ?? [];
const anchored = judgeStampBy(parseAnchors(pem));

const tokenOf = ({ response }: { response: string }): Uint8Array => {
  const { timeStampToken } = new TimeStampResp({ schema: wholeOf(Buffer.from(response, 'base64')) });
  if (timeStampToken === undefined) throw new Error('no token');
  return new Uint8Array(timeStampToken.toSchema().toBER());
};
const stampedBy = ({ over }: { over: string }) => sha256Hex(Buffer.from(over, 'base64'));

describe('tokens of a public authority', () => {
  it.each(Object.entries(tokens))('are valid, and say when and who: %s', async (_name, fixture) => {
    expect(await anchored(tokenOf(fixture), stampedBy(fixture))).toEqual({
      verdict: 'valid',
      anchored: true,
      genTime: fixture.genTime,
      authority: 'sigstore-tsa',
      serialNumber: expect.stringMatching(/^[0-9a-f]+$/),
    });
  });

  it('that bring their certificate are valid without any root, which is then said', async () => {
    const { withCertificate: fixture } = tokens;
    const judged = await judgeStampBy(noAnchors)(tokenOf(fixture), stampedBy(fixture));
    expect(judged).toMatchObject({ verdict: 'valid', anchored: false, authority: 'sigstore-tsa' });
  });

  it('that bring no certificate cannot be judged by somebody who has none', async () => {
    const { withoutCertificate: fixture } = tokens;
    const judged = await judgeStampBy(noAnchors)(tokenOf(fixture), stampedBy(fixture));
    expect(judged).toEqual({ verdict: 'invalid', fault: 'WRONG_CERTIFICATE' });
  });

  it('are refused by somebody who trusts another root', async () => {
    const { withCertificate: fixture } = tokens;
    const other = parseAnchors(selfSigned('localhost', Date.now()).cert);
    expect(await judgeStampBy(other)(tokenOf(fixture), stampedBy(fixture))).toEqual({
      verdict: 'invalid',
      fault: 'NOT_ANCHORED',
    });
  });

  it('are no proof for other bytes', async () => {
    const { withCertificate, withoutCertificate } = tokens;
    const judged = await anchored(tokenOf(withCertificate), stampedBy(withoutCertificate));
    expect(judged).toEqual({ verdict: 'invalid', fault: 'WRONG_IMPRINT' });
  });

  it('need the certificate that they name: the root alone does not stand in for it', async () => {
    const { withoutCertificate: fixture } = tokens;
    const judged = await judgeStampBy(parseAnchors(root))(tokenOf(fixture), stampedBy(fixture));
    expect(judged).toEqual({ verdict: 'invalid', fault: 'WRONG_CERTIFICATE' });
  });

  it('are judged by roots only: a certificate of the authority is none', () => {
    expect(() => parseAnchors(leaf)).toThrow('no root');
  });

  it('are refused with any byte changed (all of them: flipped-bits.slow.test.ts)', async () => {
    const { withCertificate: fixture } = tokens;
    const token = tokenOf(fixture);
    const judge = judgeStampBy(parseAnchors(root));
    const change = fc.record({ place: fc.nat(token.byteLength - 1), mask: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(change, async ({ place, mask }) => {
        const altered = Uint8Array.from(token, (byte, at) => (at === place ? byte ^ mask : byte));
        expect((await judge(altered, stampedBy(fixture))).verdict).toBe('invalid');
      }),
      { numRuns: 80 },
    );
  });

  it('are refused for any bytes that are no token, without a throw', async () => {
    const sha256 = stampedBy(tokens.withCertificate);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await anchored(bytes, sha256)).toEqual({ verdict: 'invalid', fault: 'MALFORMED' });
      }),
    );
  });
});
