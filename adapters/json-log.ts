import { TertibError } from '../core/errors.ts';
import type { Clock, Log } from '../core/ports.ts';

type Fact = string | number | boolean;
type Facts = Readonly<Record<string, Fact>>;

export interface JsonLogOptions {
  readonly clock: Clock;
  /** Takes one line without its end. Default: standard output. */
  readonly write?: (line: string) => void;
  /** On every line, e.g. the function's name. */
  readonly facts?: Facts;
}

const MAX_CAUSES = 5;

const writeOut = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The frames of a stack without its first lines, which repeat the message. */
const framesOf = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

const causesOf = (error: unknown): string[] => {
  const names: string[] = [];
  let cause = error instanceof Error ? error.cause : undefined;
  while (cause !== undefined && names.length < MAX_CAUSES) {
    names.push(nameOf(cause));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return names;
};

/**
 * What a log may know of an error. The message only of our own errors, which name ids and never people: a foreign one may quote
 * what it failed on (`JSON.parse` does), and that may be a report.
 */
const describeError = (error: unknown) => ({
  error: nameOf(error),
  ...(error instanceof TertibError && { message: error.message }),
  causes: causesOf(error),
  frames: error instanceof Error ? framesOf(error) : [],
});

/** One line of JSON per entry. What identifies a line (level, time, event, error) stands behind the facts: none can replace it. */
export class JsonLog implements Log {
  readonly #clock: Clock;
  readonly #write: (line: string) => void;
  readonly #facts: Facts;

  constructor({ clock, write = writeOut, facts = {} }: JsonLogOptions) {
    this.#clock = clock;
    this.#write = write;
    this.#facts = facts;
  }

  info(event: string, facts: Facts = {}): void {
    this.#line('INFO', { ...facts, event });
  }

  warn(event: string, facts: Facts = {}): void {
    this.#line('WARN', { ...facts, event });
  }

  error(event: string, error: unknown, facts: Facts = {}): void {
    this.#line('ERROR', { ...facts, event, ...describeError(error) });
  }

  #line(level: 'INFO' | 'WARN' | 'ERROR', entry: Readonly<Record<string, unknown>>): void {
    this.#write(JSON.stringify({ ...this.#facts, ...entry, level, at: this.#clock.now() }));
  }
}
