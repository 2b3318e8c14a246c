import type { Token } from './document.ts';
import { normalise } from './normalise.ts';

/** Where a term of a group was found, in tokens: from `from` up to, not including, `to`. */
export interface Occurrence {
  readonly from: number;
  readonly to: number;
}

/** All terms of all groups in one tree of words, so that a text is read once whatever the number of rules. */
export interface Lexicon {
  readonly root: Node;
  readonly groupCount: number;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly groups: number[];
}

const emptyNode = (): Node => ({ next: new Map(), groups: [] });

/** @param groups lists of terms; an occurrence is reported under the index of its list. */
export function buildLexicon(groups: readonly (readonly string[])[]): Lexicon {
  const root = emptyNode();
  groups.forEach((terms, group) => {
    for (const term of terms) addTerm(root, term, group);
  });
  return { root, groupCount: groups.length };
}

function addTerm(root: Node, term: string, group: number): void {
  let node = root;
  for (const word of normalise(term).text.split(' ')) {
    const next = node.next.get(word) ?? emptyNode();
    node.next.set(word, next);
    node = next;
  }
  node.groups.push(group);
}

/**
 * Every occurrence of every group, by group, in the order of `from`. No term spans two sentences. Linear in the number of tokens:
 * from each token the tree is followed at most as deep as the longest term.
 */
export function findAll(tokens: readonly Token[], { root, groupCount }: Lexicon): Occurrence[][] {
  const found = Array.from({ length: groupCount }, (): Occurrence[] => []);
  const follow = (node: Node, from: number, at: number): void => {
    const token = tokens[at];
    if (token === undefined || token.sentence !== tokens[from]?.sentence) return;
    for (const form of token.forms) {
      const next = node.next.get(form);
      if (next === undefined) continue;
      for (const group of next.groups) found[group]?.push({ from, to: at + 1 });
      follow(next, from, at + 1);
    }
  };
  tokens.forEach((_, from) => {
    follow(root, from, from);
  });
  return found;
}

/** Answers in constant time which occurrence is the nearest on either side of a token boundary. */
export interface Neighbours {
  /** The occurrence that ends last among those that end at or before the boundary. */
  readonly before: (boundary: number) => Occurrence | undefined;
  /** The occurrence that starts first among those that start at or after the boundary. */
  readonly after: (boundary: number) => Occurrence | undefined;
}

/** @param size number of tokens of the text; boundaries run from 0 to `size`. */
export function neighboursOf(occurrences: readonly Occurrence[], size: number): Neighbours {
  const ending = new Array<Occurrence | undefined>(size + 1).fill(undefined);
  const starting = new Array<Occurrence | undefined>(size + 1).fill(undefined);
  for (const occurrence of occurrences) {
    ending[occurrence.to] = occurrence;
    starting[occurrence.from] ??= occurrence;
  }
  for (let i = 1; i <= size; i += 1) ending[i] ??= ending[i - 1];
  for (let i = size - 1; i >= 0; i -= 1) starting[i] ??= starting[i + 1];
  return { before: (boundary) => ending[boundary], after: (boundary) => starting[boundary] };
}

/** The occurrences that share no token with any of `shields`. */
export function outside<T extends Occurrence>(
  occurrences: readonly T[],
  shields: readonly Occurrence[],
  size: number,
): T[] {
  if (shields.length === 0) return [...occurrences];
  const shielded = new Array<boolean>(size).fill(false);
  for (const { from, to } of shields) shielded.fill(true, from, to);
  return occurrences.filter(({ from, to }) => !shielded.slice(from, to).includes(true));
}
