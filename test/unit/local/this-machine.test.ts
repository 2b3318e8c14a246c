import { createServer, request, type Server } from 'node:http';
import { listen } from '../../../local/engines/listen.ts';
import { onlyByOwnName } from '../../../local/this-machine.ts';

let server: Server;
let port: number;
let served: number;
beforeAll(async () => {
  server = createServer(
    onlyByOwnName((_request, response) => {
      served += 1;
      response.end('rahasia');
    }),
  );
  port = await listen(server, 0);
});
beforeEach(() => {
  served = 0;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const ask = (host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path: '/oidc/auth', agent: false, headers: { host } },
      (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode));
      },
    );
    asked.on('error', reject).end();
  });

describe('the one machine', () => {
  it.each([['127.0.0.1:4180'], ['localhost'], ['LOCALHOST:1'], ['[::1]:4180']])(
    'answers who asks for %s',
    async (host) => {
      expect([await ask(host), served]).toEqual([200, 1]);
    },
  );

  it.each([
    ['jahat.test:4180'],
    ['127.0.0.1.jahat.test'],
    ['localhost.jahat.test'],
    ['jahat.test@127.0.0.1'],
    ['127.0.0.1:4180:1'],
    ['10.0.0.5'],
  ])('shows nothing to a page that had the name %j lead here', async (host) => {
    expect([await ask(host), served]).toEqual([421, 0]);
  });
});
