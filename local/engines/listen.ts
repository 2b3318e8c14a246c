import type { Server } from 'node:net';

/** Every engine stays on this machine: nothing listens on another address. */
export const LOOPBACK = '127.0.0.1';

/** Listens on loopback. @param port 0 takes any free one. @returns the port */
export const listen = (server: Server, port = 0): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'));
      else resolve(address.port);
    });
  });
