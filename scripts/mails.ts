import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { PostalMailParser } from '../adapters/mail-parser.ts';
import { MAX_MAIL_BYTES } from '../core/use-cases/inbound/inbound-ports.ts';
import { anyMail } from '../test/support/mails/any-mail.ts';
import { joined, plain, SENDER } from '../test/support/mails/compose.ts';
import { LAPOR } from '../test/support/mails/mail-world.ts';
import { oddMails } from '../test/support/mails/odd-mails.ts';
import { disagreements } from '../test/support/mails/oracle.ts';
import { type TriedMail, tryMail } from '../test/support/mails/trial.ts';

const USAGE = `Pemakaian: npm run mails -- [FOLDER...] [--generated JUMLAH] [--seed BENIH]
Usage: npm run mails -- [FOLDER...] [--generated NUMBER] [--seed SEED]
Takes mails in as the system does (parse, judgement, report) and compares what is read with a second parser. Without a folder: the project's
own odd mails. FOLDER: every .eml file below it. --generated: so many random and damaged mails besides.
Ends with 1 where a mail was lost or something was thrown.`;

const envelope = { from: SENDER, to: [LAPOR] };

const largest = (): TriedMail => ({
  name: 'a mail of more than 30 MB',
  raw: joined(plain(), '\r\n', new Uint8Array(MAX_MAIL_BYTES).fill(0x61)),
  envelope,
});

const parser = new PostalMailParser();

/** A file says nothing of its envelope: it comes from whom its header names. */
const mailOf = async (path: string, name: string): Promise<TriedMail> => {
  const raw = new Uint8Array(await readFile(path));
  const parse = await parser.parse(raw);
  const from = parse.outcome === 'parsed' ? (parse.mail.from[0]?.address ?? '') : '';
  return { name, raw, envelope: { ...envelope, from: from || SENDER } };
};

async function* mailsBelow(folder: string): AsyncGenerator<TriedMail> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((found) => /\.eml$/i.test(found)).toSorted()) {
    yield await mailOf(join(folder, name), name);
  }
}

interface Wish {
  readonly folders: readonly string[];
  readonly generated: number;
  readonly seed: number;
}

async function* mailsFor({ folders, generated, seed }: Wish): AsyncGenerator<TriedMail> {
  if (folders.length === 0) {
    yield* oddMails;
    yield largest();
  }
  for (const folder of folders) yield* mailsBelow(folder);
  const random = generated === 0 ? [] : fc.sample(anyMail, { numRuns: generated, seed });
  for (const [place, raw] of random.entries()) {
    yield { name: `generated ${place + 1} of seed ${seed}`, raw: new Uint8Array(raw), envelope };
  }
}

const print = (title: string, lines: readonly string[]): void =>
  console.log(`\n${title}: ${lines.length}${lines.map((line) => `\n  ${line}`).join('')}`);

const run = async (wish: Wish): Promise<boolean> => {
  const outcomes = new Map<string, number>();
  const throws: string[] = [];
  const losses: string[] = [];
  const differ: string[] = [];
  for await (const mail of mailsFor(wish)) {
    const trial = await tryMail(mail);
    outcomes.set(trial.outcome, (outcomes.get(trial.outcome) ?? 0) + 1);
    if (trial.threw) throws.push(`${mail.name}: ${trial.outcome}`);
    if (trial.losses.length > 0) losses.push(`${mail.name}: ${trial.losses.join(', ')}`);
    const facts = await disagreements(mail.raw);
    if (facts.length > 0) differ.push(`${mail.name}: ${facts.join(', ')}`);
  }
  const total = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
  console.log(`Mails: ${total}`);
  for (const [outcome, count] of [...outcomes].toSorted(([a], [b]) => a.localeCompare(b))) {
    console.log(`  ${String(count).padStart(6)}  ${outcome}`);
  }
  print('Disagreements with the second parser', differ);
  print('Losses', losses);
  print('Throws', throws);
  return total > 0 && throws.length + losses.length === 0;
};

const wishOf = (): Wish | undefined => {
  try {
    const { values, positionals: folders } = parseArgs({
      options: { generated: { type: 'string', default: '0' }, seed: { type: 'string', default: '1' } },
      allowPositionals: true,
    });
    const [generated, seed] = [Number(values.generated), Number(values.seed)];
    return Number.isSafeInteger(generated) && Number.isSafeInteger(seed) ? { folders, generated, seed } : undefined;
  } catch {
    return undefined;
  }
};

const wish = wishOf();
if (wish === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  process.exitCode = (await run(wish)) ? 0 : 1;
}
