import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type RunningSystem, startSystem } from '../../scripts/people/system.ts';
import { aReport, description, type Filed, freePort, held, Outside, people, sleep } from './world.ts';

const reporter = { name: 'Ani Rahasiawati', email: 'ani.rahasia@pelapor.tertib.test', phone: '+6281298765432' };

/** Whole processes start and stop here, beside whatever else the machine is doing. */
const PATIENCE_MS = 120_000;

let folder: string;
let port: string;
let system: RunningSystem;
const outside = new Outside(() => system);

/** Always at the same address: links in mails that went out before must still lead somewhere. */
const start = async (): Promise<void> => {
  system = await startSystem({ folder, env: { PORT: port } });
};

const kill = async (): Promise<void> => {
  system.process.kill('SIGKILL');
  await once(system.process, 'exit');
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tertib-crash-'));
  port = String(await freePort());
  await start();
});
afterAll(async () => {
  await system.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Every file below the folder but keys, with its bytes as they are. */
const files = async (): Promise<{ name: string; text: string }[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.map(async (path) => ({ name: relative(folder, path), text: await readFile(path, 'latin1') })),
  );
};

describe('a machine that loses its power', () => {
  const filed: Filed[] = [];
  const secrets = new Set<string>();

  it(
    'keeps every report that it acknowledged, whenever it stops, and brings each to its end',
    async () => {
      for (const [index, wait] of [0, 40, 150].entries()) {
        const sending = Array.from({ length: 4 }, (_, n) =>
          outside.file(aReport({ reporter }), { 'Idempotency-Key': `mati-${index}-${n}` }).then(
            (one) => filed.push(one),
            () => undefined,
          ),
        );
        await sleep(wait);
        if (index > 0) await Promise.all(sending);
        await kill();
        await Promise.all(sending);
        await start();
        for (let n = 0; n < 4; n += 1) {
          const again = await outside.file(aReport({ reporter }), { 'Idempotency-Key': `mati-${index}-${n}` });
          if (!filed.some(({ caseNumber }) => caseNumber === again.caseNumber)) filed.push(again);
        }
      }
      expect(filed).toHaveLength(12);
      await outside.settle();
      for (const one of filed) expect((await outside.status(one)).status).toBe('TRIAGE');
      for (const { caseNumber } of filed) {
        const types = await outside.types(caseNumber);
        expect(types.filter((type) => type === 'ReportReceived')).toHaveLength(1);
        expect(types.filter((type) => type === 'TaskOpened')).toHaveLength(1);
      }
    },
    PATIENCE_MS,
  );

  it(
    'goes on with a case that was killed between any two steps, and doubles no mail',
    async () => {
      const [one] = filed;
      if (one === undefined) throw new Error('nothing was filed');
      const acts = [
        { outcome: 'PROCEED', respondentNip: people.employee, track: 'DISCIPLINE_PNS' },
        { outcome: 'PROCEED', principles: ['P6'] },
        { ...held, impact: 'AGENCY', recommendedSanction: 'S1' },
        { outcome: 'SANCTION', sanctionCode: 'S1', provisions: ['3d', '3f'], impact: 'AGENCY' },
      ];
      for (const [index, fields] of acts.entries()) {
        const { official, form, link } = await outside.task(one.caseNumber);
        secrets.add(link.split('.').at(-1) ?? '');
        const acting = official.act(form, { reason: 'Bukti sudah dibaca dan dinilai.', ...fields });
        if (index !== 1) await acting;
        else await acting.catch(() => undefined);
        await kill();
        await start();
        await outside.settle();
      }
      expect((await outside.status(one)).status).toBe('SERVICE');
      const types = await outside.types(one.caseNumber);
      for (const type of ['TriageDecided', 'ReviewDecided', 'ExaminationHeld', 'SanctionDecided', 'DecisionSigned'])
        expect([type, types.filter((each) => each === type).length]).toEqual([type, 1]);
      expect(types.filter((type) => type === 'NotificationSent')).toHaveLength(4);
      const mails = (await outside.inbox()).filter(({ subject }) => subject.includes(one.caseNumber));
      const ids = mails.map(({ headers }) =>
        JSON.stringify(headers['X-Tertib-Mail-Id'] ?? headers['x-tertib-mail-id']),
      );
      expect(ids).not.toContain(undefined);
      expect(new Set(ids).size).toBe(ids.length);
      expect(mails.filter(({ to }) => to === reporter.email)).toHaveLength(1);
    },
    PATIENCE_MS,
  );

  it(
    'has on its disk and in its mails no secret in plain text, and no reporter',
    async () => {
      const codes = (await outside.inbox()).flatMap(({ text }) =>
        [...text.matchAll(/\b\d{6}\b/g)].map(([code]) => code),
      );
      expect(codes.length).toBeGreaterThan(2);
      await system.stop();
      const all = await files();
      // What may stand there in plain text is found there: the search can fail.
      const number = filed[0]?.caseNumber ?? '';
      expect(all.some(({ name, text }) => name.startsWith('leveldb') && text.includes(number))).toBe(true);
      expect(all.some(({ name, text }) => name.startsWith('evidence') && text.includes(description))).toBe(true);
      const receipts = filed.flatMap(({ receiptCode }) => [receiptCode, receiptCode.replaceAll('-', '')]);
      const outsideMail = all.filter(({ name }) => !/^(keys|mail)\//.test(name) && name !== 'oidc-keys.json');
      for (const { name, text } of outsideMail) {
        for (const secret of [...receipts, ...secrets, reporter.name, reporter.email, reporter.phone])
          expect([name, text.includes(secret) ? secret : null]).toEqual([name, null]);
        if (!name.startsWith('evidence')) expect([name, text.includes(description)]).toEqual([name, false]);
        if (name.endsWith('.jsonl'))
          for (const code of codes) expect([name, new RegExp(`\\D${code}\\D`).test(text)]).toEqual([name, false]);
      }
      const mails = all.filter(({ name }) => name.startsWith('mail/'));
      for (const { name, text } of mails) {
        for (const secret of [...receipts, reporter.name, reporter.phone, description])
          expect([name, text.includes(secret) ? secret : null]).toEqual([name, null]);
      }
      await start();
    },
    PATIENCE_MS,
  );

  it('answers neither trail nor export nor case with what only the reporter or the holder may know', async () => {
    const [one] = filed;
    if (one === undefined) throw new Error('nothing was filed');
    for (const rest of ['', '/trail', '/export', '/evidence']) {
      const text = await (await outside.staff(`/v1/cases/${one.caseNumber}${rest}`)).text();
      for (const secret of [one.receiptCode, ...secrets, reporter.name, reporter.email, reporter.phone, description])
        expect(text).not.toContain(secret);
      expect(text).not.toMatch(/taskToken|secretHash/i);
    }
  });
});
