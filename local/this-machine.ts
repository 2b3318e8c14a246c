import type { IncomingMessage, ServerResponse } from 'node:http';

export type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/** Whether a `Host` header names this machine itself. */
export const isThisMachine = (host: string | null | undefined): boolean => LOOPBACK_HOST.test(host ?? '');

/**
 * Answers only what was asked by a name of this machine. A page of another site can have its own name lead here (DNS rebinding) and is
 * then, to the browser, the same site; the issuer of this machine asks for no password.
 */
export const onlyByOwnName =
  (listener: Listener): Listener =>
  (request, response) =>
    isThisMachine(request.headers.host)
      ? listener(request, response)
      : response.writeHead(421, { 'Content-Type': 'text/plain' }).end('ask by the address that npm start printed\n');
