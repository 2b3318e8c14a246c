import { ServiceUnavailable } from '../../../core/errors.ts';
import { sha256Hex } from '../../../core/trail/digest.ts';
import { assets } from '../../assets/index.ts';
import { jsonAnswer } from '../base/answers.ts';
import type { Route } from '../base/route.ts';
import { type PublicPorts, publicRoute } from './ports.ts';

export type HealthCheck = () => Promise<void>;
/** Reads one of the files that web/assets/index.ts names. */
export type ReadAsset = (file: string) => Promise<string>;

const assetRoute = ({ path, file, mediaType }: (typeof assets)[number], read: ReadAsset): Route<PublicPorts> => {
  const load = async () => {
    const text = await read(file);
    return { text, hash: sha256Hex(text) };
  };
  let loaded: ReturnType<typeof load> | undefined;
  return publicRoute.public({
    method: 'GET',
    path,
    answers: 'page',
    summary: { id: 'Berkas tampilan', en: 'A file of the pages' },
    access: null,
    handle: async (_input, { request, url }) => {
      loaded ??= load();
      const { text, hash } = await loaded;
      const etag = `"${hash}"`;
      // An address that names the content may be kept for good; the plain one is asked for again, and answered by its hash.
      const isNamed = hash.startsWith(url.searchParams.get('v') ?? '-');
      const cache = isNamed ? 'public, max-age=31536000, immutable' : 'public, max-age=300, must-revalidate';
      const headers = { ETag: etag, 'Cache-Control': cache };
      if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
      return new Response(text, { headers: { ...headers, 'Content-Type': mediaType } });
    },
  });
};

const publishedKeys = publicRoute.public({
  method: 'GET',
  path: '/.well-known/tertib-keys.json',
  answers: 'json',
  summary: { id: 'Kunci publik tanda tangan (JWK Set)', en: 'Public signing keys (JWK Set)' },
  access: null,
  handle: async (_input, { ports }) =>
    jsonAnswer(await ports.signer.publicKeys(), {
      headers: { 'Content-Type': 'application/jwk-set+json', 'Cache-Control': 'public, max-age=300' },
    }),
});

const healthRoute = (checks: readonly HealthCheck[]): Route<PublicPorts> =>
  publicRoute.public({
    method: 'GET',
    path: '/healthz',
    answers: 'json',
    summary: { id: 'Kesehatan sistem', en: 'Health of the system' },
    access: null,
    handle: async () => {
      try {
        await Promise.all(checks.map((check) => check()));
      } catch (cause) {
        throw new ServiceUnavailable('a part of the system is not usable', { cause });
      }
      return jsonAnswer({ status: 'ok' });
    },
  });

/** What every site has: style, keys, health. */
export const siteRoutes = (parts: { readAsset: ReadAsset; health: readonly HealthCheck[] }): Route<PublicPorts>[] => [
  ...assets.map((asset) => assetRoute(asset, parts.readAsset)),
  publishedKeys,
  healthRoute(parts.health),
];
