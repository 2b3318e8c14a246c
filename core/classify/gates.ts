import type { CompiledGate } from './compile.ts';
import type { Token } from './document.ts';
import type { Hit } from './hits.ts';
import { type Neighbours, neighboursOf, type Occurrence, outside } from './lexicon.ts';
import type { Gate } from './rule-pack.ts';

type CueGate = Extract<Gate, { kind: 'cue' }>;

/** A gate as it stands in one text: says whether it closes on a hit. */
export interface TextGate {
  readonly gate: Gate;
  readonly closesOn: (hit: Hit) => boolean;
}

/** @param found the result of `findAll` for the same tokens. */
export function gatesOf(
  gates: readonly CompiledGate[],
  found: readonly Occurrence[][],
  tokens: readonly Token[],
): TextGate[] {
  return gates.map(({ gate, cues, unless }) => {
    if (gate.kind === 'quotation') return { gate, closesOn: (hit) => isQuoted(hit, tokens) };
    const standing = outside(found[cues] ?? [], found[unless] ?? [], tokens.length);
    if (standing.length === 0) return { gate, closesOn: () => false };
    const neighbours = neighboursOf(standing, tokens.length);
    return { gate, closesOn: (hit) => hasCue(gate, hit, neighbours, tokens) };
  });
}

function isQuoted({ from, to }: Hit, tokens: readonly Token[]): boolean {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first !== undefined && first.quotation >= 0 && first.quotation === last?.quotation;
}

/** A cue that shares a word with a term is part of what was said ("jangan pilih"), so only cues beside and between the terms count. */
function hasCue(gate: CueGate, hit: Hit, { before, after }: Neighbours, tokens: readonly Token[]): boolean {
  const { reach } = gate;
  const inFront = before(hit.from);
  const behind = after(hit.to);
  const reaches = (cue: Occurrence | undefined, distance: number, limit: number | null) =>
    cue !== undefined &&
    limit !== null &&
    distance <= limit &&
    (gate.acrossSentences || sharesSentence(cue, hit, tokens));
  return (
    reaches(inFront, hit.from - (inFront?.to ?? 0), reach.before) ||
    reaches(behind, (behind?.from ?? 0) - hit.to, reach.after) ||
    (reach.before !== null && standsBetween(hit, after))
  );
}

function standsBetween({ terms: [left, right] }: Hit, after: Neighbours['after']): boolean {
  if (left === undefined || right === undefined) return false;
  const cue = after(left.to);
  return cue !== undefined && cue.to <= right.from;
}

function sharesSentence(cue: Occurrence, hit: Hit, tokens: readonly Token[]): boolean {
  return tokens[cue.from]?.sentence === tokens[cue.from < hit.from ? hit.from : hit.to - 1]?.sentence;
}
