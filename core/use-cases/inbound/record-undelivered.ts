import { type Appended, loadCase } from '../../case/append.ts';
import { recordBounce } from '../../case/commands/closing.ts';
import type { BounceCause, Unreached } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { type CaseId, caseIdSchema, type Sha256, sha256Schema, taskIdSchema } from '../../ids.ts';
import type { InboundRow } from '../../inbound/inbound-row.ts';
import { noVerdicts } from '../../inbound/verdicts.ts';
import { composeMail } from '../../mails/compose-mail.ts';
import { sha256Hex } from '../../trail/digest.ts';
import { mayAppend } from '../load-case.ts';
import type { Ports } from '../ports.ts';
import { sealEnvelope } from './inbound-rows.ts';

export type UndeliveredPorts = Pick<
  Ports,
  'trail' | 'cases' | 'clock' | 'tasks' | 'inbound' | 'directory' | 'mailer' | 'mailTexts' | 'baseUrl' | 'sealer'
>;

export interface UndeliveredMail {
  /** Of a mail of ours; whoever calls has made sure that it is. */
  readonly mailId: string;
  readonly cause: BounceCause;
  readonly status?: string | undefined;
  /** What said so, as it is kept in the evidence store. */
  readonly source: { readonly sha256: Sha256; readonly size: number };
}

interface Concerned {
  readonly caseId: CaseId;
  readonly recipient: (state: CaseState) => Unreached;
}

const told =
  (template: string) =>
  (state: CaseState): Unreached =>
    state.notifications.findLast((sent) => sent.template === template)?.recipient ?? 'REPORTER';

/** The case that a mail of ours was about, and whom it was to tell. */
export const concernedBy = async (
  ports: Pick<Ports, 'inbound' | 'tasks'>,
  mailId: string,
): Promise<Concerned | undefined> => {
  const [kind = '', name = '', template = ''] = mailId.split(':');
  switch (kind) {
    case 'notice': {
      const caseId = caseIdSchema.safeParse(name).data;
      return caseId && { caseId, recipient: told(template) };
    }
    case 'bounced': {
      const caseId = caseIdSchema.safeParse(name).data;
      return caseId && { caseId, recipient: () => 'PERSONNEL_UNIT' };
    }
    case 'mail-ack': {
      const id = sha256Schema.safeParse(name).data;
      const caseId = id && (await ports.inbound.get(id))?.caseId;
      return caseId && { caseId, recipient: () => 'REPORTER' };
    }
    case 'taskOpened':
    case 'taskReminded':
    case 'code': {
      const taskId = taskIdSchema.safeParse(name).data;
      const task = taskId && (await ports.tasks.get(taskId));
      const isOwn = task?.kind === 'response' || task?.kind === 'remedy';
      return task && { caseId: task.caseId, recipient: () => (isOwn ? 'RESPONDENT' : 'TASK_HOLDER') };
    }
    default:
      return undefined;
  }
};

/** Two reports about one mail are one task. */
const itemIdOf = ({ caseId }: CaseState, { mailId, cause }: UndeliveredMail): Sha256 =>
  sha256Hex(`undelivered:${caseId}:${mailId}:${cause}`);

/** What somebody of the personnel unit sees in the queue and ends, by saying how the recipient was reached. */
const openItem = async (
  ports: UndeliveredPorts,
  state: CaseState,
  { recipient, ...mail }: UndeliveredMail & { readonly recipient: Unreached },
): Promise<Sha256> => {
  const itemId = itemIdOf(state, mail);
  const { mailId, cause, status, source } = mail;
  const item: InboundRow = {
    mailId: itemId,
    agencyId: state.agencyId,
    ...source,
    receivedAt: ports.clock.now(),
    status: 'QUEUED',
    reason: 'UNDELIVERED',
    caseId: state.caseId,
    undelivered: { mailId, recipient, cause, ...(status === undefined ? {} : { status }) },
    verdicts: noVerdicts,
    omitted: 0,
    sealedEnvelope: await sealEnvelope(ports, itemId, { from: '', to: [] }),
    setup: 'NONE',
    acts: [],
    version: 0,
  };
  await ports.inbound.create(item);
  return itemId;
};

/** That its own mail did not arrive is told to nobody: it would never end. It stands in the queue all the same. */
const tellPersonnel = async (
  ports: UndeliveredPorts,
  state: CaseState,
  { key, itemId }: { readonly key: string; readonly itemId: Sha256 },
): Promise<void> => {
  const agency = await ports.directory.agency(state.agencyId);
  if (agency === undefined) return;
  await ports.mailer.send(
    composeMail(ports.mailTexts, {
      mailId: `bounced:${state.caseId}:${key}`,
      to: agency.personnelUnitMail,
      name: 'personnelBounce',
      lang: 'id',
      values: { caseNumber: state.caseId, link: `${ports.baseUrl}/konsol/surat/${itemId}` },
    }),
  );
};

const record = (
  ports: UndeliveredPorts,
  { caseId }: CaseState,
  { key, mailId, recipient, cause, status }: UndeliveredMail & { readonly key: string; readonly recipient: Unreached },
): Promise<Appended> =>
  mayAppend(ports, {
    caseId,
    commandId: `bounced:${key}`,
    step: 'RecordUndelivered',
    command: recordBounce({ mailId, recipient, cause, ...(status === undefined ? {} : { status }) }),
  });

/**
 * Puts on record that a mail of ours did not arrive, and gives the personnel unit the task to reach its recipient in another way.
 * @returns the case, or undefined for a mail that is about none
 */
export const recordUndelivered = async (
  ports: UndeliveredPorts,
  mail: UndeliveredMail,
): Promise<CaseId | undefined> => {
  const about = await concernedBy(ports, mail.mailId);
  const state = about && (await loadCase(ports.trail, about.caseId));
  if (about === undefined || state === undefined) return undefined;
  const key = `${sha256Hex(mail.mailId).slice(0, 16)}:${mail.cause}`;
  const recipient = about.recipient(state);
  await record(ports, state, { ...mail, key, recipient });
  const itemId = await openItem(ports, state, { ...mail, recipient });
  if (recipient !== 'PERSONNEL_UNIT') await tellPersonnel(ports, state, { key, itemId });
  return about.caseId;
};
