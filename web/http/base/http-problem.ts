import { TertibError } from '../../../core/errors.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Lang } from '../../text/lang.ts';
import { type ProblemKind, problemOfError, problems } from './problems.ts';

/** What is wrong with one part of a request; `path` is dotted, e.g. `incident.urls.3`, and empty for the whole. */
export interface InputError {
  readonly path: string;
  readonly message: string;
}

export interface ProblemParts {
  readonly detail?: string | undefined;
  readonly errors?: readonly InputError[] | undefined;
  /** The stable code of a refusal. */
  readonly code?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** An answer that is no success: thrown at the edge by what reads requests, turned into an answer once (answer-error.ts). */
export class HttpProblem extends TertibError {
  override readonly name = 'HttpProblem';
  readonly kind: ProblemKind;
  readonly parts: ProblemParts;

  constructor(kind: ProblemKind, parts: ProblemParts = {}, options?: ErrorOptions) {
    super(kind, options);
    this.kind = kind;
    this.parts = parts;
  }
}

/** A refusal of a use case about one part of the input: 422 with its stable code. */
export const refusalProblem = ({ code, id, en }: Refusal, path: string, lang: Lang): HttpProblem => {
  const message = { id, en }[lang];
  return new HttpProblem('invalid-input', { code, detail: message, errors: [{ path, message }] });
};

/** What the caller is told about any error. */
export const problemFor = (error: unknown): HttpProblem => {
  if (error instanceof HttpProblem) return error;
  const name = error instanceof Error ? error.name : '';
  const kind = Object.hasOwn(problemOfError, name) ? problemOfError[name] : undefined;
  return new HttpProblem(kind ?? 'internal-error', {}, { cause: error });
};

export const statusOf = (kind: ProblemKind): number => problems[kind].status;
