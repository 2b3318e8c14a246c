import { randomBytes } from 'node:crypto';
import type { Ids } from '../core/ports.ts';

/** The operating system's random source. */
export const randomIds: Ids = { bytes: (length) => new Uint8Array(randomBytes(length)) };
