import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { clamd } from '../../../adapters/clamav/clamd.ts';
import { clamscan } from '../../../adapters/clamav/clamscan.ts';
import { findClamAv, type Machine } from '../../../adapters/clamav/find-clamav.ts';
import { judgedBy } from '../../../adapters/clamav-scanner.ts';

describe('what ClamAV says', () => {
  it.each([
    ['stream: OK', { verdict: 'CLEAN' }],
    ['stdin: Empty file', { verdict: 'CLEAN' }],
    ['stream: Win.Test.EICAR_HDB-1 FOUND', { verdict: 'INFECTED', signature: 'Win.Test.EICAR_HDB-1' }],
    ['stream: Heuristics.Limits.Exceeded.MaxScanTime FOUND', { verdict: 'NOT_SCANNED', cause: 'UNSUPPORTED' }],
    ['stream: Heuristics.Encrypted.Zip FOUND', { verdict: 'NOT_SCANNED', cause: 'UNSUPPORTED' }],
    ['stream: Heuristics.Phishing.Email FOUND', { verdict: 'INFECTED', signature: 'Heuristics.Phishing.Email' }],
    ['INSTREAM size limit exceeded. ERROR', { verdict: 'NOT_SCANNED', cause: 'TOO_LARGE' }],
    ['stream: Can’t allocate memory ERROR', { verdict: 'NOT_SCANNED', cause: 'FAILED' }],
    ['OK', { verdict: 'NOT_SCANNED', cause: 'FAILED' }],
    ['', { verdict: 'NOT_SCANNED', cause: 'FAILED' }],
  ])('%p is read as %p', (line, judged) => {
    expect(judgedBy(line)).toEqual(judged);
  });
});

describe('the command', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tertib-clamscan-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A program that stands in for one that misbehaves. */
  const program = async (name: string, lines: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, `#!/bin/sh\n${lines}\n`);
    await chmod(path, 0o700);
    return path;
  };
  const look = async (path: string, timeoutMs = 10_000, bytes = new Uint8Array(1024 * 1024)) =>
    clamscan({ program: path, timeoutMs }).look(bytes);

  it.each([
    ['says OK and fails', 'cat >/dev/null; echo "stdin: OK"; exit 2', 'FAILED'],
    ['says FOUND and claims that all is well', 'cat >/dev/null; echo "stdin: X FOUND"; exit 0', 'FAILED'],
    ['says nothing', 'cat >/dev/null; exit 0', 'FAILED'],
    ['has no signatures', 'echo "ERROR: no database" >&2; exit 2', 'FAILED'],
    ['is killed', 'kill -9 $$', 'FAILED'],
  ])('that %s has not scanned', async (what, lines, cause) => {
    expect(await look(await program(what.replaceAll(' ', '-'), lines))).toEqual({ kind: 'silent', cause });
  });

  it('that never ends is ended, and has not scanned', async () => {
    const path = await program('hangs', 'exec sleep 60');
    expect(await look(path, 300)).toEqual({ kind: 'silent', cause: 'TIMED_OUT' });
  });

  it('that is not there has not scanned', async () => {
    expect(await look(join(folder, 'absent'))).toEqual({ kind: 'silent', cause: 'FAILED' });
    expect(await clamscan({ program: join(folder, 'absent'), timeoutMs: 1000 }).version()).toBeUndefined();
  });

  it('that answers before it has read everything is believed', async () => {
    const path = await program('early', 'echo "stdin: Eicar FOUND"; exit 1');
    expect(await look(path, 10_000, new Uint8Array(8 * 1024 * 1024))).toEqual({
      kind: 'said',
      line: 'stdin: Eicar FOUND',
    });
  });
});

describe('the daemon', () => {
  const listening = async (answer: (socket: Socket) => void): Promise<{ address: string; server: Server }> => {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const place = server.address();
    const port = typeof place === 'object' && place !== null ? place.port : 0;
    return { address: `127.0.0.1:${port}`, server };
  };
  const ask = async (answer: (socket: Socket) => void, timeoutMs = 5000) => {
    const { address, server } = await listening(answer);
    const looked = await clamd({ address, timeoutMs }).look(new Uint8Array(300_000).fill(7));
    server.close();
    return looked;
  };

  it('is sent the whole file in pieces with their lengths, and an empty one', async () => {
    let received = Buffer.alloc(0);
    const { address, server } = await listening((socket) => {
      socket.on('data', (part) => {
        received = Buffer.concat([received, part]);
        if (received.subarray(-4).equals(Buffer.alloc(4))) socket.end('stream: OK\0');
      });
    });
    const looked = await clamd({ address, timeoutMs: 5000 }).look(new Uint8Array(150_000).fill(7));
    server.close();
    expect(looked).toEqual({ kind: 'said', line: 'stream: OK' });
    expect(received.subarray(0, 14).toString('latin1')).toBe('zINSTREAM\0\0\x01\0\0');
    expect(received.filter((byte) => byte === 7)).toHaveLength(150_000);
  });

  it('that answers and hangs up before the end of the file is believed', async () => {
    const looked = await ask((socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'));
    expect(looked).toEqual({ kind: 'said', line: 'INSTREAM size limit exceeded. ERROR' });
  });

  it.each([
    ['hangs up', (socket: Socket) => socket.destroy()],
    ['answers half a line', (socket: Socket) => socket.end('stream: O')],
  ])('that %s has not scanned', async (_what, answer) => {
    expect(await ask(answer)).toEqual({ kind: 'silent', cause: 'FAILED' });
  });

  it('that never answers is not waited for', async () => {
    expect(await ask((socket) => void buffer(socket).catch(() => {}), 200)).toEqual({
      kind: 'silent',
      cause: 'TIMED_OUT',
    });
  });

  it('that is not there has not scanned', async () => {
    const gone = clamd({ address: '/nowhere/clamd.ctl', timeoutMs: 1000 });
    expect(await gone.look(new Uint8Array(3))).toEqual({ kind: 'silent', cause: 'FAILED' });
    expect(await gone.version()).toBeUndefined();
  });
});

describe('where ClamAV is', () => {
  const machine = (usable: readonly string[], files: readonly string[] = []): Machine => ({
    canUse: (path) => usable.includes(path),
    list: () => files,
  });
  const everything = machine(['/run/clamav/clamd.ctl', '/usr/bin/clamscan'], ['daily.cvd']);

  it.each([
    ['the daemon, where one runs', {}, everything, { kind: 'daemon', address: '/run/clamav/clamd.ctl' }],
    [
      'the daemon that is named',
      { TERTIB_CLAMD: '10.0.0.5:3310' },
      everything,
      { kind: 'daemon', address: '10.0.0.5:3310' },
    ],
    ['nowhere, where it is turned off', { TERTIB_CLAMD: 'off' }, everything, undefined],
    [
      'the command, where there are signatures',
      { PATH: '/bin:/usr/bin' },
      machine(['/usr/bin/clamscan'], ['main.cld']),
      { kind: 'command', program: '/usr/bin/clamscan' },
    ],
    [
      'nowhere, where the command has none',
      { PATH: '/usr/bin' },
      machine(['/usr/bin/clamscan'], ['README']),
      undefined,
    ],
    [
      'the command with signatures of its own',
      { PATH: '/usr/bin', TERTIB_CLAMAV_DATABASE: '/db' },
      everything,
      { kind: 'command', program: '/usr/bin/clamscan', database: '/db' },
    ],
    ['nowhere, where nothing is installed', { PATH: '/usr/bin' }, machine([]), undefined],
  ])('is %s', (_what, env, on, place) => {
    expect(findClamAv(env, on)).toEqual(place);
  });
});
