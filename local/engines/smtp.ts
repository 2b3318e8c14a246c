import { once } from 'node:events';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { listen } from './listen.ts';

export interface IncomingMail {
  /** The bytes as they came. */
  readonly raw: Uint8Array;
  readonly envelope: {
    readonly from: string;
    readonly to: readonly string[];
    readonly remoteAddress: string;
    readonly helo: string;
  };
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

/**
 * The door for reports by mail: takes mail for `lapor@<agencyId>.tertib.test` and for the address of a case, relays nothing, asks for no
 * password.
 *
 * @param isOurs whether an address is one of an agency that is known here
 * @param onMail keeps the mail; the sender hears yes only after it resolves.
 * @param onError hears what the sender is only told as a temporary failure, and broken connections
 */
export const startSmtp = async ({
  port = 0,
  isOurs,
  onMail,
  onError = () => {},
}: {
  port?: number;
  isOurs: (address: string) => Promise<boolean>;
  onMail: (mail: IncomingMail) => Promise<MailVerdict>;
  onError?: (error: unknown) => void;
}): Promise<SmtpEngine> => {
  const smtp = new SMTPServer({
    name: 'tertib.test',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAX_BYTES,
    closeTimeout: CLOSE_MS,
    onRcptTo: ({ address }, _session, answer) => {
      isOurs(address).then(
        (known) => answer(known ? null : problem(UNKNOWN_ADDRESS)),
        (error: unknown) => {
          onError(error);
          answer(problem(TRY_AGAIN));
        },
      );
    },
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

const UNKNOWN_ADDRESS = { code: 550, text: 'Alamat tidak dikenal, tidak ada penerusan / Unknown address, no relaying' };
const TRY_AGAIN = { code: 451, text: 'Gangguan sementara, coba lagi / Temporary failure, please try again' };
const TOO_LARGE = {
  accepted: false,
  code: 552,
  text: 'Surel lebih dari 30 MB: laporkan lewat formulir / The message is larger than 30 MB: please use the form',
} as const;

interface ArrivingMail {
  readonly stream: SMTPServerDataStream;
  readonly session: SMTPServerSession;
  readonly onMail: (mail: IncomingMail) => Promise<MailVerdict>;
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
  return onMail({ raw: Buffer.concat(chunks), envelope: envelopeOf(session) });
};

const envelopeOf = ({ envelope, remoteAddress, hostNameAppearsAs }: SMTPServerSession): IncomingMail['envelope'] => ({
  from: isAddress(envelope.mailFrom) ? envelope.mailFrom.address : '',
  to: envelope.rcptTo.map(({ address }) => address),
  remoteAddress,
  // Before a greeting it is false, whatever its type says.
  helo: typeof hostNameAppearsAs === 'string' ? hostNameAppearsAs : '',
});

const isAddress = (sender: SMTPServerAddress | false): sender is SMTPServerAddress => sender !== false;

const problem = ({ code, text }: { code: number; text: string }): Error =>
  Object.assign(new Error(text), { responseCode: code });
