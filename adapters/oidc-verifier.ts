import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import * as z from 'zod';
import type { Principal } from '../core/access/principal.ts';
import { roleSchema } from '../core/case/actor.ts';
import { ServiceUnavailable } from '../core/errors.ts';
import { agencyIdSchema, nipSchema } from '../core/ids.ts';
import type { Clock, Directory } from '../core/ports.ts';
import { epochOf } from '../core/time.ts';

/** Signatures that whoever checks them cannot make. */
const ALGORITHMS = ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 5;
const DISCOVERY_TIMEOUT_MS = 5000;

const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  role: roleSchema,
  agency: agencyIdSchema,
  nip: nipSchema.optional(),
});

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url() });

export interface OidcVerifierOptions {
  /** Exactly as it stands in the tokens. */
  readonly issuer: string;
  readonly audience?: string;
  /** The issuer's keys where they are at hand; else they are found by its discovery document. */
  readonly keys?: JSONWebKeySet;
  readonly clock: Clock;
  /** Only agencies that are in it have staff here. */
  readonly directory: Pick<Directory, 'agency'>;
}

const unavailable = (cause: unknown): ServiceUnavailable =>
  new ServiceUnavailable('the identity provider does not answer', { cause });

/** OpenID Connect Discovery 1.0, section 4: the document must speak of the very issuer it was asked for at. */
const discover = async (issuer: string): Promise<JWTVerifyGetKey> => {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS), redirect: 'error' });
    const document = discoverySchema.parse(await answer.json());
    if (document.issuer !== issuer) throw new TypeError('the discovery document names another issuer');
    return createRemoteJWKSet(new URL(document.jwks_uri));
  } catch (error) {
    throw unavailable(error);
  }
};

/** Failures to get the keys, as opposed to tokens that are not good. */
const isOutage = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  error.code === 'ERR_JOSE_GENERIC';

/**
 * Checks staff tokens: signature, issuer, audience, time, and the claims `role`, `agency` and `nip`. Whoever has an unknown role, or comes
 * from an agency that is not here, is nobody.
 * @returns a function that gives undefined for a token that is not good, and throws ServiceUnavailable where the issuer cannot be asked
 */
export const oidcVerifier = (options: OidcVerifierOptions): ((jwt: string) => Promise<Principal | undefined>) => {
  const { issuer, audience = 'tertib', clock, directory } = options;
  let found: Promise<JWTVerifyGetKey> | undefined =
    options.keys === undefined ? undefined : Promise.resolve(createLocalJWKSet(options.keys));
  const keys = (): Promise<JWTVerifyGetKey> => {
    found ??= discover(issuer).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  const payloadOf = async (jwt: string): Promise<unknown> => {
    const getKey = await keys();
    try {
      const { payload } = await jwtVerify(jwt, getKey, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(epochOf(clock.now())),
        requiredClaims: ['exp', 'sub'],
      });
      return payload;
    } catch (error) {
      if (isOutage(error)) throw unavailable(error);
      return undefined;
    }
  };
  return async (jwt) => {
    const claims = claimsSchema.safeParse(await payloadOf(jwt));
    if (!claims.success) return undefined;
    const { sub: subject, role, agency: agencyId, nip } = claims.data;
    return (await directory.agency(agencyId)) === undefined ? undefined : { subject, agencyId, role, nip };
  };
};
