import { connect, type Socket } from 'node:net';
import type { Look, LookedAt } from '../clamav-scanner.ts';

export interface ClamdOptions {
  /** Path of its socket, or `host:port`. */
  readonly address: string;
  readonly timeoutMs: number;
}

const PIECE = 64 * 1024;
const MOST = 4096;

const open = (address: string): Socket => {
  const [, host = '', port = ''] = /^([^/]+):(\d+)$/.exec(address) ?? [];
  return port === '' ? connect({ path: address }) : connect({ host, port: Number(port) });
};

/** `INSTREAM`: pieces with their length before them, then an empty one. The pieces are views: a file is not copied. */
function* framed(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    yield length;
    yield piece;
  }
  yield Buffer.alloc(4);
}

/** Writes as fast as the daemon reads. It may answer and hang up before the end of the file. */
const feed = async (socket: Socket, parts: Iterable<Uint8Array>): Promise<void> => {
  for (const part of parts) {
    if (socket.destroyed || !socket.writable) return;
    if (!socket.write(part)) {
      await new Promise<void>((resolve) => {
        const go = (): void => {
          socket.off('drain', go).off('close', go);
          resolve();
        };
        socket.on('drain', go).on('close', go);
      });
    }
  }
};

/** One question on a connection of its own. Never throws. */
const ask = ({ address, timeoutMs }: ClamdOptions, parts: Iterable<Uint8Array>): Promise<LookedAt> =>
  new Promise((resolve) => {
    const socket = open(address);
    let answer = '';
    let settled: LookedAt = { kind: 'silent', cause: 'FAILED' };
    const timer = setTimeout(() => {
      settled = { kind: 'silent', cause: 'TIMED_OUT' };
      socket.destroy();
    }, timeoutMs);
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      answer = (answer + text).slice(0, MOST);
      if (!answer.includes('\0')) return;
      settled = { kind: 'said', line: answer.slice(0, answer.indexOf('\0')) };
      socket.destroy();
    });
    socket.on('error', () => {}); // 'close' follows, and says that there was no answer
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(settled);
    });
    socket.on('connect', () => void feed(socket, parts));
  });

/** Looks by the daemon, which keeps its signatures loaded: a file takes milliseconds. */
export const clamd = (options: ClamdOptions): { look: Look; version: () => Promise<string | undefined> } => ({
  look: (bytes) => ask(options, framed(bytes)),
  version: async () => {
    const said = await ask(options, [Buffer.from('zVERSION\0')]);
    return said.kind === 'said' ? said.line : undefined;
  },
});
