import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { HttpCapture } from '../../../adapters/http-capture.ts';
import { captured, captureOf, closedPort, closeServers, NOW, serve, serveRaw, wordOf } from './http-capture.harness.ts';

const MIB = 1024 * 1024;

afterEach(closeServers);

describe('a captured page', () => {
  it('is what the server sent: status, header lines in order, bytes, address and time', async () => {
    const port = await serve((_, response) => {
      response.writeHead(200, [
        ['Content-Type', 'text/html; charset=utf-8'],
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
        ['Date', 'Mon, 23 Nov 2026 02:15:00 GMT'],
      ]);
      response.end('<p>Halo</p>');
    });
    const page = captured(await captureOf([port]).capture({ url: `http://contoh.test:${port}/a?b=c#d` }));
    expect(page).toMatchObject({
      finalUrl: `http://contoh.test:${port}/a?b=c`,
      status: 200,
      redirects: [],
      remoteAddress: '127.0.0.1',
      capturedAt: NOW,
      quality: 'COMPLETE',
    });
    expect(page.headers.slice(0, 4)).toEqual([
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
      ['Date', 'Mon, 23 Nov 2026 02:15:00 GMT'],
    ]);
    expect(Buffer.from(page.body).toString()).toBe('<p>Halo</p>');
    expect(page.decoded).toEqual(page.body);
  });

  it('was asked for openly: a named agent, no cookie even after one was set, no referrer, no compression', async () => {
    const seen: Record<string, unknown>[] = [];
    const port = await serve((request, response) => {
      seen.push(request.headers);
      if (request.url === '/') response.writeHead(302, { location: '/next', 'set-cookie': 'a=1' });
      response.end();
    });
    await captureOf([port]).capture({ url: `http://contoh.test:${port}/` });
    expect(seen).toHaveLength(2);
    for (const headers of seen) {
      expect(headers).toMatchObject({
        host: `contoh.test:${port}`,
        'user-agent': expect.stringMatching(/^TertibEvidenceCapture\//),
        'accept-encoding': 'identity',
      });
      expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['cookie']));
      expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['referer']));
    }
  });

  it('keeps compressed bytes as sent and gives the readable ones beside them', async () => {
    const sent = gzipSync('<p>padat</p>');
    const port = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(sent));
    const page = captured(await captureOf([port]).capture({ url: `http://contoh.test:${port}/` }));
    expect(Buffer.from(page.body).equals(sent)).toBe(true);
    expect(Buffer.from(page.decoded ?? []).toString()).toBe('<p>padat</p>');
  });

  it.each([
    ['broken', 'gzip', 'not gzip at all'],
    ['unknown', 'sdch', 'whatever'],
    ['nested too deep', 'gzip, gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(gzipSync('x'))))],
  ])('whose coding is %s is kept, and marked as not readable', async (_, coding, sent) => {
    const port = await serve((_, response) => response.writeHead(200, { 'content-encoding': coding }).end(sent));
    const page = captured(await captureOf([port]).capture({ url: `http://contoh.test:${port}/` }));
    expect(page).toMatchObject({ quality: 'UNDECODABLE', decoded: undefined });
    expect(page.body.byteLength).toBe(sent.length);
  });

  it.each([
    [404, 'NOT_FOUND'],
    [410, 'GONE'],
    [401, 'LOGIN_WALL'],
    [403, 'HTTP_ERROR'],
    [500, 'HTTP_ERROR'],
    [304, 'HTTP_ERROR'],
  ])('with status %d is stored with quality %s', async (status, quality) => {
    const port = await serve((_, response) => response.writeHead(status).end());
    const page = captured(await captureOf([port]).capture({ url: `http://contoh.test:${port}/` }));
    expect(page).toMatchObject({ status, quality });
  });

  it('that a redirect replaced with a sign-in page is a login wall', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/post/1') response.writeHead(302, { location: '/accounts/login/?next=/post/1' });
      response.end('<p>Masuk</p>');
    });
    const page = captured(await captureOf([port]).capture({ url: `http://contoh.test:${port}/post/1` }));
    expect(page.quality).toBe('LOGIN_WALL');
  });
});

describe('redirects', () => {
  /** Redirects `/n` to `/n-1` until `/0`. */
  const countdown = () =>
    serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(301, { location: `${left - 1}` });
      response.end('sampai');
    });

  it.each([301, 302, 303, 307, 308])('with status %d are followed', async (status) => {
    const port = await serve((request, response) => {
      if (request.url === '/') response.writeHead(status, { location: '/tujuan' });
      response.end();
    });
    const page = captured(await captureOf([port]).capture({ url: `http://contoh.test:${port}/` }));
    expect(page.redirects).toEqual([`http://contoh.test:${port}/tujuan`]);
    expect(page.finalUrl).toBe(`http://contoh.test:${port}/tujuan`);
  });

  it('are followed five times, and recorded', async () => {
    const port = await countdown();
    const page = captured(await captureOf([port]).capture({ url: `http://contoh.test:${port}/5` }));
    expect(page.redirects).toEqual([4, 3, 2, 1, 0].map((left) => `http://contoh.test:${port}/${left}`));
  });

  it('are not followed a sixth time', async () => {
    const port = await countdown();
    const result = await captureOf([port]).capture({ url: `http://contoh.test:${port}/6` });
    expect(result).toMatchObject({ outcome: 'failed', reason: { code: 'TOO_MANY_REDIRECTS' }, at: NOW });
    expect(result.redirects).toHaveLength(5);
  });

  it('may be written in raw UTF-8', async () => {
    const port = await serveRaw((socket) => {
      socket.once('data', (request) => {
        const there = request.includes('GET /%C3%A9 ');
        socket.end(
          there ? 'HTTP/1.1 200 OK\r\n\r\nok' : 'HTTP/1.1 302 Found\r\nLocation: /é\r\nContent-Length: 0\r\n\r\n',
        );
      });
    });
    const page = captured(await captureOf([port]).capture({ url: `http://contoh.test:${port}/` }));
    expect(page.finalUrl).toBe(`http://contoh.test:${port}/%C3%A9`);
  });

  it('do not wait for the body of a redirect', async () => {
    const port = await serve((request, response) => {
      if (request.url !== '/') return response.end('sampai');
      response.writeHead(302, { location: '/tujuan' });
      return response.write('an endless body');
    });
    const capture = captureOf([port], { limits: { budgetMs: 5000 } });
    expect(wordOf(await capture.capture({ url: `http://contoh.test:${port}/` }))).toBe('COMPLETE');
  });
});

describe('a body that is too large', () => {
  const limits = { maxBytes: MIB, budgetMs: 10_000 };
  const capture = (port: number) => captureOf([port], { limits }).capture({ url: `http://contoh.test:${port}/` });

  it('is refused by its declared length, before it is read', async () => {
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-length': String(MIB + 1) });
      response.write('never finished');
    });
    expect(wordOf(await capture(port))).toBe('TOO_LARGE');
  });

  it('is refused where it declares no length and never ends', async () => {
    const chunk = Buffer.alloc(64 * 1024);
    const port = await serve((_, response) => {
      const pump = () => {
        while (!response.destroyed && response.write(chunk)); // as fast as the reader takes it
      };
      response.on('drain', pump);
      pump();
    });
    expect(wordOf(await capture(port))).toBe('TOO_LARGE');
  });

  it('is refused by one byte, and kept without it', async () => {
    const port = await serve((request, response) => response.end(Buffer.alloc(request.url === '/' ? MIB + 1 : MIB)));
    expect(wordOf(await capture(port))).toBe('TOO_LARGE');
    const kept = await captureOf([port], { limits }).capture({ url: `http://contoh.test:${port}/fits` });
    expect(captured(kept).body.byteLength).toBe(MIB);
  });

  it.each([
    ['once', gzipSync(Buffer.alloc(64 * MIB)), 'gzip'],
    ['twice', gzipSync(gzipSync(Buffer.alloc(64 * MIB))), 'gzip, gzip'],
  ])('is refused where it is small and unfolds %s', async (_, bomb, coding) => {
    expect(bomb.byteLength).toBeLessThan(MIB);
    const port = await serve((_, response) => response.writeHead(200, { 'content-encoding': coding }).end(bomb));
    expect(wordOf(await capture(port))).toBe('TOO_LARGE');
  });
});

describe('a server that takes its time', () => {
  const limits = { budgetMs: 300 };

  it.each<[string, (socket: Socket) => void]>([
    ['never answers', () => undefined],
    ['never ends its headers', (socket) => drip(socket, 'HTTP/1.1 200 OK\r\nX: ')],
    ['never ends its body', (socket) => drip(socket, 'HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n')],
  ])('and %s is left when the time is up, however busy it looks', async (_, handler) => {
    const port = await serveRaw(handler);
    const result = await captureOf([port], { limits }).capture({ url: `http://contoh.test:${port}/` });
    expect(wordOf(result)).toBe('TIMEOUT');
  });

  it('shares one budget with its redirects', async () => {
    const port = await serve((_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/again' }).end(), 120);
    });
    const result = await captureOf([port], { limits }).capture({ url: `http://contoh.test:${port}/` });
    expect(wordOf(result)).toBe('TIMEOUT');
    expect(result.redirects.length).toBeLessThan(3);
  });

  it('is not waited for where its name is never resolved', async () => {
    const lookup = () => new Promise<never>(() => undefined);
    const capture = captureOf([80], { limits, lookup });
    expect(wordOf(await capture.capture({ url: 'http://contoh.test/' }))).toBe('TIMEOUT');
  });
});

/** Sends a beginning, and then a byte every few milliseconds for ever. */
function drip(socket: Socket, beginning: string): void {
  socket.write(beginning);
  const timer = setInterval(() => socket.write('a'), 20);
  socket.once('close', () => clearInterval(timer));
}

describe('an answer that is none', () => {
  it.each([
    ['is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'BAD_RESPONSE'],
    ['has headers without end', `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(64 * 1024)}\r\n\r\n`, 'BAD_RESPONSE'],
    ['breaks off before its declared end', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc', 'CONNECTION_FAILED'],
    ['breaks off inside a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab', 'CONNECTION_FAILED'],
    ['is empty', '', 'CONNECTION_FAILED'],
    [
      'changes the protocol',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n',
      'BAD_RESPONSE',
    ],
  ])('%s', async (_, answer, code) => {
    const port = await serveRaw((socket) => socket.once('data', () => socket.end(answer)));
    expect(wordOf(await captureOf([port]).capture({ url: `http://contoh.test:${port}/` }))).toBe(code);
  });

  it('comes from a port where nothing listens', async () => {
    const port = await closedPort();
    expect(wordOf(await captureOf([port]).capture({ url: `http://contoh.test:${port}/` }))).toBe('CONNECTION_FAILED');
  });

  it.each([
    [
      'is unknown',
      async () => Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })),
    ],
    ['has no address', async () => []],
  ])('comes from a name that %s', async (_, lookup) => {
    expect(wordOf(await captureOf([80], { lookup }).capture({ url: 'http://contoh.test/' }))).toBe('DNS_FAILURE');
  });

  it('is recorded with its time and a sentence in both languages', async () => {
    const result = await captureOf([80], { lookup: async () => [] }).capture({ url: 'http://contoh.test/' });
    expect(result).toEqual({
      outcome: 'failed',
      reason: { code: 'DNS_FAILURE', id: 'Nama situs tidak ditemukan.', en: 'The name of the site was not found.' },
      redirects: [],
      at: NOW,
    });
  });
});

describe('a bug', () => {
  it('is thrown, and not recorded as something the site did', async () => {
    const port = await serve((_, response) => response.end());
    const clock = {
      now: () => {
        throw new TypeError('no clock');
      },
    };
    const options = { clock, ports: [port], allowAddress: () => true, lookup: async () => [{ address: '127.0.0.1' }] };
    await expect(new HttpCapture(options).capture({ url: `http://contoh.test:${port}/` })).rejects.toThrow('no clock');
  });
});
