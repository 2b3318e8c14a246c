import type { RelyingParty } from '../../../core/ports.ts';
import type { Call } from '../base/call.ts';

/** An address without a name (RFC 3986, section 3.2.2): no passkey can belong to it (WebAuthn, section 5.1.3). */
const isAddress = (hostname: string): boolean => /^[\d.]+$/.test(hostname) || hostname.startsWith('[');

/** The site as passkeys know it, from the address people reach it at; undefined where it has no name. */
export const relyingParty = ({ config, url }: Pick<Call<unknown>, 'config' | 'url'>): RelyingParty | undefined => {
  const base = new URL(config.baseUrl);
  const named = url.origin === config.passkeyOrigin ? new URL(config.passkeyOrigin) : base;
  return isAddress(named.hostname) ? undefined : { id: named.hostname, origin: named.origin, name: 'Tertib' };
};
