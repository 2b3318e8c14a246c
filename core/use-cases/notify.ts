import { formatDateEn, formatDateId } from '../calendar/format-date.ts';
import { recordNotification, revealIdentity } from '../case/commands/closing.ts';
import type { EventData, Recipient } from '../case/events.ts';
import { type CaseState, respondentNip } from '../case/state.ts';
import type { Agency } from '../directory/staff.ts';
import { NotFound } from '../errors.ts';
import { replyAddress } from '../inbound/reply-address.ts';
import { mailOf } from '../intake/intake.ts';
import { composeMail } from '../mails/compose-mail.ts';
import type { MailName } from '../mails/mail-texts.ts';
import { agencyRules } from './agency-rules.ts';
import { mayAppend, mustAppend, requireCase } from './load-case.ts';
import type { FlowCase, FlowResult, Ports } from './ports.ts';
import { taskPeriod } from './task-period.ts';

export type NotifyPorts = Pick<
  Ports,
  | 'trail'
  | 'cases'
  | 'clock'
  | 'people'
  | 'directory'
  | 'mailer'
  | 'mailTexts'
  | 'rules'
  | 'mac'
  | 'mailDomain'
  | 'baseUrl'
>;

interface Notice {
  readonly recipient: Recipient;
  readonly template: MailName;
  readonly to: string | undefined;
  readonly lang: 'id' | 'en';
}

const isAsking = (state: CaseState): boolean => state.status === 'CAPTURING';

/** Whether anything was told to this recipient about this matter already. */
const wasTold = (state: CaseState, recipient: Recipient, template: MailName): boolean =>
  state.notifications.some(
    (sent) =>
      sent.recipient === recipient &&
      sent.template === template &&
      (template !== 'reporterQuestion' || sent.round === state.round),
  );

/** Reads the reporter's address; that it was read, and for what, is on record before. */
const reporterMail = async (ports: NotifyPorts, state: CaseState): Promise<string | undefined> => {
  if (state.anonymous) return undefined;
  const purpose = isAsking(state) ? 'ASK_REPORTER' : 'NOTIFY_REPORTER';
  await mustAppend(ports, {
    caseId: state.caseId,
    commandId: `reveal:${purpose}:${state.round}`,
    step: 'Notify',
    command: revealIdentity(purpose),
  });
  const person = await ports.people.reveal(state.personRef);
  return person === undefined ? undefined : mailOf(person.reporter);
};

const staffMail = async (ports: NotifyPorts, state: CaseState, nip: Parameters<Ports['directory']['staff']>[1]) =>
  (await ports.directory.staff(state.agencyId, nip))?.mail;

const reviewerNip = (state: CaseState) => {
  const review = state.endedTasks.findLast((task) => task.kind === 'review' && task.end === 'DECIDED');
  return review?.assignee.kind === 'official' ? review.assignee.nip : undefined;
};

/** Who is to be told at this point. Only a decision concerns the respondent, the superior and the personnel unit. */
const recipientsOf = (state: CaseState): [Recipient, MailName][] => {
  if (isAsking(state)) return [['REPORTER', 'reporterQuestion']];
  if (state.appealDecisions.length > 0) {
    return [
      ['RESPONDENT', 'respondentAppeal'],
      ['PERSONNEL_UNIT', 'personnelAppeal'],
    ];
  }
  const decided = 'sanction' in state || state.status === 'DISMISSED';
  return [
    ...(decided ? ([['RESPONDENT', 'respondentNotice']] satisfies [Recipient, MailName][]) : []),
    ['REPORTER', 'reporterOutcome'],
    ...(decided && reviewerNip(state) !== undefined
      ? ([['SUPERIOR', 'superiorNotice']] satisfies [Recipient, MailName][])
      : []),
    ...(decided ? ([['PERSONNEL_UNIT', 'personnelNotice']] satisfies [Recipient, MailName][]) : []),
  ];
};

const addressOf = async (
  ports: NotifyPorts,
  state: CaseState,
  agency: Agency,
  recipient: Recipient,
): Promise<string | undefined> => {
  switch (recipient) {
    case 'REPORTER':
      return reporterMail(ports, state);
    case 'RESPONDENT': {
      const nip = respondentNip(state);
      return nip === undefined ? undefined : staffMail(ports, state, nip);
    }
    case 'SUPERIOR': {
      const nip = reviewerNip(state);
      return nip === undefined ? undefined : staffMail(ports, state, nip);
    }
    case 'PERSONNEL_UNIT':
      return agency.personnelUnitMail;
    default:
      return recipient satisfies never;
  }
};

const placeOf = ({ baseUrl }: NotifyPorts, state: CaseState, recipient: Recipient): string =>
  recipient === 'REPORTER' ? `${baseUrl}/lacak` : `${baseUrl}/konsol/perkara/${state.caseId}`;

const answerDue = async (ports: NotifyPorts, state: CaseState, agency: Agency, lang: 'id' | 'en'): Promise<string> => {
  const rules = await agencyRules(ports, agency.agencyId);
  const { dueAt } = taskPeriod(rules, agency, { kind: 'answer', from: state.updatedAt, now: state.updatedAt });
  return lang === 'id' ? formatDateId(dueAt, agency.zone) : formatDateEn(dueAt, agency.zone);
};

/** Only the reporter may answer by mail: whoever holds this address writes as them. */
const replyToOf = async (ports: NotifyPorts, { caseId, agencyId }: CaseState, recipient: Recipient) =>
  ports.mailDomain !== undefined && recipient === 'REPORTER'
    ? replyAddress(ports, { caseId, agencyId, domain: ports.mailDomain })
    : undefined;

/** The mail's id is the notice's: repeated after a crash, it is the same mail. */
const send = async (
  ports: NotifyPorts,
  state: CaseState,
  agency: Agency,
  notice: Notice & { to: string },
): Promise<string> => {
  const { recipient, template, to, lang } = notice;
  const mail = composeMail(ports.mailTexts, {
    mailId: `notice:${state.caseId}:${template}:${state.round}`,
    to,
    name: template,
    lang,
    replyTo: await replyToOf(ports, state, recipient),
    values: {
      caseNumber: state.caseId,
      agencyName: agency.name,
      personnelMail: agency.personnelUnitMail,
      link: placeOf(ports, state, recipient),
      dueAt: template === 'reporterQuestion' ? await answerDue(ports, state, agency, lang) : '',
    },
  });
  return (await ports.mailer.send(mail)).messageId;
};

const tell = async (
  ports: NotifyPorts,
  state: CaseState,
  agency: Agency,
  [recipient, template]: [Recipient, MailName],
): Promise<void> => {
  const to = await addressOf(ports, state, agency, recipient);
  const lang = recipient === 'REPORTER' ? state.report.language : 'id';
  // Whoever left no address, or has none in the directory, is told where they look themselves: tracking page or personnel unit.
  const sent: Omit<EventData['NotificationSent'], 'round'> =
    to === undefined
      ? { recipient, channel: 'TRACKING_PAGE', messageId: 'none', template }
      : {
          recipient,
          channel: 'EMAIL',
          messageId: await send(ports, state, agency, { recipient, template, to, lang }),
          template,
        };
  await mayAppend(ports, {
    caseId: state.caseId,
    commandId: `notify:${template}:${state.round}`,
    step: 'Notify',
    command: recordNotification(sent),
  });
};

/** Where the flow goes on: a sanction is to be served, a decided remedy to take effect or to end the case. */
const nextAfter = (state: CaseState): 'SERVE' | 'EFFECT' | 'CLOSE' => {
  if (!('sanction' in state) || state.closed !== undefined) return 'CLOSE';
  const remedied = state.appealDecisions.at(-1);
  if (remedied === undefined) return 'SERVE';
  return remedied.outcome === 'ANNULLED' ? 'CLOSE' : 'EFFECT';
};

/**
 * Tells everyone concerned, once each; no mail carries content of the case, and the reporter never learns the sanction.
 * Also asks the reporter where triage has a question. A sanction is to be served next.
 */
export const notifyStep = async (ports: NotifyPorts, { caseId, agencyId, round }: FlowCase): Promise<FlowResult> => {
  const state = await requireCase(ports, caseId);
  const agency = await ports.directory.agency(agencyId);
  if (agency === undefined) throw new NotFound(`agency ${agencyId} is not in the directory`);
  if (state.closed === undefined) {
    for (const [recipient, template] of recipientsOf(state)) {
      if (!wasTold(state, recipient, template)) await tell(ports, state, agency, [recipient, template]);
    }
  }
  return { caseId, agencyId, round, outcome: nextAfter(state) };
};
