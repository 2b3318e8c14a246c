import { loadCase } from '../../case/append.ts';
import type { CaseState } from '../../case/state.ts';
import { artifactIdSchema, type CaseId } from '../../ids.ts';
import type { InboundRow } from '../../inbound/inbound-row.ts';
import { type InboundAddress, isReplyToken } from '../../inbound/reply-address.ts';
import { messageFromMail, partsTakenOut } from '../../inbound/report-from-mail.ts';
import { endTasks } from '../end-tasks.ts';
import { recordFromReporter } from '../reporter-evidence.ts';
import type { InboundPorts } from './inbound-ports.ts';
import { settle } from './inbound-rows.ts';
import { type MailArtifact, partArtifacts, rawArtifact } from './mail-artifacts.ts';
import type { MailAtHand } from './settle-mail.ts';

type Reply = NonNullable<InboundAddress['reply']>;

/** The case that an answer proves to belong to. The token was told to nobody but the reporter. */
const provenCase = async (
  ports: InboundPorts,
  { agencyId }: InboundRow,
  reply: Reply,
): Promise<CaseState | undefined> => {
  const isRight = await isReplyToken(ports, reply);
  const state = await loadCase(ports.trail, reply.caseId);
  return isRight && state?.agencyId === agencyId ? state : undefined;
};

const messageOf = async (ports: InboundPorts, { row, mail }: MailAtHand, caseId: CaseId): Promise<MailArtifact[]> => {
  const text = messageFromMail(mail, ports.mailTexts);
  if (text === undefined) return [];
  const mediaType = 'text/plain; charset=utf-8';
  const bytes = new TextEncoder().encode(text);
  const stored = await ports.evidence.put({ bytes, mediaType, heldFor: caseId });
  const artifactId = artifactIdSchema.parse(`message-mail-${row.mailId.slice(0, 24)}`);
  return [{ artifactId, kind: 'MESSAGE', mediaType, method: 'MAIL', capturedAt: row.receivedAt, ...stored }];
};

/** The raw mail first, the words last: they may end an open question, and the case then moves on with everything that came. */
const artifactsOf = async (ports: InboundPorts, at: MailAtHand, caseId: CaseId): Promise<MailArtifact[]> => {
  const { row, mail } = at;
  const nameOf = (place: number) => artifactIdSchema.parse(`mail-${row.mailId.slice(0, 24)}-${place + 1}`);
  const parts = await partArtifacts(ports, row, { caseId, parts: partsTakenOut(mail), nameOf });
  return [await rawArtifact(ports, row, caseId), ...parts, ...(await messageOf(ports, at, caseId))];
};

/** Attaches an answer to its case. One that proves no case, or comes after its end, waits for a person. */
export const attachReply = async (ports: InboundPorts, at: MailAtHand, reply: Reply): Promise<InboundRow> => {
  const { row, mail } = at;
  const state = await provenCase(ports, row, reply);
  if (state === undefined) return settle(ports, row, { status: 'QUEUED' }, 'BAD_TOKEN');
  const { caseId } = state;
  let reached = state;
  for (const artifact of await artifactsOf(ports, at, caseId)) {
    const recorded = await recordFromReporter(ports, state, artifact);
    if (recorded.kind === 'refused') return settle(ports, row, { status: 'QUEUED', caseId }, 'CASE_CLOSED');
    reached = recorded.state;
  }
  await endTasks(ports, reached);
  return settle(ports, row, {
    status: 'ATTACHED',
    caseId,
    omitted: mail.parts.length - partsTakenOut(mail).length,
  });
};
