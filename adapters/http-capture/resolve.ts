import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { refuseAddress } from '../../core/capture/address-guard.ts';
import { CaptureStop } from './capture-stop.ts';

/** Every address a name has, in the order to try them. Rejects when the name has none. */
export type Lookup = (hostname: string) => Promise<readonly { readonly address: string }[]>;

/** An address that passed the guard: the only thing a connection is ever opened to. */
export interface PinnedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

export interface ResolveRules {
  readonly lookup: Lookup;
  readonly allowAddress: (ip: string, port: number) => boolean;
}

/** The system's own resolver. IPv4 first: many function networks have no route for IPv6. */
export const systemLookup: Lookup = (hostname) => lookup(hostname, { all: true, order: 'ipv4first' });

async function addressesOf(hostname: string, ask: Lookup): Promise<readonly string[]> {
  try {
    return (await ask(hostname)).map(({ address }) => address);
  } catch (error) {
    throw new CaptureStop('DNS_FAILURE', error);
  }
}

/**
 * Resolves a host once and judges every answer. One forbidden address refuses the whole name: a name that is public and
 * private at once is how a guard is walked around.
 */
export async function resolvePublic(
  target: { readonly host: string; readonly port: number; readonly literal: boolean },
  rules: ResolveRules,
): Promise<readonly PinnedAddress[]> {
  const addresses = target.literal ? [target.host] : await addressesOf(target.host, rules.lookup);
  if (addresses.length === 0) throw new CaptureStop('DNS_FAILURE');
  return addresses.map((address) => {
    const family = isIP(address);
    const permitted = rules.allowAddress(address, target.port) || !refuseAddress(address).refused;
    if (!permitted || (family !== 4 && family !== 6)) throw new CaptureStop('REFUSED_ADDRESS');
    return { address, family };
  });
}
