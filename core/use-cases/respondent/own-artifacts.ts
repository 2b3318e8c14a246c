import type { Artifact } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { artifactIdSchema } from '../../ids.ts';
import { canonicalJson } from '../../trail/digest.ts';
import type { Ports } from '../ports.ts';
import { type TakeInPorts, takeInFile } from '../take-in-file.ts';

/** A file that the respondent sends in with a form. */
export interface SentFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

type OwnPorts = TakeInPorts & Pick<Ports, 'clock'>;
type TextKind = 'STATEMENT' | 'APPEAL';
type FileKind = 'STATEMENT_FILE' | 'APPEAL_FILE';

const prefixes: Readonly<Record<TextKind | FileKind, string>> = {
  STATEMENT: 'statement',
  STATEMENT_FILE: 'statement-file',
  APPEAL: 'appeal',
  APPEAL_FILE: 'appeal-file',
};

type Kept = Pick<Artifact, 'sha256' | 'size' | 'mediaType'>;

const artifactOf = <T extends Kept>(
  { clock }: OwnPorts,
  { round }: CaseState,
  { kind, method, ...kept }: T & { readonly kind: TextKind | FileKind; readonly method: 'FORM' | 'UPLOAD' },
) => ({
  artifactId: artifactIdSchema.parse(`${prefixes[kind]}-${round}-${kept.sha256.slice(0, 16)}`),
  kind,
  ...kept,
  method,
  capturedAt: clock.now(),
  round,
});

/** Words typed into a form are no file: nothing looks into them. */
const storedText = async (
  ports: OwnPorts,
  state: CaseState,
  { bytes, mediaType, kind }: SentFile & { readonly kind: TextKind },
): Promise<Artifact> => {
  const put = await ports.evidence.put({ bytes, mediaType, heldFor: state.caseId });
  return artifactOf(ports, state, { ...put, mediaType, kind, method: 'FORM' });
};

const storedFile = async (
  ports: OwnPorts,
  state: CaseState,
  { bytes, mediaType, kind }: SentFile & { readonly kind: FileKind },
): Promise<Artifact> => {
  const taken = await takeInFile(ports, { bytes, declaredType: mediaType, heldFor: state.caseId });
  return artifactOf(ports, state, { ...taken, kind, method: 'UPLOAD' });
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
  const text = await storedText(ports, state, { bytes, mediaType: 'application/json', kind: textKind });
  const files: Artifact[] = [];
  for (const file of sent.files) {
    const artifact = await storedFile(ports, state, { ...file, kind: fileKind });
    if (!files.some(({ sha256 }) => sha256 === artifact.sha256)) files.push(artifact);
  }
  return [text, ...files];
};

/** What the examinee says is wrong in the record, as plain text. */
export const fileCorrections = async (ports: OwnPorts, state: CaseState, corrections: string): Promise<Artifact> =>
  storedText(ports, state, {
    bytes: new TextEncoder().encode(corrections),
    mediaType: 'text/plain; charset=utf-8',
    kind: 'STATEMENT',
  });
