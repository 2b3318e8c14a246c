import type { TimeStamper } from '../../core/ports.ts';

/** No authority is configured: evidence bears no time stamp, and every page and file that could show one says so. */
export const noTimeStamper: TimeStamper = { isOn: false, stamp: async () => ({ outcome: 'off' }) };
