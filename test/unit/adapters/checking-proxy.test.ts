import { request } from 'node:http';
import { connect } from 'node:net';
import { CheckingProxy, type ProxyRules, type Refusal } from '../../../adapters/browser-capture/checking-proxy.ts';
import { closedPort, closeServers, serve, serveRaw } from './http-capture.harness.ts';

const proxies: CheckingProxy[] = [];
afterEach(async () => {
  closeServers();
  await Promise.all(proxies.splice(0).map((proxy) => proxy.close()));
});

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'umum.test': ['127.0.0.1'],
  'dalam.test': ['10.0.0.5'],
  'meta.test': ['169.254.169.254'],
  'campur.test': ['127.0.0.1', '10.0.0.5'],
};

/** A proxy for which one port of loopback stands for the public web. */
const proxyFor = async (port: number, over: Partial<ProxyRules> = {}) => {
  let limits = 0;
  const proxy = await CheckingProxy.start({
    lookup: async (name) => {
      const known = NAMES[name];
      if (known === undefined) throw new Error('ENOTFOUND');
      return known.map((address) => ({ address }));
    },
    allowAddress: (ip, asked) => ip === '127.0.0.1' && asked === port,
    ports: [port, 80, 443],
    maxBytes: 100_000,
    maxRequests: 20,
    onLimit: () => {
      limits += 1;
    },
    ...over,
  });
  proxies.push(proxy);
  return { proxy, limits: () => limits };
};

/** The status and text that a plain request through the proxy gets; undefined where the connection is cut. */
const plain = (proxy: CheckingProxy, url: string, headers = {}) =>
  new Promise<{ status: number | undefined; text: string } | undefined>((resolve) => {
    const { hostname, port } = new URL(proxy.url);
    const asking = request(
      { host: hostname, port, path: url, headers: { host: 'x', ...headers }, agent: false },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('error', () => resolve(undefined));
        answer.on('end', () => resolve({ status: answer.statusCode, text: Buffer.concat(parts).toString() }));
      },
    );
    asking.on('error', () => resolve(undefined));
    asking.end();
  });

/** What is answered to CONNECT and to one line sent through it. */
const tunnelled = (proxy: CheckingProxy, target: string, line = '') =>
  new Promise<string>((resolve) => {
    const { hostname, port } = new URL(proxy.url);
    let text = '';
    const socket = connect(Number(port), hostname, () =>
      socket.write(`CONNECT ${target} HTTP/1.1\r\nhost: ${target}\r\n\r\n`),
    );
    socket.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes('200 Connection') && line !== '' && !text.includes('gema')) socket.write(line);
      else if (text.includes('gema')) socket.destroy();
    });
    socket.on('error', () => undefined); // told by its end
    socket.on('close', () => resolve(text));
  });

const codes = ({ refusals }: CheckingProxy): Refusal['code'][] => refusals.map(({ code }) => code);

describe('the proxy that a browser has as its only way out', () => {
  it('passes a plain request on, without what is for one connection only, and counts it', async () => {
    let seen: unknown;
    const port = await serve((asked, answer) => {
      seen = asked.headers;
      answer.setHeader('keep-alive', 'timeout=5').end('isi');
    });
    const { proxy } = await proxyFor(port);
    const url = `http://umum.test:${port}/a?b`;
    expect(
      await plain(proxy, url, { 'proxy-connection': 'keep-alive', 'x-a': '1', connection: 'x-b', 'x-b': '2' }),
    ).toEqual({
      status: 200,
      text: 'isi',
    });
    expect(seen).toMatchObject({ 'x-a': '1' });
    expect(Object.keys(seen ?? {})).not.toEqual(expect.arrayContaining(['proxy-connection']));
    expect(Object.keys(seen ?? {})).not.toEqual(expect.arrayContaining(['x-b']));
    expect(proxy.addressOf(url)).toBe('127.0.0.1');
    expect(proxy.traffic).toEqual({ requests: 1, bytes: 3, refused: 0 });
  });

  it('joins both sides of a tunnel', async () => {
    const port = await serveRaw((socket) => socket.on('data', (chunk) => socket.write(`gema ${chunk}`)));
    const { proxy } = await proxyFor(port);
    expect(await tunnelled(proxy, `umum.test:${port}`, 'halo')).toContain('gema halo');
    expect(proxy.traffic).toMatchObject({ requests: 1, bytes: 13, refused: 0 });
  });

  it.each([
    ['a private name', 'dalam.test', 'REFUSED_ADDRESS'],
    ['a name of the metadata address', 'meta.test', 'REFUSED_ADDRESS'],
    ['a name that is public and private at once', 'campur.test', 'REFUSED_ADDRESS'],
    ['loopback', '127.0.0.1', 'REFUSED_ADDRESS'],
    ['loopback in another notation', '0x7f.1', 'REFUSED_ADDRESS'],
    ['loopback by IPv6', '[::1]', 'REFUSED_ADDRESS'],
    ['IPv4 within IPv6', '[::ffff:127.0.0.1]', 'REFUSED_ADDRESS'],
    ['the metadata address', '169.254.169.254', 'REFUSED_ADDRESS'],
    ['a name that is not there', 'tidak-ada.test', 'DNS_FAILURE'],
  ])('refuses %s, by CONNECT and by plain request', async (_what, host, code) => {
    const port = await serve((_asked, answer) => answer.end('di dalam'));
    const { proxy } = await proxyFor(port);
    expect(await tunnelled(proxy, `${host}:443`)).toMatch(/^HTTP\/1.1 403/);
    expect(await plain(proxy, `http://${host}/`)).toBeUndefined();
    expect(codes(proxy)).toEqual([code, code]);
  });

  it.each([22, 25, 3306, 6379, 8080])('refuses port %i, whose ever it is', async (port) => {
    const { proxy } = await proxyFor(1);
    expect(await tunnelled(proxy, `umum.test:${port}`)).toMatch(/^HTTP\/1.1 403/);
    expect(codes(proxy)).toEqual(['REFUSED_URL']);
  });

  it.each(['', '/', 'https://umum.test/', 'ftp://umum.test/', 'http://', 'http://a:b@umum.test/', '*'])(
    'has no answer of its own to %s',
    async (path) => {
      const { proxy } = await proxyFor(1);
      expect(await plain(proxy, path)).toBeUndefined();
    },
  );

  it('asks again at every request: a name that moves inside is refused then', async () => {
    const port = await serve((_asked, answer) => answer.end('isi'));
    const answers = [['127.0.0.1'], ['10.0.0.5']];
    const { proxy } = await proxyFor(port, {
      lookup: async () => (answers.shift() ?? []).map((address) => ({ address })),
    });
    const url = `http://umum.test:${port}/`;
    expect([(await plain(proxy, url))?.text, await plain(proxy, url)]).toEqual(['isi', undefined]);
  });

  it('lets nothing pass any more once a page had its bytes, and says so once', async () => {
    const port = await serve((_asked, answer) => answer.end('x'.repeat(60_000)));
    const { proxy, limits } = await proxyFor(port);
    const url = `http://umum.test:${port}/`;
    expect((await plain(proxy, url))?.text).toHaveLength(60_000);
    await plain(proxy, url);
    await plain(proxy, url);
    expect(limits()).toBe(1);
    expect(proxy.isShut).toBe(true);
    expect(codes(proxy)).toContain('LIMIT');
  });

  it('lets nothing pass any more once a page asked too often', async () => {
    const port = await serve((_asked, answer) => answer.end('isi'));
    const { proxy, limits } = await proxyFor(port, { maxRequests: 2 });
    const url = `http://umum.test:${port}/`;
    expect([await plain(proxy, url), await plain(proxy, url), await plain(proxy, url)].map((one) => one?.text)).toEqual(
      ['isi', 'isi', undefined],
    );
    expect(limits()).toBe(1);
  });

  it('says what could not be reached', async () => {
    const port = await closedPort();
    const { proxy } = await proxyFor(port);
    await tunnelled(proxy, `umum.test:${port}`);
    await plain(proxy, `http://umum.test:${port}/`);
    expect(codes(proxy)).toEqual(['CONNECTION_FAILED', 'CONNECTION_FAILED']);
  });

  it('survives what is no HTTP on either side', async () => {
    const port = await serveRaw((socket) => socket.end('bukan http'));
    const { proxy } = await proxyFor(port);
    expect(await plain(proxy, `http://umum.test:${port}/`)).toBeUndefined();
    const { hostname, port: own } = new URL(proxy.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(own), hostname, () => socket.write('\x16\x03\x01 bukan http\r\n\r\n'));
      socket.on('error', () => undefined); // told by its end
      socket.on('close', () => resolve());
    });
    expect(await plain(proxy, `http://umum.test:${port}/`)).toBeUndefined();
  });
});
