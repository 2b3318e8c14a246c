import type { CaseState } from '../case/state.ts';
import { artifactIdSchema, type CaseId } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import type { Instant } from '../time.ts';
import { type EndRowPorts, endTasks } from './end-tasks.ts';
import type { Ports } from './ports.ts';
import { recordFromReporter, reportersCase } from './reporter-evidence.ts';

export interface FollowMessage {
  readonly from: 'OFFICER' | 'REPORTER';
  readonly at: Instant;
  readonly text: string;
}

/** What a reporter may know of their case: its stage and the messages, never a name or the sanction. */
export interface FollowedReport {
  readonly caseId: CaseId;
  readonly state: CaseState;
  readonly messages: readonly FollowMessage[];
}

type FollowPorts = Pick<Ports, 'trail' | 'cases' | 'evidence'>;

const messagesOf = async (ports: FollowPorts, state: CaseState): Promise<FollowMessage[]> => {
  const questions = state.triages
    .filter((triage) => triage.outcome === 'ASK_REPORTER')
    .map(({ at, reason }): FollowMessage => ({ from: 'OFFICER', at, text: reason }));
  const answers = state.evidence
    .filter((artifact) => artifact.kind === 'MESSAGE')
    .map(async ({ at, sha256 }): Promise<FollowMessage> => {
      const bytes = await ports.evidence.get(sha256);
      return { from: 'REPORTER', at, text: bytes === undefined ? '' : new TextDecoder().decode(bytes) };
    });
  return [...questions, ...(await Promise.all(answers))].sort((a, b) => a.at.localeCompare(b.at));
};

/** The reporter's view of their case, or undefined for a code that is nobody's. */
export const followReport = async (ports: FollowPorts, receiptCode: string): Promise<FollowedReport | undefined> => {
  const state = await reportersCase(ports, receiptCode);
  if (state === undefined) return undefined;
  const messages = await messagesOf(ports, state);
  return { caseId: state.caseId, state, messages };
};

export type MessageResult =
  | { readonly kind: 'stored'; readonly caseId: CaseId }
  | { readonly kind: 'unknown-code' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Takes a message of the reporter in: the text becomes an artefact, the event carries its hash. An open question is answered by it, and
 * the case goes on.
 */
export const addMessage = async (
  ports: FollowPorts & EndRowPorts & Pick<Ports, 'clock'>,
  { receiptCode, text }: { receiptCode: string; text: string },
): Promise<MessageResult> => {
  const state = await reportersCase(ports, receiptCode);
  if (state === undefined) return { kind: 'unknown-code' };
  const bytes = new TextEncoder().encode(text);
  const mediaType = 'text/plain; charset=utf-8';
  const stored = await ports.evidence.put({ bytes, mediaType, heldFor: state.caseId });
  const artifactId = artifactIdSchema.parse(`message-${state.round}-${stored.sha256.slice(0, 16)}`);
  const artifact = { artifactId, kind: 'MESSAGE', mediaType, method: 'FORM', ...stored } as const;
  const result = await recordFromReporter(ports, state, artifact);
  if (result.kind === 'refused') return { kind: 'refused', refusal: result.refusal };
  await endTasks(ports, result.state);
  return { kind: 'stored', caseId: state.caseId };
};
