import type { Clock, MalwareScanner } from '../core/ports.ts';

/** Where no engine is installed or wanted: every file is on record as not scanned, and pages say so. */
export const noScanner = (clock: Clock): MalwareScanner => {
  const unseen = async () => ({ verdict: 'NOT_SCANNED', engine: 'NONE', cause: 'NO_ENGINE', at: clock.now() }) as const;
  return { scan: unseen, outcome: unseen };
};
