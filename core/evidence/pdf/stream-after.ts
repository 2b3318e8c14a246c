import { Unreadable } from '../bytes.ts';
import type { Lexer } from './lexer.ts';
import type { Dictionary, PdfStream } from './objects.ts';

const LF = 10;
const CR = 13;

/**
 * The stream that follows its dictionary, or undefined where none does.
 * @throws Unreadable where its length is unknown or wrong: guessing where it ends is how two readers see two files
 */
export const streamAfter = (
  lexer: Lexer,
  dictionary: Dictionary,
  length: number | undefined,
): PdfStream | undefined => {
  if (!lexer.accept('stream')) return undefined;
  if (lexer.bytes[lexer.at] === CR) lexer.at += 1;
  if (lexer.bytes[lexer.at] === LF) lexer.at += 1;
  const start = lexer.at;
  if (length === undefined || length < 0 || start + length > lexer.bytes.length)
    throw new Unreadable(`a stream of unknown length at ${start}`);
  lexer.at = start + length;
  lexer.expect('endstream');
  return { kind: 'stream', dictionary, data: lexer.bytes.subarray(start, start + length) };
};
