import { accessSync, constants, readdirSync } from 'node:fs';
import type { Clock, MalwareScanner } from '../../core/ports.ts';
import { ClamAvScanner } from '../clamav-scanner.ts';
import { findProgram } from '../find-program.ts';
import { noScanner } from '../no-scanner.ts';
import { clamd } from './clamd.ts';
import { clamscan } from './clamscan.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** How to reach ClamAV on this machine; undefined where it is not there, or has nothing to compare with. */
export type ClamAvPlace =
  | { readonly kind: 'daemon'; readonly address: string }
  | { readonly kind: 'command'; readonly program: string; readonly database?: string | undefined };

/** What the look-up needs of the machine. */
export interface Machine {
  readonly canUse: (path: string, how: 'run' | 'write') => boolean;
  readonly list: (folder: string) => readonly string[];
}

const SOCKET = '/run/clamav/clamd.ctl';
const DATABASE = '/var/lib/clamav';
const SIGNATURES = /\.(cvd|cld|cud|hdb|hsb|ndb|ldb|yara)$/;

const thisMachine: Machine = {
  canUse: (path, how) => {
    try {
      accessSync(path, how === 'run' ? constants.X_OK : constants.W_OK);
      return true;
    } catch {
      return false; // the only way to ask, and its only way to say no
    }
  },
  list: (folder) => {
    try {
      return readdirSync(folder);
    } catch {
      return []; // the same
    }
  },
};

/**
 * The daemon that `TERTIB_CLAMD` names (a socket, or `host:port`), or the one where Debian puts it; else the command `clamscan` with the
 * signatures of `TERTIB_CLAMAV_DATABASE`, or those of the machine. `TERTIB_CLAMD=off`: none.
 */
export const findClamAv = (env: Env, machine: Machine = thisMachine): ClamAvPlace | undefined => {
  const { TERTIB_CLAMD: named = '', TERTIB_CLAMAV_DATABASE: database = '', PATH = '' } = env;
  if (named === 'off') return undefined;
  if (named !== '') return { kind: 'daemon', address: named };
  if (database === '' && machine.canUse(SOCKET, 'write')) return { kind: 'daemon', address: SOCKET };
  const program = findProgram('clamscan', PATH, (path) => machine.canUse(path, 'run'));
  if (program === undefined) return undefined;
  if (database !== '') return { kind: 'command', program, database };
  return machine.list(DATABASE).some((file) => SIGNATURES.test(file)) ? { kind: 'command', program } : undefined;
};

const DAEMON_MS = 30_000;
/** It loads every signature first. */
const COMMAND_MS = 120_000;

/** The engine at a place; without one, files are on record as not scanned. */
export const scannerAt = (place: ClamAvPlace | undefined, clock: Clock): MalwareScanner => {
  if (place === undefined) return noScanner(clock);
  const engine =
    place.kind === 'daemon'
      ? clamd({ address: place.address, timeoutMs: DAEMON_MS })
      : clamscan({ ...place, timeoutMs: COMMAND_MS });
  return new ClamAvScanner({ clock, ...engine });
};
