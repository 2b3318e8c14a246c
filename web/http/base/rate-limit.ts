import { toHex } from '../../../core/use-cases/encoding.ts';
import type { Ports } from '../../../core/use-cases/ports.ts';
import type { RateLimit, RateName } from './config.ts';
import { HttpProblem } from './http-problem.ts';

/** A client's network under a keyed hash: no address is stored, nor can one be found by trying all. */
export const clientKey = async ({ mac }: Pick<Ports, 'mac'>, client: string): Promise<string> =>
  toHex(await mac.mac(`client:${client}`));

/**
 * Counts one request of a client. Counted under a keyed hash of the address: no address is stored, nor can one be found by trying all.
 * @throws HttpProblem 429 with `Retry-After` once the client is over the limit
 */
export const countRequest = async (
  { throttle, mac }: Pick<Ports, 'throttle' | 'mac'>,
  client: string,
  { name, limit }: { readonly name: RateName; readonly limit: RateLimit },
): Promise<void> => {
  if (limit === null) return;
  const key = toHex(await mac.mac(`client:${name}:${client}`));
  const { allowed, retryAfterSeconds } = await throttle.hit(`http:${name}:${key}`, limit);
  if (!allowed) {
    throw new HttpProblem('too-many-requests', { headers: { 'Retry-After': String(Math.max(1, retryAfterSeconds)) } });
  }
};
