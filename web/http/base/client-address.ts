import * as z from 'zod';

/** Where Node's server, and API Gateway by way of its adapter, say who is at the other end. */
const nodeEnv = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) });
const gatewayEnv = z.object({ requestContext: z.object({ identity: z.object({ sourceIp: z.string() }) }) });
const lambdaEnv = z.object({ event: gatewayEnv });

const peerOf = (env: unknown): string =>
  nodeEnv.safeParse(env).data?.incoming.socket.remoteAddress ??
  lambdaEnv.safeParse(env).data?.event.requestContext.identity.sourceIp ??
  gatewayEnv.safeParse(env).data?.requestContext.identity.sourceIp ??
  'unknown';

/** One household or office has a whole IPv6 /64: it counts as one client. */
const network = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
};

/**
 * The client's network address. `X-Forwarded-For` is believed only as far as our own proxies wrote it: what stands before could be
 * anything the client typed.
 * @param hops how many proxies in front are ours
 */
export const clientAddress = (env: unknown, forwardedFor: string | null | undefined, hops: number): string => {
  const chain = (forwardedFor ?? '').split(',').map((entry) => entry.trim());
  const forwarded = hops > 0 ? chain.at(-hops) : undefined;
  return network(forwarded || peerOf(env));
};
