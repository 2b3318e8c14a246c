import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { types } from 'node:util';
import type { Instant } from '../../core/time.ts';
import { LOOPBACK, listen } from './listen.ts';
import { type Inbox, openMailStore } from './mail-store.ts';
import { BadMailRequest, type OutgoingMail, parseSendRequest } from './ses-request.ts';

export interface MailEngine {
  /** Base address for the SES v2 client; region and credentials are free. */
  readonly endpoint: string;
  readonly inbox: Inbox;
  close(): Promise<void>;
}

export interface MailEngineOptions {
  readonly folder: string;
  readonly now: () => Instant;
  readonly port?: number;
  /** Called before a mail is kept and after; what it throws, the sender sees as an outage (HTTP 500). */
  readonly onSend?: (phase: 'before' | 'after', mail: OutgoingMail) => void | Promise<void>;
}

const SEND_PATH = '/v2/email/outbound-emails';
const MAX_BYTES = 40 * 1024 * 1024;

/**
 * Mail out on this machine: the part of the SES v2 API that sends one mail, keeping each as a file for the inbox page.
 * A mail with an `X-Tertib-Mail-Id` that was already kept gets the first one's message id and is not kept again.
 */
export const startMail = async ({ folder, now, port = 0, onSend }: MailEngineOptions): Promise<MailEngine> => {
  const store = await openMailStore({ folder, now });
  const send = async (body: Buffer): Promise<{ MessageId: string }> => {
    const mail = await parseSendRequest(body.toString('utf8'));
    await onSend?.('before', mail);
    const id = await store.keep(mail);
    await onSend?.('after', mail);
    return { MessageId: id };
  };
  const server = createServer((request, response) => {
    route(request, send).then(
      (sent) => answer(response, 200, sent),
      (error: unknown) => answerError(response, error),
    );
  });
  const taken = await listen(server, port);
  return {
    endpoint: `http://${LOOPBACK}:${taken}`,
    inbox: store.inbox,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      }),
  };
};

const route = async (
  request: IncomingMessage,
  send: (body: Buffer) => Promise<{ MessageId: string }>,
): Promise<unknown> => {
  if (request.method !== 'POST' || request.url !== SEND_PATH) {
    throw new BadMailRequest(`this engine knows POST ${SEND_PATH} only`);
  }
  return send(await readBody(request));
};

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > MAX_BYTES) throw new BadMailRequest('a mail may have 40 MB');
  }
  return Buffer.concat(chunks);
};

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

/** The error shapes the SES v2 client reads: its type in a header, its text in the body. */
const answerError = (response: ServerResponse, error: unknown): void => {
  const bad = error instanceof BadMailRequest;
  response.setHeader('x-amzn-errortype', bad ? 'BadRequestException' : 'InternalServiceErrorException');
  answer(response, bad ? 400 : 500, { message: types.isNativeError(error) ? error.message : 'unknown error' });
};
