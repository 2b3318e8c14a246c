import type { Artifact } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { artifactIdSchema } from '../../ids.ts';
import { canonicalJson } from '../../trail/digest.ts';
import type { Ports } from '../ports.ts';

/** A file that the respondent sends in with a form. */
export interface SentFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

type OwnPorts = Pick<Ports, 'evidence' | 'clock'>;
type TextKind = 'STATEMENT' | 'APPEAL';
type FileKind = 'STATEMENT_FILE' | 'APPEAL_FILE';

const prefixes: Readonly<Record<TextKind | FileKind, string>> = {
  STATEMENT: 'statement',
  STATEMENT_FILE: 'statement-file',
  APPEAL: 'appeal',
  APPEAL_FILE: 'appeal-file',
};

const stored = async (
  ports: OwnPorts,
  state: CaseState,
  file: SentFile & { readonly kind: TextKind | FileKind; readonly method: 'FORM' | 'UPLOAD' },
): Promise<Artifact> => {
  const { bytes, mediaType, kind, method } = file;
  const put = await ports.evidence.put({ bytes, mediaType });
  return {
    artifactId: artifactIdSchema.parse(`${prefixes[kind]}-${state.round}-${put.sha256.slice(0, 16)}`),
    kind,
    ...put,
    mediaType,
    method,
    capturedAt: ports.clock.now(),
    round: state.round,
  };
};

/** Files what the respondent wrote, and every file once; durable before anything is recorded. */
export const fileOwnWords = async (
  ports: OwnPorts,
  state: CaseState,
  sent: {
    readonly text: Readonly<Record<string, string | null>>;
    readonly files: readonly SentFile[];
    readonly kinds: readonly [TextKind, FileKind];
  },
): Promise<Artifact[]> => {
  const [textKind, fileKind] = sent.kinds;
  const bytes = new TextEncoder().encode(canonicalJson(sent.text));
  const text = await stored(ports, state, { bytes, mediaType: 'application/json', kind: textKind, method: 'FORM' });
  const files: Artifact[] = [];
  for (const file of sent.files) {
    const artifact = await stored(ports, state, { ...file, kind: fileKind, method: 'UPLOAD' });
    if (!files.some(({ sha256 }) => sha256 === artifact.sha256)) files.push(artifact);
  }
  return [text, ...files];
};

/** What the examinee says is wrong in the record, as plain text. */
export const fileCorrections = async (ports: OwnPorts, state: CaseState, corrections: string): Promise<Artifact> =>
  stored(ports, state, {
    bytes: new TextEncoder().encode(corrections),
    mediaType: 'text/plain; charset=utf-8',
    kind: 'STATEMENT',
    method: 'FORM',
  });
