import { ComputedMailOrigin } from '../../../adapters/mail-origin.ts';
import { sesMailOrigin } from '../../../adapters/ses-mail-origin.ts';
import { joined, plain, SENDER } from '../../support/mails/compose.ts';

const missing = (name: string) => Object.assign(new Error(`no ${name}`), { code: 'ENOTFOUND' });
const records: Readonly<Record<string, string[][]>> = {
  'TXT surat.example': [['v=spf1 ip4:203.0.113.5 -all']],
  'TXT _dmarc.surat.example': [['v=DMARC1; p=reject']],
};
const computed = (resolve: (name: string, type: string) => Promise<unknown>) =>
  new ComputedMailOrigin({ resolve, server: 'tertib.test', timeoutMs: 300 });
const known = computed(async (name, type) => {
  const found = records[`${type} ${name}`];
  if (found === undefined) throw missing(name);
  return found;
});
const sent = (remoteAddress: string) => ({
  raw: plain(),
  envelope: { from: SENDER, to: [], remoteAddress, helo: 'mx.surat.example' },
});

describe('verdicts that are found out here', () => {
  it.each([
    ['203.0.113.5', 'pass', 'pass'],
    ['198.51.100.9', 'fail', 'fail'],
  ])('say of a mail from %s: SPF %s, DMARC %s', async (address, spf, dmarc) => {
    expect(await known.verdicts(sent(address))).toMatchObject({ source: 'COMPUTED', spf, dmarc, dkim: 'none' });
  });

  it('say of a signature that is rubbish that it is none that holds', async () => {
    const raw = joined('DKIM-Signature: v=1; a=rsa-sha256; d=surat.example; s=x; h=from; bh=AAAA; b=AAAA\r\n', plain());
    const { dkim } = await known.verdicts({ ...sent('203.0.113.5'), raw });
    expect(['fail', 'neutral', 'permerror', 'policy', 'temperror']).toContain(dkim);
  });

  it('are none that anything rests on while nobody answers', async () => {
    const silent = computed(() => new Promise(() => {}));
    expect(await silent.verdicts(sent('203.0.113.5'))).toMatchObject({ source: 'COMPUTED', spf: 'temperror' });
  });

  it('are given for any bytes', async () => {
    const { source } = await known.verdicts({ raw: new Uint8Array([0, 1, 2]), envelope: { from: '', to: [] } });
    expect(source).toBe('COMPUTED');
  });
});

describe('verdicts of the receiving service', () => {
  const verdictsOf = (...lines: readonly string[]) =>
    sesMailOrigin.verdicts({ raw: joined(...lines, plain()), envelope: { from: SENDER, to: [] } });
  const OURS =
    'Authentication-Results: amazonses.com;\r\n spf=pass (x) client-ip=1.2.3.4; dkim=fail header.i=@a; dkim=pass header.i=@b;\r\n dmarc=softfail header.from=a;\r\n';
  const FORGED = 'Authentication-Results: amazonses.com; spf=pass; dkim=pass; dmarc=pass\r\n';

  it('are read from the field on top', async () => {
    expect(await verdictsOf(OURS)).toEqual({
      source: 'SERVICE',
      spf: 'pass',
      dkim: 'pass',
      dmarc: 'softfail',
      arc: 'none',
    });
  });

  it('are not read from what the sender wrote further down, or under another name', async () => {
    expect(await verdictsOf('Authentication-Results: mx.example; spf=fail\r\n', FORGED)).toMatchObject({
      source: 'NONE',
    });
    expect(await verdictsOf()).toMatchObject({ source: 'NONE' });
  });
});
