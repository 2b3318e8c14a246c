import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** `lost` breaks the connection without an answer. */
export type Answer =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body: unknown }
  | 'lost';

export interface TestServer {
  readonly endpoint: string;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
}

const read = async (request: IncomingMessage): Promise<SeenRequest> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { method = '', url = '', headers } = request;
  return { method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') };
};

/** A real HTTP server on loopback that answers JSON, or bytes as they are, and remembers what it was asked. */
export const serve = async (answer: (request: SeenRequest) => Promise<Answer> | Answer): Promise<TestServer> => {
  const seen: SeenRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const request = await read(incoming);
    seen.push(request);
    const given = await answer(request);
    if (given === 'lost') {
      incoming.socket.destroy();
      return;
    }
    const body = Buffer.isBuffer(given.body) ? given.body : JSON.stringify(given.body);
    outgoing.writeHead(given.status, { 'content-type': 'application/json', ...given.headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    seen,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
