import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import * as z from 'zod';

export interface ReadMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Everyone's mail, each taken once. */
export interface Mailboxes {
  /** Waits for a mail that nobody took yet, and takes it. @throws Error after half a minute */
  take(what: string, wanted: (mail: ReadMail) => boolean): Promise<ReadMail>;
}

const LOOK_MS = 10;
const PATIENCE_MS = 30_000;

const fileSchema = z.object({ id: z.string(), to: z.array(z.string()), raw: z.base64() });

const readMail = async (path: string): Promise<ReadMail> => {
  const { id, to, raw } = fileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  const { subject = '', text = '' } = await PostalMime.parse(Buffer.from(raw, 'base64'));
  return { id, to: to.join(', '), subject, text };
};

/**
 * Reads the mails of a local system from its folder, so that looking into the inbox costs the measured process nothing.
 * @param folder the data folder of the system
 */
export const mailboxesIn = (folder: string): Mailboxes => {
  const mails = join(folder, 'mail');
  const known = new Set<string>();
  const waiting = new Map<string, ReadMail>();

  const look = async (): Promise<void> => {
    const fresh = (await readdir(mails)).filter((name) => name.endsWith('.json') && !known.has(name));
    for (const name of fresh) known.add(name);
    for (const mail of await Promise.all(fresh.map((name) => readMail(join(mails, name))))) waiting.set(mail.id, mail);
  };

  return {
    take: async (what, wanted) => {
      const until = performance.now() + PATIENCE_MS;
      while (performance.now() < until) {
        const mail = [...waiting.values()].find(wanted);
        if (mail !== undefined) {
          waiting.delete(mail.id);
          return mail;
        }
        await pause(LOOK_MS);
        await look();
      }
      throw new Error(`no mail came: ${what}`);
    },
  };
};
