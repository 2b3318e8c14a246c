import { sha256Hex } from '../trail/digest.ts';
import { actAddress } from './act-address.ts';

/** What a case says about its act: SHA-256 of uploaded and captured bytes (of captures, only whole ones), and reported addresses. */
export interface ActMarks {
  readonly evidence: readonly string[];
  readonly urls: readonly string[];
}

/** What two cases have in common. */
export interface SharedMarks {
  readonly evidence: readonly string[];
  /** In the form in which they are compared. */
  readonly addresses: readonly string[];
}

/** Nothing was captured or uploaded twice by being empty twice. */
const EMPTY: string = sha256Hex('');

const addressesOf = ({ urls }: ActMarks): ReadonlySet<string> =>
  new Set(urls.map(actAddress).filter((address) => address !== undefined));

/** Names what two cases share, in the order of the first, each once. */
export const sharedMarks = (a: ActMarks, b: ActMarks): SharedMarks => {
  const hashes = new Set(b.evidence);
  const addresses = addressesOf(b);
  return {
    evidence: [...new Set(a.evidence)].filter((hash) => hash !== EMPTY && hashes.has(hash)),
    addresses: [...addressesOf(a)].filter((address) => addresses.has(address)),
  };
};

/**
 * Whether two cases of one respondent are about one act: they share evidence or the address of a post. Nobody is sanctioned twice for
 * one act (ne bis in idem); an address of a whole account says nothing about it.
 */
export const sameAct = (a: ActMarks, b: ActMarks): boolean => {
  const shared = sharedMarks(a, b);
  return shared.evidence.length > 0 || shared.addresses.length > 0;
};
