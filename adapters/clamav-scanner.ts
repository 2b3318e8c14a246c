import type { Scan, ScanCause } from '../core/evidence/scan.ts';
import type { Clock, MalwareScanner } from '../core/ports.ts';

/** One look at a file: what the engine printed about it, as `<name>: <what>`. */
export type Look = (bytes: Uint8Array) => Promise<LookedAt>;
export type LookedAt =
  | { readonly kind: 'said'; readonly line: string }
  | { readonly kind: 'silent'; readonly cause: ScanCause };

export interface ClamAvOptions {
  readonly clock: Clock;
  readonly look: Look;
  /** e.g. `ClamAV 1.4.6/27700/Mon Nov 23 2026`; undefined where it does not say. */
  readonly version: () => Promise<string | undefined>;
}

type Judged = Pick<Scan, 'verdict' | 'signature' | 'cause'>;

const silent = (cause: ScanCause): Judged => ({ verdict: 'NOT_SCANNED', cause });

/** What these name is not malware: the engine says that it could not see everything. */
const UNSEEN = /^Heuristics\.(Limits\.Exceeded|Encrypted)/;
const SIZE = /size limit exceeded/i;

/** Reads the engine's answer. Whatever it cannot be sure of is not clean. */
export const judgedBy = (line: string): Judged => {
  const found = /: (.+) FOUND$/.exec(line)?.[1];
  if (found !== undefined)
    return UNSEEN.test(found) ? silent('UNSUPPORTED') : { verdict: 'INFECTED', signature: found.slice(0, 200) };
  if (/: (OK|Empty file)$/.test(line)) return { verdict: 'CLEAN' };
  return silent(SIZE.test(line) ? 'TOO_LARGE' : 'FAILED');
};

/** ClamAV on this machine, by its daemon or by its command. Answers at once, or gives up at its time limit. */
export class ClamAvScanner implements MalwareScanner {
  readonly #options: ClamAvOptions;
  #version: string | undefined;

  constructor(options: ClamAvOptions) {
    this.#options = options;
  }

  /** {@inheritDoc MalwareScanner.scan} */
  async scan(bytes: Uint8Array): Promise<Scan> {
    const looked = await this.#options.look(bytes);
    return this.#scan(looked.kind === 'said' ? judgedBy(looked.line) : silent(looked.cause));
  }

  /** Nothing that this engine said is pending: whoever asks waited for another one, which is not there any more. */
  async outcome(): Promise<Scan> {
    return this.#scan(silent('FAILED'));
  }

  async #scan(judged: Judged): Promise<Scan> {
    // Asked for until it says so: a daemon may not have been up the first time.
    this.#version ??= (await this.#options.version())?.slice(0, 200);
    const engineVersion = this.#version;
    const at = this.#options.clock.now();
    return { ...judged, engine: 'CLAMAV', ...(engineVersion !== undefined && { engineVersion }), at };
  }
}
