import type { Scan, ScanVerdict } from '../../core/evidence/scan.ts';
import type { Clock, MalwareScanner } from '../../core/ports.ts';

/** Files with this in them are infected. */
export const INFECTED_MARK = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';
/** The scan of a file with this in it takes its time. */
export const SLOW_MARK = 'periksa-nanti';

/** Judges by a mark in the file; what it wants more time for stays pending until `answers` says otherwise, by hash. */
export const markScanner = (clock: Clock, answers: ReadonlyMap<string, ScanVerdict> = new Map()): MalwareScanner => {
  const judged = (verdict: ScanVerdict): Scan => ({
    verdict,
    engine: 'CLAMAV',
    ...(verdict === 'INFECTED' && { signature: 'Eicar-Test-Signature' }),
    ...(verdict === 'NOT_SCANNED' && { cause: 'FAILED' }),
    at: clock.now(),
  });
  return {
    scan: async (bytes) => {
      const text = Buffer.from(bytes).toString('latin1');
      return judged(text.includes(INFECTED_MARK) ? 'INFECTED' : text.includes(SLOW_MARK) ? 'PENDING' : 'CLEAN');
    },
    outcome: async (sha256) => judged(answers.get(sha256) ?? 'PENDING'),
  };
};
