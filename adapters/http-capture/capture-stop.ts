import type { CaptureFailureCode } from '../../core/capture/page-capture.ts';
import { TertibError } from '../../core/errors.ts';

/** Ends one capture with a reason that becomes its recorded result; it never leaves the adapter. */
export class CaptureStop extends TertibError {
  override readonly name = 'CaptureStop';
  readonly code: CaptureFailureCode;

  constructor(code: CaptureFailureCode, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** Settles like `work`, or stops with `TIMEOUT` when the signal fires first (a resolver cannot be cancelled). */
export function withinBudget<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new CaptureStop('TIMEOUT'));
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
