import { readFile } from 'node:fs/promises';
import { Certificate } from 'pkijs';
import { TertibError } from '../../core/errors.ts';
import { wholeOf } from './token.ts';

/** A file of roots that holds none, or something else. */
export class UnusableAnchors extends TertibError {
  override readonly name = 'UnusableAnchors';
}

/** What is known of time-stamping authorities beforehand. */
export interface Anchors {
  /** Self-signed: where a chain may end. */
  readonly roots: readonly Certificate[];
  /** What leads there: authorities may leave their certificates out of the token. */
  readonly others: readonly Certificate[];
}

export const noAnchors: Anchors = { roots: [], others: [] };

const BLOCK = /-----BEGIN CERTIFICATE-----([\sA-Za-z0-9+/=]+?)-----END CERTIFICATE-----/g;

const parsed = (base64: string): Certificate => {
  try {
    return new Certificate({ schema: wholeOf(Uint8Array.from(Buffer.from(base64, 'base64'))) });
  } catch (error) {
    throw new UnusableAnchors('a certificate among the roots cannot be read', { cause: error });
  }
};

/** Certificates in PEM; at least one of them must be a root. @throws UnusableAnchors */
export const parseAnchors = (pem: string): Anchors => {
  const all = [...pem.matchAll(BLOCK)].map(([, base64 = '']) => parsed(base64));
  const isRoot = ({ issuer, subject }: Certificate): boolean => issuer.isEqual(subject);
  const roots = all.filter(isRoot);
  if (roots.length === 0) throw new UnusableAnchors('there is no root among the certificates');
  return { roots, others: all.filter((certificate) => !isRoot(certificate)) };
};

/** @throws UnusableAnchors */
export const readAnchors = async (path: string): Promise<Anchors> => {
  try {
    return parseAnchors(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof UnusableAnchors) throw error;
    throw new UnusableAnchors(`the roots cannot be read from ${path}`, { cause: error });
  }
};
