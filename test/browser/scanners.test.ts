import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningSystem, startSystem } from '../../scripts/people/system.ts';
import { type SystemWatch, watchSystem } from '../support/scanner/case-watch.ts';
import { freePort } from '../support/scanner/free-port.ts';
import { type Judged, judgeVisits } from '../support/scanner/judge-visits.ts';
import {
  type Accused,
  contentsOf,
  fetchReceiptCode,
  type MailedLink,
  mailReport,
  type Place,
  walkMailedCase,
} from '../support/scanner/mailed-case.ts';
import { type Scanner, startScanner, tiers } from '../support/scanner/scanner.ts';
import { chromiumPath } from './support/site.ts';

const PUTRI: Accused = {
  nip: '199307092019032008',
  name: 'Putri Ayu Maharani',
  mail: 'putri.maharani@contoh.tertib.test',
};

/** Sixty visits, and a whole case between them. */
const LONG_MS = 600_000;

let system: RunningSystem;
let watch: SystemWatch;
let scanner: Scanner;
let place: Place;

beforeAll(async () => {
  const smtpPort = await freePort();
  system = await startSystem({ env: { SMTP_PORT: String(smtpPort), TERTIB_CHROMIUM: 'none' } });
  place = { baseUrl: system.baseUrl, smtpPort };
  watch = await watchSystem(system);
  scanner = await startScanner(chromiumPath);
});
afterAll(async () => {
  await scanner.close();
  await system.stop();
});

/** Every tier comes once, one after the other as they do between a mail and its reader. */
const scanned = (link: MailedLink, contents: readonly string[]): Promise<Judged> =>
  judgeVisits({ scanner, watch, contents, tiers, atOnce: 2 }, link);

/** What the program wrote into its log; it makes none where there is nothing to say. */
const logged = (): Promise<string> => readFile(join(system.folder, 'log.jsonl'), 'utf8').catch(() => '');

/** What must hold whatever a scanner does: nothing moved, nothing seen, every visit on record, and as a robot's. */
const expectHarmless = (kind: string, judged: Judged): void => {
  const { moved, contents, elsewhere, touches } = judged;
  expect({ kind, moved, contents, elsewhere }).toEqual({ kind, moved: [], contents: [], elsewhere: [] });
  expect([kind, new Set(touches.map(({ actor }) => actor.kind))]).toEqual([kind, new Set(['robot'])]);
  // The head, each way to the same place, and what browsers open and press.
  expect(touches.length).toBeGreaterThanOrEqual(1 + 6 + 1 + judged.pressed);
  expect(judged.pressed).toBeGreaterThanOrEqual(12);
};

describe('scanners of every tier', () => {
  it(
    'move nothing and see nothing of any mailed task, and its person comes, proves their mailbox and acts',
    async () => {
      const kinds: string[] = [];
      const between = async (link: MailedLink): Promise<void> => {
        const judged = await scanned(link, [...contentsOf(link.caseNumber, PUTRI), link.to]);
        expectHarmless(link.kind, judged);
        // Three pressed for a code: three mails, to the holder alone.
        expect(judged.codeMails).toEqual([link.to, link.to, link.to].slice(0, judged.codeMails.length));
        expect(judged.codeMails.length).toBeGreaterThanOrEqual(3);
        expect(await logged()).not.toContain(link.link.split('.').at(-1));
        kinds.push(link.kind);
      };
      await walkMailedCase(place, { accused: PUTRI, ending: 'UPHELD', between });
      expect(new Set(kinds)).toEqual(
        new Set([
          'triage',
          'review',
          'response',
          'examination',
          'team',
          'decision',
          'service',
          'remedy',
          'appeal',
          'execution',
        ]),
      );
    },
    LONG_MS,
  );

  it('do not use up the link by which a reporter who wrote by mail fetches their receipt code', async () => {
    const link = await mailReport(place, 'zulkarnaen@warga.test');
    expectHarmless('setup', await scanned(link, contentsOf(link.caseNumber, PUTRI)));
    expect(await fetchReceiptCode(link)).toHaveLength(19);
  });
});
