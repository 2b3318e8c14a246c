import type { CaptureLimitation } from '../../core/capture/page-capture.ts';
import { TertibError } from '../../core/errors.ts';

/** Why a page cannot be taken by a browser although it may well be there. */
export type Unavailable = Extract<CaptureLimitation, 'NO_BROWSER' | 'BROWSER_FAILED' | 'NOT_A_PAGE' | 'LED_NOWHERE'>;

/** No browser, a browser that broke down, or nothing that a browser shows: plain HTTP may still take what is there. */
export class BrowserUnavailable extends TertibError {
  override readonly name = 'BrowserUnavailable';
  readonly reason: Unavailable;

  constructor(reason: Unavailable, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}
