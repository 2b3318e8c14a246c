import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import * as z from 'zod';
import { type Instant, instantSchema } from '../../core/time.ts';
import { openFolder, writeDurably } from './durable-file.ts';
import type { OutgoingMail } from './ses-request.ts';
import { takeTurns } from './turns.ts';

/** One row of `/dev/inbox.json`. `to` joins several recipients with a comma; header names are lower-case. */
export interface InboxRow {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly receivedAt: Instant;
}

export interface Inbox {
  /** Every mail, newest first. */
  list(): readonly InboxRow[];
  /** The message as it was sent, or undefined when there is no such mail. */
  raw(id: string): Promise<Uint8Array | undefined>;
}

export interface MailStore {
  readonly inbox: Inbox;
  /** @returns the message id; of the first mail when this mail id was kept before */
  keep(mail: OutgoingMail): Promise<string>;
}

const fileSchema = z.object({
  id: z.string(),
  /** Counts the mails: orders those of one millisecond. */
  number: z.int().positive(),
  receivedAt: instantSchema,
  from: z.string(),
  to: z.array(z.string()),
  raw: z.base64(),
});
type MailFile = z.infer<typeof fileSchema>;

interface Kept {
  readonly row: InboxRow;
  readonly number: number;
}

/** Mails as files, one each, named for their id. */
export const openMailStore = async ({ folder, now }: { folder: string; now: () => Instant }): Promise<MailStore> => {
  const kept = await load(folder);
  const turns = takeTurns();
  let count = Math.max(0, ...[...kept.values()].map(({ number }) => number));

  const keepOnce = async (id: string, mail: OutgoingMail): Promise<string> => {
    if (kept.has(id)) return id;
    count += 1;
    const file: MailFile = {
      id,
      number: count,
      receivedAt: now(),
      from: mail.from,
      to: [...mail.to],
      raw: Buffer.from(mail.raw).toString('base64'),
    };
    const row = await rowOf(file);
    await writeDurably(fileOf(folder, id), JSON.stringify(file));
    kept.set(id, { row, number: file.number });
    return id;
  };

  return {
    keep: (mail) => {
      const id = messageIdOf(mail);
      return turns(id, () => keepOnce(id, mail));
    },
    inbox: {
      list: () => [...kept.values()].sort((a, b) => b.number - a.number).map(({ row }) => row),
      raw: async (id) => (kept.has(id) ? rawOf(await readMailFile(fileOf(folder, id))) : undefined),
    },
  };
};

const load = async (folder: string): Promise<Map<string, Kept>> => {
  const names = await openFolder(folder, '.json');
  const read = async (name: string): Promise<Kept> => {
    const file = await readMailFile(join(folder, name));
    return { row: await rowOf(file), number: file.number };
  };
  const mails = await Promise.all(names.map(read));
  return new Map(mails.map((mail) => [mail.row.id, mail]));
};

const readMailFile = async (path: string): Promise<MailFile> =>
  fileSchema.parse(JSON.parse(await readFile(path, 'utf8')));

const rawOf = (file: MailFile): Uint8Array => Buffer.from(file.raw, 'base64');

const rowOf = async (file: MailFile): Promise<InboxRow> => {
  const parsed = await PostalMime.parse(rawOf(file));
  return {
    id: file.id,
    to: file.to.join(', '),
    from: file.from,
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html ?? '',
    headers: Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value])),
    receivedAt: file.receivedAt,
  };
};

/** The same mail id gives the same message id, so one file name stands for one mail. */
const messageIdOf = ({ mailId }: OutgoingMail): string =>
  mailId === undefined ? randomUUID() : createHash('sha256').update(mailId).digest('hex').slice(0, 32);

const fileOf = (folder: string, id: string): string => join(folder, `${id}.json`);
