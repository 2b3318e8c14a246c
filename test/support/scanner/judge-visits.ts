import type { Access } from '../../../core/ports.ts';
import { movedParts, type Standing, type SystemWatch } from './case-watch.ts';
import type { MailedLink } from './mailed-case.ts';
import type { Scanned, Scanner, Tier } from './scanner.ts';

/** What visits of scanners to one link came to, from the system's side. */
export interface Judged {
  readonly visits: Readonly<Record<Tier, number>>;
  readonly pressed: number;
  readonly requests: number;
  /** Parts of the case that moved. */
  readonly moved: readonly string[];
  /** Contents of the case that went over the wire: text, and where. */
  readonly contents: readonly string[];
  /** Records that the visits left: all must be a robot's. */
  readonly touches: readonly Access[];
  readonly elsewhere: readonly string[];
  readonly codeMails: readonly string[];
}

/** Whether a text went over the wire in an answer, its headers included. */
const contentsIn = ({ seen, tier }: Scanned, texts: readonly string[]): string[] =>
  seen.flatMap(({ method, url, status, headers, body }) => {
    const answer = `${JSON.stringify(headers)}\n${body}`;
    return texts
      .filter((text) => answer.includes(text))
      .map((text) => `tier ${tier}: ${text} in ${method} ${new URL(url).pathname.slice(0, 3)} ${status}`);
  });

const taskIdOf = (link: string): string => /\/t\/(\w+)\./.exec(link)?.[1] ?? 'none';
const mailIdOf = (link: string): string | undefined => /\/lacak\/surat\/([0-9a-f]{64})\./.exec(link)?.[1];

export interface Trial {
  readonly scanner: Scanner;
  readonly watch: SystemWatch;
  /** What must not be seen. */
  readonly contents: readonly string[];
  /** Which tiers come, in which order; so many at a time. */
  readonly tiers: readonly Tier[];
  readonly atOnce: number;
}

const visitAll = async ({ scanner, tiers, atOnce }: Trial, link: string): Promise<Scanned[]> => {
  const left = [...tiers];
  const scanned: Scanned[] = [];
  const work = async (): Promise<void> => {
    for (let tier = left.shift(); tier !== undefined; tier = left.shift())
      scanned.push(await scanner.visit(tier, link));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return scanned;
};

const setupOf = async (watch: SystemWatch, link: string): Promise<string> => {
  const mailId = mailIdOf(link);
  return mailId === undefined ? '' : String(await watch.setupOf(mailId));
};

/** Lets scanners at a link and says what moved, what they saw and what they left on record. */
export const judgeVisits = async (trial: Trial, { link, caseNumber }: MailedLink): Promise<Judged> => {
  const { watch, contents, tiers } = trial;
  const state = async (): Promise<Standing & { readonly setup: string }> => ({
    ...(await watch.standing(caseNumber)),
    setup: await setupOf(watch, link),
  });
  const before = await state();
  const known = new Set((await watch.accesses(caseNumber)).map(({ accessId }) => accessId));
  const scanned = await visitAll(trial, link);
  const after = await state();
  const count = (tier: Tier): number => tiers.filter((one) => one === tier).length;
  return {
    visits: { 0: count(0), 1: count(1), 2: count(2), 3: count(3), 4: count(4) },
    pressed: scanned.reduce((sum, { pressed }) => sum + pressed, 0),
    requests: scanned.reduce((sum, { seen }) => sum + seen.length, 0),
    moved: movedParts(before, after),
    contents: scanned.flatMap((one) => contentsIn(one, contents)),
    touches: (await watch.accesses(caseNumber)).filter(({ accessId }) => !known.has(accessId)),
    elsewhere: scanned.flatMap(({ elsewhere }) => elsewhere),
    codeMails: await watch.codesOf(taskIdOf(link)),
  };
};
