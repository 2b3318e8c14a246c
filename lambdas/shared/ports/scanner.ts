import { GuardDutyScanner } from '../../../adapters/guardduty-scanner.ts';
import { noScanner } from '../../../adapters/no-scanner.ts';
import type { MalwareScanner } from '../../../core/ports.ts';
import { clientOptions } from './client.ts';
import { clock } from './stores.ts';

/** What looks for malware in files from outside, as far as the deployment has it. */
export const scannerOf = (env: { MALWARE_SCAN: 'GUARDDUTY' | 'NONE'; QUARANTINE_BUCKET: string }): MalwareScanner =>
  env.MALWARE_SCAN === 'NONE'
    ? noScanner(clock)
    : new GuardDutyScanner({ s3: clientOptions, quarantineBucket: env.QUARANTINE_BUCKET, clock });
