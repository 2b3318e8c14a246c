import { createServer } from 'node:http';
import { listenOn } from './listen-on.ts';

/** A port of this machine that nothing listens on just now. */
export const freePort = async (): Promise<number> => {
  const server = createServer();
  const port = await listenOn(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
};
