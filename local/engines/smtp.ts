import { once } from 'node:events';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { listen } from './listen.ts';

export interface IncomingMail {
  /** The bytes as they came. */
  readonly raw: Uint8Array;
  readonly envelope: { readonly from: string; readonly to: readonly string[]; readonly agencyIds: readonly string[] };
}

export type MailVerdict =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly code: number; readonly text: string };

export interface SmtpEngine {
  readonly port: number;
  close(): Promise<void>;
}

const MAX_BYTES = 30 * 1024 * 1024;
const CLOSE_MS = 1000;
const REPORT_ADDRESS = /^lapor@([a-z][a-z0-9]{1,15})\.tertib\.test$/;

/**
 * The door for reports by mail: takes mail for `lapor@<agencyId>.tertib.test`, relays nothing, asks for no password.
 *
 * @param onMail keeps the mail; the sender hears yes only after it resolves. Without it every mail is refused, politely.
 * @param onError hears what the sender is only told as a temporary failure, and broken connections
 */
export const startSmtp = async ({
  port = 0,
  onMail,
  onError = () => {},
}: {
  port?: number;
  onMail?: (mail: IncomingMail) => Promise<MailVerdict>;
  onError?: (error: unknown) => void;
}): Promise<SmtpEngine> => {
  const smtp = new SMTPServer({
    name: 'tertib.test',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAX_BYTES,
    closeTimeout: CLOSE_MS,
    onRcptTo: ({ address }, _session, answer) => answer(refusalOfRecipient(address, onMail !== undefined)),
    onData: (stream, session, answer) => {
      takeMail({ stream, session, onMail }).then(
        (verdict) => answer(verdict.accepted ? null : problem(verdict)),
        (error: unknown) => {
          onError(error);
          answer(problem(TRY_AGAIN));
        },
      );
    },
  });
  smtp.on('error', onError);
  const taken = await listen(smtp.server, port);
  return { port: taken, close: () => new Promise((resolve) => smtp.close(() => resolve())) };
};

const CLOSED = {
  accepted: false,
  code: 550,
  text: 'Laporan lewat surel belum diterima, gunakan formulir / Reports by mail are not taken yet, please use the form',
} as const;
const UNKNOWN_ADDRESS = { code: 550, text: 'Alamat tidak dikenal, tidak ada penerusan / Unknown address, no relaying' };
const TRY_AGAIN = { code: 451, text: 'Gangguan sementara, coba lagi / Temporary failure, please try again' };
const TOO_LARGE = {
  accepted: false,
  code: 552,
  text: 'Surel lebih dari 30 MB / The message is larger than 30 MB',
} as const;

const refusalOfRecipient = (address: string, open: boolean): Error | null => {
  if (agencyOf(address) === undefined) return problem(UNKNOWN_ADDRESS);
  return open ? null : problem(CLOSED);
};

interface ArrivingMail {
  readonly stream: SMTPServerDataStream;
  readonly session: SMTPServerSession;
  readonly onMail: ((mail: IncomingMail) => Promise<MailVerdict>) | undefined;
}

const takeMail = async ({ stream, session, onMail }: ArrivingMail): Promise<MailVerdict> => {
  const chunks: Buffer[] = [];
  let held = 0;
  stream.on('data', (chunk: Buffer) => {
    held += chunk.length;
    if (held <= MAX_BYTES) chunks.push(chunk);
  });
  await once(stream, 'end');
  if (stream.sizeExceeded) return TOO_LARGE;
  return onMail?.({ raw: Buffer.concat(chunks), envelope: envelopeOf(session) }) ?? CLOSED;
};

const envelopeOf = ({ envelope }: SMTPServerSession): IncomingMail['envelope'] => {
  const to = envelope.rcptTo.map(({ address }) => address);
  return {
    from: isAddress(envelope.mailFrom) ? envelope.mailFrom.address : '',
    to,
    agencyIds: [...new Set(to.flatMap((address) => agencyOf(address) ?? []))],
  };
};

const isAddress = (sender: SMTPServerAddress | false): sender is SMTPServerAddress => sender !== false;

const agencyOf = (address: string): string | undefined => REPORT_ADDRESS.exec(address.toLowerCase())?.[1];

const problem = ({ code, text }: { code: number; text: string }): Error =>
  Object.assign(new Error(text), { responseCode: code });
