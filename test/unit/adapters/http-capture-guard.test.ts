import tls from 'node:tls';
import { HttpCapture } from '../../../adapters/http-capture.ts';
import { selfSigned } from '../../support/self-signed.ts';
import { captured, captureOf, closeServers, NOW, serve, serveTls, wordOf } from './http-capture.harness.ts';

afterEach(closeServers);

/** A lookup that gives each call its own answer, and counts. */
function answering(...answers: readonly (readonly string[])[]) {
  const calls: string[] = [];
  const lookup = async (hostname: string) => {
    calls.push(hostname);
    return (answers[calls.length - 1] ?? []).map((address) => ({ address }));
  };
  return { calls, lookup };
}

/** A server on an address that is not permitted: it must never hear of a capture. */
async function forbiddenServer() {
  let hits = 0;
  const port = await serve((_, response) => {
    hits += 1;
    response.end('secret');
  });
  return { port, hits: () => hits };
}

describe('a URL that is not for capture', () => {
  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'gopher://contoh.test/_x',
    'ftp://contoh.test/',
    'data:text/html,x',
    'ws://contoh.test/',
    'http://user:pass@contoh.test/',
    'http://user@contoh.test/',
    'http://contoh.test:22/',
    'https://contoh.test:8443/',
    'http://contoh.test:0/',
    'http://conto\nh.test/',
    'http://contoh.test/\u202etxt',
    'http:///',
    'contoh.test',
    '//contoh.test/',
    '',
    `http://contoh.test/${'a'.repeat(2048)}`,
  ])('is refused before its name is resolved: %j', async (url) => {
    const { calls, lookup } = answering(['93.184.216.34']);
    const result = await new HttpCapture({ clock: { now: () => NOW }, lookup }).capture({ url });
    expect(wordOf(result)).toBe('REFUSED_URL');
    expect(calls).toEqual([]);
  });
});

describe('a host that is a forbidden address', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://127.0.0.1./',
    'http://１２７.0.0.1/',
    'http://0/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:169.254.169.254]/',
    'http://[fd00:ec2::254]/',
    'http://[64:ff9b::a9fe:a9fe]/',
  ])('is refused in whatever notation: %s', async (url) => {
    const { calls, lookup } = answering(['93.184.216.34']);
    const result = await new HttpCapture({ clock: { now: () => NOW }, lookup }).capture({ url });
    expect(wordOf(result)).toBe('REFUSED_ADDRESS');
    expect(calls).toEqual([]);
  });
});

describe('a name that leads inside', () => {
  it('is refused by default even for this machine itself', async () => {
    const { port, hits } = await forbiddenServer();
    const result = await new HttpCapture({ clock: { now: () => NOW }, ports: [port] }).capture({
      url: `http://localhost:${port}/`,
    });
    expect(wordOf(result)).toBe('REFUSED_ADDRESS');
    expect(hits()).toBe(0);
  });

  it.each([
    ['a private address', ['10.0.0.5']],
    ['the metadata service', ['169.254.169.254']],
    ['an IPv6 loopback', ['::1']],
    ['an IPv4-mapped loopback', ['::ffff:127.0.0.1']],
    ['a link-local address with a zone', ['fe80::1%eth0']],
    ['a private address after a public one', ['127.0.0.1', '192.168.1.1']],
    ['a private address before a public one', ['fd12::1', '127.0.0.1']],
    ['something that is no address', ['contoh.test']],
  ])('through %s is refused, and nothing is asked', async (_, addresses) => {
    const { port, hits } = await forbiddenServer();
    const { lookup } = answering(addresses);
    expect(wordOf(await captureOf([port], { lookup }).capture({ url: `http://contoh.test:${port}/` }))).toBe(
      'REFUSED_ADDRESS',
    );
    expect(hits()).toBe(0);
  });

  it('only when it is asked again is never asked again: the connection goes to the address that was judged', async () => {
    const port = await serve((_, response) => response.end('public'));
    const { calls, lookup } = answering(['127.0.0.1'], ['10.255.255.1']);
    const page = captured(await captureOf([port], { lookup }).capture({ url: `http://rebind.test:${port}/` }));
    expect(Buffer.from(page.body).toString()).toBe('public');
    expect(page.remoteAddress).toBe('127.0.0.1');
    expect(calls).toEqual(['rebind.test']);
  });

  it('after a redirect to itself is judged again, and refused', async () => {
    const port = await serve((_, response) => response.writeHead(302, { location: '/again' }).end());
    const { calls, lookup } = answering(['127.0.0.1'], ['10.255.255.1']);
    const result = await captureOf([port], { lookup }).capture({ url: `http://rebind.test:${port}/` });
    expect(wordOf(result)).toBe('REFUSED_ADDRESS');
    expect(calls).toEqual(['rebind.test', 'rebind.test']);
  });
});

describe('a permission for one address', () => {
  it('covers the port it names and no other', async () => {
    const demo = await serve((_, response) => response.end('demo'));
    const { port: other, hits } = await forbiddenServer();
    const capture = captureOf([demo, other], { allowAddress: (ip, port) => ip === '127.0.0.1' && port === demo });
    expect(wordOf(await capture.capture({ url: `http://127.0.0.1:${demo}/` }))).toBe('COMPLETE');
    expect(wordOf(await capture.capture({ url: `http://127.0.0.1:${other}/` }))).toBe('REFUSED_ADDRESS');
    expect(wordOf(await capture.capture({ url: `http://contoh.test:${other}/` }))).toBe('REFUSED_ADDRESS');
    expect(hits()).toBe(0);
  });
});

describe('a redirect', () => {
  it.each([
    ['http://127.0.0.2/', 'REFUSED_ADDRESS'],
    ['http://169.254.169.254/latest/meta-data/', 'REFUSED_ADDRESS'],
    ['http://[::1]/', 'REFUSED_ADDRESS'],
    ['//10.0.0.1/', 'REFUSED_ADDRESS'],
    ['http://0x0a000001/', 'REFUSED_ADDRESS'],
    ['file:///etc/passwd', 'REFUSED_URL'],
    ['javascript:alert(1)', 'REFUSED_URL'],
    ['http://contoh.test:22/', 'REFUSED_URL'],
    ['http://user:pass@contoh.test/', 'REFUSED_URL'],
    ['http://[', 'REFUSED_URL'],
  ])('to %s ends the capture: %s', async (location, code) => {
    const port = await serve((_, response) => response.writeHead(302, { location }).end());
    const result = await captureOf([port, 80]).capture({ url: `http://contoh.test:${port}/` });
    expect(wordOf(result)).toBe(code);
    expect(result.redirects).toEqual([]);
  });
});

describe('a secure connection', () => {
  const now = Date.now(); // certificates are judged by the system's clock
  const certificate = selfSigned('contoh.test', now);
  const trustedBefore = tls.getCACertificates('default');
  const trust = () => tls.setDefaultCACertificates([...trustedBefore, certificate.cert]);
  afterEach(() => tls.setDefaultCACertificates(trustedBefore));

  const capture = (port: number, host: string) => captureOf([port]).capture({ url: `https://${host}:${port}/` });

  it('to a server whose certificate is trusted and names the host is used', async () => {
    trust();
    const port = await serveTls(certificate, (_, response) => response.end('aman'));
    expect(wordOf(await capture(port, 'contoh.test'))).toBe('COMPLETE');
  });

  it('to a server that vouches for itself is refused, also where the environment says not to look', async () => {
    const port = await serveTls(certificate, (_, response) => response.end('palsu'));
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      expect(wordOf(await capture(port, 'contoh.test'))).toBe('TLS_FAILURE');
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
  });

  it('to a server whose certificate names another host is refused', async () => {
    trust();
    const port = await serveTls(certificate, (_, response) => response.end('lain'));
    expect(wordOf(await capture(port, 'lain.test'))).toBe('TLS_FAILURE');
  });

  it('to a server that speaks plain HTTP is refused', async () => {
    const port = await serve((_, response) => response.end('polos'));
    expect(wordOf(await capture(port, 'contoh.test'))).toBe('TLS_FAILURE');
  });
});
