import { loadCase } from '../../case/append.ts';
import { recordBounce } from '../../case/commands/closing.ts';
import type { EventData, Unreached } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { type CaseId, caseIdSchema, sha256Schema, taskIdSchema } from '../../ids.ts';
import { composeMail } from '../../mails/compose-mail.ts';
import { sha256Hex } from '../../trail/digest.ts';
import { mayAppend } from '../load-case.ts';
import type { Ports } from '../ports.ts';

export type UndeliveredPorts = Pick<
  Ports,
  'trail' | 'cases' | 'clock' | 'tasks' | 'inbound' | 'directory' | 'mailer' | 'mailTexts' | 'baseUrl'
>;

export interface UndeliveredMail {
  /** Of a mail of ours; whoever calls has made sure that it is. */
  readonly mailId: string;
  readonly cause: EventData['NotificationBounced']['cause'];
  readonly status?: string | undefined;
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
const concerned = async (ports: UndeliveredPorts, mailId: string): Promise<Concerned | undefined> => {
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
      const caseId = taskId && (await ports.tasks.get(taskId))?.caseId;
      return caseId && { caseId, recipient: () => 'TASK_HOLDER' };
    }
    default:
      return undefined;
  }
};

/** The personnel unit reaches people by other ways. That its own mail did not arrive is on record, and told to nobody: it would never end. */
const tellPersonnel = async (ports: UndeliveredPorts, state: CaseState, key: string): Promise<void> => {
  const agency = await ports.directory.agency(state.agencyId);
  if (agency === undefined) return;
  await ports.mailer.send(
    composeMail(ports.mailTexts, {
      mailId: `bounced:${state.caseId}:${key}`,
      to: agency.personnelUnitMail,
      name: 'personnelBounce',
      lang: 'id',
      values: { caseNumber: state.caseId, link: `${ports.baseUrl}/konsol/perkara/${state.caseId}` },
    }),
  );
};

/**
 * Puts on record that a mail of ours did not arrive, and asks the personnel unit to reach its recipient in another way.
 * @returns the case, or undefined for a mail that is about none
 */
export const recordUndelivered = async (
  ports: UndeliveredPorts,
  { mailId, cause, status }: UndeliveredMail,
): Promise<CaseId | undefined> => {
  const about = await concerned(ports, mailId);
  const before = about && (await loadCase(ports.trail, about.caseId));
  if (about === undefined || before === undefined) return undefined;
  const { caseId } = about;
  const key = `${sha256Hex(mailId).slice(0, 16)}:${cause}`;
  const recipient = about.recipient(before);
  await mayAppend(ports, {
    caseId,
    commandId: `bounced:${key}`,
    step: 'RecordUndelivered',
    command: recordBounce({ mailId, recipient, cause, ...(status === undefined ? {} : { status }) }),
  });
  if (recipient !== 'PERSONNEL_UNIT') await tellPersonnel(ports, before, key);
  return caseId;
};
