import type { LookupFunction } from 'node:net';
import type { PinnedAddress } from './resolve.ts';

/** Answers with the addresses that were judged, so that no name is resolved after the check. */
export const pinnedLookup =
  (addresses: readonly PinnedAddress[]): LookupFunction =>
  (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
