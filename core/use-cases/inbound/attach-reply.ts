import { loadCase } from '../../case/append.ts';
import type { CaseState } from '../../case/state.ts';
import { artifactIdSchema, type CaseId } from '../../ids.ts';
import type { InboundRow } from '../../inbound/inbound-row.ts';
import { mailOfMessageId } from '../../inbound/own-message-id.ts';
import { type InboundAddress, isReplyToken } from '../../inbound/reply-address.ts';
import { messageFromMail, partsTakenOut } from '../../inbound/report-from-mail.ts';
import { endTasks } from '../end-tasks.ts';
import { recordFromReporter } from '../reporter-evidence.ts';
import type { InboundPorts } from './inbound-ports.ts';
import { settle } from './inbound-rows.ts';
import { type MailArtifact, partArtifacts, rawArtifact } from './mail-artifacts.ts';
import { concernedBy } from './record-undelivered.ts';
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

const attach = async (ports: InboundPorts, at: MailAtHand, state: CaseState): Promise<InboundRow> => {
  const { row, mail } = at;
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

/** Attaches an answer to its case. One that proves no case, or comes after its end, waits for a person. */
export const attachReply = async (ports: InboundPorts, at: MailAtHand, reply: Reply): Promise<InboundRow> => {
  const state = await provenCase(ports, at.row, reply);
  return state === undefined ? settle(ports, at.row, { status: 'QUEUED' }, 'BAD_TOKEN') : attach(ports, at, state);
};

/** The case of a mail of ours to its reporter: the signature in its message id was told to nobody else. */
const answeredCase = async (
  ports: InboundPorts,
  { agencyId }: InboundRow,
  messageId: string,
): Promise<CaseState | undefined> => {
  const mailId = await mailOfMessageId(ports, messageId);
  const about = mailId === undefined ? undefined : await concernedBy(ports, mailId);
  const state = about && (await loadCase(ports.trail, about.caseId));
  return state?.agencyId === agencyId && about?.recipient(state) === 'REPORTER' ? state : undefined;
};

/** Attaches an answer that names a mail of ours and was sent to the address for reports. One that proves nothing waits for a person. */
export const attachAnswer = async (
  ports: InboundPorts,
  at: MailAtHand,
  answers: readonly string[],
): Promise<InboundRow> => {
  for (const messageId of answers) {
    const state = await answeredCase(ports, at.row, messageId);
    if (state !== undefined) return attach(ports, at, state);
  }
  return settle(ports, at.row, { status: 'QUEUED' }, 'STRAY_REPLY');
};
