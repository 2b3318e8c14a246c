import type { Principal } from '../../../../../core/access/principal.ts';
import { nipSchema } from '../../../../../core/ids.ts';
import type { InboundRow } from '../../../../../core/inbound/inbound-row.ts';
import { ownMessageId } from '../../../../../core/inbound/own-message-id.ts';
import type { MailEnvelope } from '../../../../../core/inbound/parsed-mail.ts';
import { replyAddress } from '../../../../../core/inbound/reply-address.ts';
import { plusMs } from '../../../../../core/time.ts';
import { endUndelivered } from '../../../../../core/use-cases/inbound/end-undelivered.ts';
import { orderReport } from '../../../../../core/use-cases/inbound/mail-queue.ts';
import { receiveMail } from '../../../../../core/use-cases/inbound/receive-mail.ts';
import { recordUndelivered } from '../../../../../core/use-cases/inbound/record-undelivered.ts';
import { MIN_MAIL_AGE_MS, resumeMails } from '../../../../../core/use-cases/inbound/resume-mails.ts';
import { file, multipart, part, plain, type Raw, SENDER, story } from '../../../../support/mails/compose.ts';
import { LAPOR } from '../../../../support/mails/mail-world.ts';
import { memoryPorts } from '../../../../support/memory/ports.ts';
import { Walk } from '../../../../support/memory/walk.ts';
import { agency, nips } from '../../../../support/sample-staff.ts';
import { failuresOf, prepare, same } from '../crash-points.ts';

const world = async (): Promise<Walk> => {
  const walk = await Walk.file();
  walk.store.randomCalls = 1000;
  return walk;
};

/** A case whose reporter is asked something. */
const asking = async (): Promise<Walk> => {
  const walk = await world();
  await (await walk.suggest()).open('triage');
  await walk.acted({ outcome: 'ASK_REPORTER' });
  await (await walk.plan()).notify();
  return walk.open('answer');
};

interface Incoming {
  readonly raw: Raw;
  readonly envelope: MailEnvelope;
}

const incoming = (raw: Raw, given: Partial<MailEnvelope> = {}): Incoming => ({
  raw,
  envelope: { from: SENDER, to: [LAPOR], ...given },
});

const take = ({ ports, store }: Walk, mail: Incoming) => receiveMail(ports, { ...mail, receivedAt: store.now });

const trialOf = (name: string, from: () => Promise<Walk>, mail: (walk: Walk) => Promise<Incoming>) =>
  prepare({
    name,
    world: from,
    input: mail,
    run: async (walk, given) =>
      (await take(walk, given)).map(({ status, reason, caseId, setup }) => [status, reason, caseId, setup]),
    sameAnswer: true,
  });

const answer = async (walk: Walk): Promise<Incoming> => {
  const to = [
    await replyAddress(walk.ports, { caseId: walk.caseId, agencyId: agency.agencyId, domain: 'tertib.test' }),
  ];
  return incoming(multipart([part({ content: 'Akunnya @contoh.' }), file('b.png', 'image/png', 'b')]), { to });
};

const bounce = async (walk: Walk): Promise<Incoming> => {
  const messageId = await ownMessageId(walk.ports, `notice:${walk.caseId}:reporterQuestion:2`);
  const raw = multipart(
    [
      story(),
      part({
        type: 'message/delivery-status',
        content: 'Final-Recipient: rfc822; x@y.example\r\nAction: failed\r\nStatus: 5.1.1\r\n',
      }),
      part({ type: 'text/rfc822-headers', content: `Message-ID: <${messageId}@tertib.test>\r\n` }),
    ],
    { fields: { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary="batas"' } },
  );
  return incoming(raw, { from: '' });
};

const officer: Principal = {
  subject: 'triage@test',
  agencyId: agency.agencyId,
  role: 'triage',
  nip: nipSchema.parse(nips.triageOne),
};
const REASON = 'Sudah dibaca dan diperiksa.';

/** A mail that says too little, which triage turned into a report; nobody has filed it yet. */
const ordering = async (): Promise<Walk> => {
  const walk = await world();
  const raw = multipart([file('foto.png', 'image/png', 'gambar')], { fields: { Subject: 'foto' } });
  const [row] = await take(walk, incoming(raw));
  if (row === undefined) throw new Error('not addressed');
  const description = 'Menurut surel warga, pegawai menyebarkan berita bohong.';
  await orderReport(walk.ports, officer, { mailId: row.mailId, reason: REASON, description });
  return walk;
};

/** What SES says of a mail of ours, as it is kept. */
const told = async ({ ports, caseId }: Walk) => {
  const bytes = new TextEncoder().encode('{"detail-type":"Email Bounced"}');
  const source = await ports.evidence.put({ bytes, mediaType: 'application/json' });
  return { mailId: `notice:${caseId}:reporterQuestion:1`, cause: 'BOUNCED', status: '5.1.1', source } as const;
};

const undeliveredIn = ({ store }: Walk): InboundRow => {
  const item = [...store.inbound.values()].find(({ undelivered }) => undelivered !== undefined);
  if (item === undefined) throw new Error('no task');
  return item;
};

const unreached = async (): Promise<Walk> => {
  const walk = await asking();
  await recordUndelivered(walk.ports, await told(walk));
  return walk;
};

const others = await Promise.all([
  prepare({
    name: 'filing what triage ordered',
    world: ordering,
    input: async () => undefined,
    run: ({ ports }) => resumeMails(ports, { minAgeMs: 0 }),
    sameAnswer: false,
  }),
  prepare({
    name: 'recording what a service says of a mail of ours',
    world: asking,
    input: told,
    run: ({ ports }, mail) => recordUndelivered(ports, mail),
    sameAnswer: true,
  }),
  prepare({
    name: 'ending the task that a mail did not arrive',
    world: unreached,
    input: async (walk) => undeliveredIn(walk).mailId,
    run: ({ ports }, mailId) => endUndelivered(ports, officer, { mailId, way: 'CALLED', reason: REASON }),
    sameAnswer: false,
  }),
]);

describe('what follows on a mail, cut short and repeated, ends as what was not', () => {
  test.each(others.map((trial) => [trial.name, trial.points.length, trial] as const))(
    '%s: %i crash points, nothing lost, nothing doubled',
    async (_name, points, trial) => {
      expect(points).toBeGreaterThan(0);
      expect(await failuresOf(trial.points, async (point) => same(await trial.repeated(point)))).toEqual([]);
    },
  );
});

const trials = await Promise.all([
  trialOf('a report with files', world, async () =>
    incoming(multipart([story(), file('a.png', 'image/png', 'gambar'), file('b.txt', 'text/plain', 'isi')])),
  ),
  trialOf('an answer to a question, with a file', asking, answer),
  trialOf('a report that a mail did not arrive', asking, bounce),
  trialOf('a vacation answer', world, async () => incoming(plain({ 'Auto-Submitted': 'auto-replied' }))),
  trialOf('a mail that cannot be read', world, async () => incoming(new Uint8Array([1, 2, 3]))),
]);

describe('taking a mail in, cut short and repeated, ends as what was not', () => {
  test.each(trials.map((trial) => [trial.name, trial.points.length, trial] as const))(
    '%s: %i crash points, nothing lost, nothing doubled',
    async (_name, points, trial) => {
      expect(points).toBeGreaterThan(0);
      expect(await failuresOf(trial.points, async (point) => same(await trial.repeated(point)))).toEqual([]);
    },
  );
});

describe('taking a mail in, cut short and never repeated by its sender', () => {
  test.each(trials.map((trial) => [trial.name, trial.points.length, trial] as const))(
    '%s: %i crash points, settled by the next run once its row stands',
    async (_name, _points, trial) => {
      const failed = await failuresOf(trial.points, async (point) => {
        const { store } = await trial.crash(point);
        store.now = plusMs(store.now, MIN_MAIL_AGE_MS);
        await resumeMails(memoryPorts(store));
        return [...store.inbound.values()].every(({ status }) => status !== 'RECEIVED');
      });
      expect(failed).toEqual([]);
    },
  );
});
