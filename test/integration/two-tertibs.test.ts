import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import PostalMime from 'postal-mime';
import { awsClientOptions } from '../../adapters/aws-client.ts';
import { SesMailer } from '../../adapters/ses-mailer.ts';
import { mailNameSchema } from '../../core/mails/mail-texts.ts';
import { HOUR, plusMs } from '../../core/time.ts';
import { type MailEngine, startMail } from '../../local/engines/mail.ts';
import type { OutgoingMail } from '../../local/engines/ses-request.ts';
import { mailTexts } from '../../rules/mails/index.ts';
import { plain, type Raw } from '../support/mails/compose.ts';
import { MailWorld } from '../support/mails/mail-world.ts';

/** More than any two programs that stop would ever exchange. */
const MAX_ROUNDS = 50;

interface Tertib {
  readonly world: MailWorld;
  readonly domain: string;
  /** What left and was not yet delivered. */
  readonly out: OutgoingMail[];
  readonly engine: MailEngine;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tertib-two-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A whole Tertib whose mail leaves through the real mailer, as the bytes that others receive. */
const startTertib = async (domain: string): Promise<Tertib> => {
  const out: OutgoingMail[] = [];
  const world = new MailWorld(undefined, (ports) => ({ ...ports, mailDomain: domain, baseUrl: `https://${domain}` }));
  const engine = await startMail({
    folder: join(folder, domain),
    now: () => world.store.now,
    onSend: (phase, mail) => void (phase === 'after' && out.push(mail)),
  });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new SESv2Client(
    awsClientOptions({ region: 'ap-southeast-3', endpoint: engine.endpoint, credentials }),
  );
  const mailer = new SesMailer({ client, from: `lapor@uji.${domain}`, clock: world.ports.clock });
  return { world: new MailWorld(world.store, () => ({ ...world.ports, mailer })), domain, out, engine };
};

const withPair = async (run: (a: Tertib, b: Tertib) => Promise<void>): Promise<void> => {
  const [a, b] = await Promise.all([startTertib('satu.test'), startTertib('dua.test')]);
  try {
    await run(a, b);
  } finally {
    await Promise.all([a.engine.close(), b.engine.close()]);
    await rm(folder, { recursive: true, force: true });
  }
};

const deliver = async (mail: OutgoingMail, to: Tertib, change: (raw: Raw) => Raw): Promise<void> => {
  await to.world.take(change(mail.raw), { from: mail.from, to: mail.to });
};

/** Carries what one sends to the other until nothing is on its way. @returns how many mails were carried */
const exchange = async (a: Tertib, b: Tertib, change: (raw: Raw) => Raw = (raw) => raw): Promise<number> => {
  let carried = 0;
  for (; carried < MAX_ROUNDS; carried += 1) {
    const fromA = a.out.shift();
    const mail = fromA ?? b.out.shift();
    if (mail === undefined) break;
    await deliver(mail, fromA === undefined ? a : b, change);
  }
  return carried;
};

const statusesOf = ({ world }: Tertib): string[] => [...world.store.inbound.values()].map(({ status }) => status);

describe('two Tertibs that mail each other', () => {
  it('stop after the first answer: it says that a machine wrote it', () =>
    withPair(async (a, b) => {
      await a.world.take(plain(), { from: 'lapor@uji.dua.test', to: ['lapor@uji.satu.test'] });
      expect(a.out).toHaveLength(1);
      expect(await exchange(a, b)).toBe(1);
      expect([statusesOf(a), statusesOf(b)]).toEqual([['FILED'], ['IGNORED']]);
      expect(b.world.store.cases.size).toBe(0);
    }));

  it('stop also where a server on the way takes every sign of a machine out', () =>
    withPair(async (a, b) => {
      const signs = /^(auto-submitted|x-auto-response-suppress|x-tertib-mail-id|in-reply-to|references):.*\r\n/gim;
      const stripped = (raw: Raw): Raw => Buffer.from(Buffer.from(raw).toString('latin1').replace(signs, ''), 'latin1');
      for (let hour = 0; hour < 3; hour += 1) {
        await a.world.take(plain({ 'X-Jam': String(hour) }), {
          from: 'lapor@uji.dua.test',
          to: ['lapor@uji.satu.test'],
        });
        expect(await exchange(a, b, stripped)).toBeLessThanOrEqual(3);
        for (const { world } of [a, b]) world.store.now = plusMs(world.store.now, HOUR);
      }
      // The first mail, and one answer that nobody can tell from a person's, in each hour.
      expect([a.world.store.cases.size, b.world.store.cases.size]).toEqual([6, 3]);
    }));
});

describe('every mail that leaves', () => {
  it.each(mailNameSchema.options)('says that a machine wrote it: %s', (name) =>
    withPair(async (a, b) => {
      const { subject, paragraphs } = mailTexts.mails[name];
      const text = paragraphs.map(({ id }) => id).join('\n\n');
      const mail = { mailId: `x:${name}`, to: 'lapor@uji.dua.test', subject: subject.id, text, html: `<p>${text}</p>` };
      await a.world.ports.mailer.send(mail);
      await a.world.ports.mailer.send({ ...mail, mailId: `y:${name}`, isReply: true });
      const said = await Promise.all(a.out.map(({ raw }) => PostalMime.parse(raw)));
      const signs = said.map(({ headers }) => headers.find(({ key }) => key === 'auto-submitted')?.value);
      expect(signs).toEqual(['auto-generated', 'auto-replied']);
      await exchange(a, b);
      expect([statusesOf(b), b.out]).toEqual([['IGNORED', 'IGNORED'], []]);
    }),
  );
});
