import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { noAnchors, readAnchors } from '../adapters/rfc3161/anchors.ts';
import { judgeStampBy } from '../adapters/rfc3161/judge-token.ts';
import type { JudgeStamp } from '../core/evidence/time-stamp.ts';
import type { Head, TrailVerdict } from '../core/trail/verify.ts';
import { verifyTrail } from '../core/trail/verify.ts';
import { verifyExport } from '../core/trail/verify-export.ts';
import { readTrailFile, type TrailFile } from '../core/trail/verify-file.ts';
import { stampSummary, stampWords, verifyStamps } from '../core/trail/verify-stamps.ts';
import type { Words } from '../core/trail/verify-words.ts';
import { type Keys, type Receipt, readKeys, readReceipt } from './verify-receipt.ts';

const USAGE: Words = {
  id: 'Pemakaian: npm run verify -- [--keys KUNCI.json] [--head NOMOR:HASH] [--tsa AKAR.pem] BERKAS...',
  en: 'Usage: npm run verify -- [--keys KEYS.json] [--head SEQ:HASH] [--tsa ROOTS.pem] FILE...',
};
const HEAD = /^([1-9]\d{0,8}):([0-9a-f]{64})$/;

type Outcome = 'valid' | 'broken' | 'unreadable';

interface Named {
  readonly name: string;
  readonly file: TrailFile;
}

/** What the command line gives besides files, and what receipts among the files prove about their cases. */
interface Known {
  readonly head: Head | undefined;
  readonly receipts: readonly Receipt[];
}

const say = (words: Words): void => {
  process.stdout.write(`${words.id}\n${words.en}\n`);
};

const hashText = (text: string): string => hash('sha256', text, 'hex');

const sayVerdict = (name: string, verdict: TrailVerdict): Outcome => {
  if (verdict.verdict === 'broken') {
    const { kind, seq, explanation } = verdict;
    say({
      id: `${name}: RUSAK (${kind}) pada peristiwa ${seq}. ${explanation.id}`,
      en: `${name}: BROKEN (${kind}) at event ${seq}. ${explanation.en}`,
    });
    return 'broken';
  }
  const { caseId, events, head, unknown } = verdict;
  say({
    id: `${name}: SAH. Perkara ${caseId}, ${events} peristiwa, kepala ${head.seq}:${head.hash}.`,
    en: `${name}: VALID. Case ${caseId}, ${events} events, head ${head.seq}:${head.hash}.`,
  });
  if (unknown > 0) {
    say({
      id: `${name}: ${unknown} peristiwa berjenis baru; rantainya diperiksa, maknanya tidak.`,
      en: `${name}: ${unknown} events are of a newer kind; their chain was checked, their meaning was not.`,
    });
  }
  return 'valid';
};

const caseOf = (file: TrailFile): string | undefined => {
  if (file.kind === 'export') return file.content.caseNumber;
  if (file.kind !== 'trail') return undefined;
  const [first] = file.events;
  return typeof first === 'object' && first !== null && 'caseId' in first ? String(first.caseId) : undefined;
};

const judgeTrail = (
  file: Extract<TrailFile, { kind: 'export' | 'trail' }>,
  { head, receipts }: Known,
): TrailVerdict => {
  const filed = receipts
    .filter((receipt) => receipt.caseNumber === caseOf(file))
    .map((receipt) => ({ seq: 1, hash: receipt.eventHash }));
  const options = { hashText, known: head === undefined ? filed : [...filed, head] };
  return file.kind === 'export'
    ? verifyExport(file.content, options)
    : verifyTrail(file.events, { ...options, head: file.head });
};

const judge = ({ name, file }: Named, known: Known): Outcome => {
  switch (file.kind) {
    case 'export':
    case 'trail':
      return sayVerdict(name, judgeTrail(file, known));
    case 'unreadable':
      say({ id: `${name}: TIDAK TERBACA. ${file.explanation.id}`, en: `${name}: UNREADABLE. ${file.explanation.en}` });
      return 'unreadable';
    case 'receipt':
      return 'valid';
    default:
      return file satisfies never;
  }
};

const judgeReceipt = async (
  { name, jws }: { name: string; jws: string },
  keys: Keys,
): Promise<{ outcome: Outcome; receipt?: Receipt }> => {
  const read = await readReceipt(jws, keys);
  if (read.kind === 'broken') {
    say({ id: `${name}: RUSAK (edit). ${read.explanation.id}`, en: `${name}: BROKEN (edit). ${read.explanation.en}` });
    return { outcome: 'broken' };
  }
  if (read.kind === 'unknown-key') {
    say({ id: `${name}: TIDAK TERBACA. ${read.explanation.id}`, en: `${name}: UNREADABLE. ${read.explanation.en}` });
    return { outcome: 'unreadable' };
  }
  const { caseNumber, receivedAt, eventHash } = read.receipt;
  say({
    id: `${name}: SAH. Tanda terima perkara ${caseNumber}, diterima ${receivedAt}, peristiwa 1 ${eventHash}.`,
    en: `${name}: VALID. Receipt of case ${caseNumber}, received ${receivedAt}, event 1 ${eventHash}.`,
  });
  if (keys.origin === 'export') {
    say({
      id: `${name}: kunci diambil dari berkas ekspor; bandingkan dengan /.well-known/tertib-keys.json.`,
      en: `${name}: the keys come from the export; compare them with /.well-known/tertib-keys.json.`,
    });
  }
  return { outcome: 'valid', receipt: read.receipt };
};

const open = async (name: string): Promise<Named> => {
  try {
    return { name, file: readTrailFile(await readFile(name, 'utf8')) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { name, file: { kind: 'unreadable', explanation: { id: why, en: why } } };
  }
};

/** The time stamps in an export, by the roots that were given. */
const judgeStamps = async ({ name, file }: Named, judge: JudgeStamp): Promise<readonly Outcome[]> => {
  const verdict = file.kind === 'export' ? await verifyStamps(file.content, judge) : undefined;
  if (verdict === undefined) return [];
  for (const finding of verdict.findings) {
    const { id, en } = stampWords(finding);
    say({ id: `${name}: RUSAK (edit). ${id}`, en: `${name}: BROKEN (edit). ${en}` });
  }
  if (verdict.valid > 0) {
    const { id, en } = stampSummary(verdict);
    say({ id: `${name}: ${id}`, en: `${name}: ${en}` });
  }
  return verdict.findings.length > 0 ? ['broken'] : ['valid'];
};

/** @throws UnusableAnchors for a file that holds no root */
const judgeWith = async (path: string | undefined): Promise<JudgeStamp> =>
  judgeStampBy(path === undefined ? noAnchors : await readAnchors(path));

const exitCode = (outcomes: readonly Outcome[]): number => {
  if (outcomes.includes('broken')) return 1;
  return outcomes.includes('unreadable') ? 2 : 0;
};

const readArguments = () => {
  try {
    const { values, positionals } = parseArgs({
      options: { keys: { type: 'string' }, head: { type: 'string' }, tsa: { type: 'string' } },
      allowPositionals: true,
    });
    const head = values.head === undefined ? undefined : HEAD.exec(values.head);
    if (positionals.length === 0 || head === null) return undefined;
    return {
      names: positionals,
      keysFile: values.keys,
      rootsFile: values.tsa,
      head: head === undefined ? undefined : { seq: Number(head[1]), hash: String(head[2]) },
    };
  } catch {
    return undefined;
  }
};

const rootsOf = async (path: string | undefined): Promise<JudgeStamp | undefined> => {
  try {
    return await judgeWith(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    say({ id: `--tsa: ${why}`, en: `--tsa: ${why}` });
    return undefined;
  }
};

const main = async (): Promise<number> => {
  const given = readArguments();
  if (given === undefined) {
    say(USAGE);
    return 2;
  }
  const files = await Promise.all(given.names.map(open));
  const keys = await readKeys(
    given.keysFile,
    files.flatMap(({ file }) => (file.kind === 'export' ? [file.content.keys] : [])),
  );
  if ('explanation' in keys) {
    say(keys.explanation);
    return 2;
  }
  const judgeStamp = await rootsOf(given.rootsFile);
  if (judgeStamp === undefined) return 2;
  const outcomes: Outcome[] = [];
  const receipts: Receipt[] = [];
  for (const { name, file } of files) {
    if (file.kind !== 'receipt') continue;
    const judged = await judgeReceipt({ name, jws: file.jws }, keys);
    outcomes.push(judged.outcome);
    if (judged.receipt !== undefined) receipts.push(judged.receipt);
  }
  for (const named of files) outcomes.push(judge(named, { head: given.head, receipts }));
  for (const named of files) outcomes.push(...(await judgeStamps(named, judgeStamp)));
  return exitCode(outcomes);
};

process.exitCode = await main();
