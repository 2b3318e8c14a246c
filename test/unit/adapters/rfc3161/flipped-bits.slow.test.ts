import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TimeStampResp } from 'pkijs';
import { parseAnchors } from '../../../../adapters/rfc3161/anchors.ts';
import { judgeStampBy } from '../../../../adapters/rfc3161/judge-token.ts';
import { wholeOf } from '../../../../adapters/rfc3161/token.ts';
import { sha256Hex } from '../../../../core/trail/digest.ts';
import tokens from '../../../support/fixtures/rfc3161/tokens.json' with { type: 'json' };
import { startTimeStampWorld } from '../../../support/time-stamp-authority.ts';
import { requestOver } from './request-over.ts';

const tokenIn = (response: Uint8Array): Uint8Array => {
  const { timeStampToken } = new TimeStampResp({ schema: wholeOf(response) });
  if (timeStampToken === undefined) throw new Error('no token');
  return new Uint8Array(timeStampToken.toSchema().toBER());
};

interface Asked {
  readonly sha256: ReturnType<typeof sha256Hex>;
  readonly root: string;
  /** From one bit to the next; odd, so that every place within a byte has its turn. */
  readonly step: number;
}

/** Bits of a token, each on its own, judged by somebody who knows the root and nothing else. */
const accepted = async (token: Uint8Array, { sha256, root, step }: Asked) => {
  const judge = judgeStampBy(parseAnchors(root));
  expect((await judge(token, sha256)).verdict).toBe('valid');
  const found: string[] = [];
  for (let bit = 0; bit < token.byteLength * 8; bit += step) {
    const altered = Uint8Array.from(token);
    altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    if ((await judge(altered, sha256)).verdict === 'valid') found.push(`${bit >> 3}:${bit & 7}`);
  }
  return found;
};

it('no bit of a public token can be flipped, of every seventh one', async () => {
  const pem = await readFile(
    join(import.meta.dirname, '../../../support/fixtures/rfc3161/sigstore-staging.pem'),
    'utf8',
  );
  const [, root = ''] = pem.match(/-----BEGIN[\s\S]+?END CERTIFICATE-----/g) ?? [];
  const { over, response } = tokens.withCertificate;
  const sha256 = sha256Hex(Buffer.from(over, 'base64'));
  expect(await accepted(tokenIn(Buffer.from(response, 'base64')), { sha256, root, step: 7 })).toEqual([]);
}, 240_000);

it.each(['ec', 'rsa'] as const)(
  'no bit of a token of the openssl engine, of every seventeenth one: %s',
  async (algorithm) => {
    const world = await startTimeStampWorld(algorithm);
    const sha256 = sha256Hex('bukti');
    const token = tokenIn(await world.reply(requestOver(sha256)));
    expect(await accepted(token, { sha256, root: world.root, step: 17 })).toEqual([]);
    await world.close();
  },
  240_000,
);

it('parameters of the signature that are no NULL are no token', async () => {
  const world = await startTimeStampWorld('rsa');
  const sha256 = sha256Hex('bukti');
  const token = Buffer.from(tokenIn(await world.reply(requestOver(sha256))));
  // NULL, then the signature: an octet string of 256 bytes.
  const at = token.lastIndexOf(Buffer.from([0x05, 0x00, 0x04, 0x82, 0x01, 0x00]));
  expect(at).toBeGreaterThan(0);
  token[at] = 0x04;
  expect((await judgeStampBy(parseAnchors(world.root))(token, sha256)).verdict).toBe('invalid');
  await world.close();
});
