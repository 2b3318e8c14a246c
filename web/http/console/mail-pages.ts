import * as z from 'zod';
import { otherWaySchema } from '../../../core/case/events.ts';
import type { Agency } from '../../../core/directory/staff.ts';
import { NotFound } from '../../../core/errors.ts';
import { sha256Schema } from '../../../core/ids.ts';
import { type InboundAct, type InboundRow, inboundStatusSchema } from '../../../core/inbound/inbound-row.ts';
import { plainLine, plainText } from '../../../core/plain-text.ts';
import { endUndelivered } from '../../../core/use-cases/inbound/end-undelivered.ts';
import {
  listMails,
  mayBecomeReport,
  mayBeSetAside,
  orderReport,
  type QueueResult,
  readMail,
  setMailAside,
} from '../../../core/use-cases/inbound/mail-queue.ts';
import { isRawMailHidden, openRawMail } from '../../../core/use-cases/inbound/raw-mail.ts';
import { momentOf } from '../../design/moment.ts';
import { inboundMailPage, type MailForm, type MailRow, mailListPage } from '../../pages/console-mails.ts';
import { textsFor } from '../../text/texts.ts';
import { sizeText } from '../../views/evidence.ts';
import { htmlAnswer, seeOther } from '../base/answers.ts';
import { type FormFields, textOf } from '../tasks/form-fields.ts';
import { type ConsoleCall, requireOwnForm, sessionToken } from './console-call.ts';
import { MAILS } from './return-path.ts';

export const mailQuery = z.object({
  status: inboundStatusSchema.catch('QUEUED').default('QUEUED'),
  cursor: z.string().max(1024).optional(),
});
export const mailPath = z.object({ mailId: sha256Schema });
type MailQuery = z.infer<typeof mailQuery>;
export type MailPath = z.infer<typeof mailPath>;

const PAGE = 25;
const reasonShape = plainLine(10, 500);
const descriptionShape = plainText(20, 20_000);

const hrefOf = ({ mailId }: MailPath): string => `${MAILS}/${mailId}`;

const agencyOf = async ({ ports, principal }: ConsoleCall): Promise<Agency> => {
  const agency = await ports.directory.agency(principal.agencyId);
  if (agency === undefined) throw new NotFound(`agency ${principal.agencyId} is not in the directory`);
  return agency;
};

const rowView = (row: InboundRow, { zone }: Agency, lang: ConsoleCall['lang']): MailRow => ({
  href: hrefOf(row),
  receivedAt: momentOf(row.receivedAt, zone, lang),
  status: row.status,
  reason: row.reason ?? null,
  size: sizeText(row.size, lang),
  verdicts: row.verdicts,
});

/** `/konsol/surat`. @throws NotFound for whoever it is not for */
export const mailListAnswer = async (call: ConsoleCall, { status, cursor }: MailQuery): Promise<Response> => {
  const { ports, principal, frame, lang } = call;
  const page = await listMails(ports, principal, { status, limit: PAGE, cursor });
  const agency = await agencyOf(call);
  const view = {
    frame,
    status,
    statuses: ['QUEUED', 'RECEIVED', 'FILED', 'ATTACHED', 'IGNORED'] as const,
    rows: page.items.map((row) => rowView(row, agency, lang)),
    nextHref: page.cursor === undefined ? null : `${MAILS}?${new URLSearchParams({ status, cursor: page.cursor })}`,
  };
  return htmlAnswer(mailListPage(view, lang));
};

type Step = MailForm['step'];
/** The last segment of the path that takes each form. */
const segments: Readonly<Record<Step, string>> = {
  'open-raw': 'asli',
  'file-report': 'laporan',
  'set-aside': 'sisih',
  'end-undelivered': 'selesai',
};

interface Wrong {
  readonly step: Step;
  readonly errors: MailForm['errors'];
  readonly fields: FormFields;
}

const subjectOf = (path: MailPath, step: Step): string => `mail:${path.mailId}:${step}`;

const formOf = async (call: ConsoleCall, path: MailPath, step: Step, wrong?: Wrong): Promise<MailForm> => {
  const isThis = wrong?.step === step;
  return {
    step,
    action: `${hrefOf(path)}/${segments[step]}`,
    hidden: { csrf: await sessionToken(call, subjectOf(path, step)) },
    errors: isThis ? wrong.errors : [],
    values: isThis
      ? {
          reason: textOf(wrong.fields, 'reason'),
          description: textOf(wrong.fields, 'description'),
          way: textOf(wrong.fields, 'way'),
        }
      : {},
  };
};

const actsOf = async ({ ports, principal, lang }: ConsoleCall, acts: readonly InboundAct[], { zone }: Agency) =>
  Promise.all(
    acts.map(async ({ at, nip, action, way, reason }) => ({
      at: momentOf(at, zone, lang),
      who:
        (nip && (await ports.directory.staff(principal.agencyId, nip))?.name) ?? nip ?? textsFor(lang).common.unknown,
      action,
      way: way ?? null,
      reason,
    })),
  );

interface Shown {
  readonly wrong?: Wrong | undefined;
  readonly refused?: string | undefined;
}

/** `/konsol/surat/<mailId>`. @throws NotFound */
export const mailAnswer = async (call: ConsoleCall, path: MailPath, shown: Shown = {}): Promise<Response> => {
  const { ports, principal, frame, lang } = call;
  const row = await readMail(ports, principal, path.mailId);
  const agency = await agencyOf(call);
  const { href: _href, ...facts } = rowView(row, agency, lang);
  const { wrong, refused } = shown;
  const { undelivered } = row;
  const isTask = undelivered !== undefined && row.status === 'QUEUED';
  const view = {
    frame,
    ...facts,
    sha256: row.sha256,
    omitted: row.omitted,
    caseNumber: row.caseId ?? null,
    acts: await actsOf(call, row.acts, agency),
    refused: refused ?? null,
    raw: (await isRawMailHidden(ports, row)) ? null : await formOf(call, path, 'open-raw', wrong),
    undelivered: undelivered === undefined ? null : { ...undelivered, status: undelivered.status ?? null },
    readAction: `${hrefOf(path)}/baca`,
    end: isTask ? await formOf(call, path, 'end-undelivered', wrong) : null,
    file: mayBecomeReport(row) ? await formOf(call, path, 'file-report', wrong) : null,
    aside: mayBeSetAside(row) ? await formOf(call, path, 'set-aside', wrong) : null,
  };
  const status = wrong === undefined ? (refused === undefined ? 200 : 409) : 422;
  return htmlAnswer(inboundMailPage(view, lang), { status });
};

const wrongIn = ({ lang }: ConsoleCall, step: Step, fields: FormFields): Wrong | undefined => {
  const { one, undelivered } = textsFor(lang).mail;
  const checks = [
    step === 'file-report' &&
      !descriptionShape.safeParse(textOf(fields, 'description')).success && {
        field: 'description',
        message: one.descriptionError,
      },
    step === 'end-undelivered' &&
      !otherWaySchema.safeParse(textOf(fields, 'way')).success && { field: 'way', message: undelivered.wayError },
    !reasonShape.safeParse(textOf(fields, 'reason')).success && {
      field: `reason-${step}`,
      message: step === 'end-undelivered' ? undelivered.noteError : one.reasonError,
    },
  ];
  const errors = checks.filter((check) => check !== false);
  return errors.length === 0 ? undefined : { step, errors, fields };
};

/** Goes on with a form that is ours and complete; else shows the page again. */
export const withMailForm = async (
  call: ConsoleCall,
  { path, step, fields }: { readonly path: MailPath; readonly step: Step; readonly fields: FormFields },
  go: (reason: string) => Promise<Response>,
): Promise<Response> => {
  await requireOwnForm(call, subjectOf(path, step), fields);
  const wrong = wrongIn(call, step, fields);
  return wrong === undefined ? go(textOf(fields, 'reason').trim()) : mailAnswer(call, path, { wrong });
};

const afterwards = (call: ConsoleCall, path: MailPath, result: QueueResult): Promise<Response> | Response =>
  result.kind === 'done' ? seeOther(hrefOf(path)) : mailAnswer(call, path, { refused: result.refusal[call.lang] });

/** What a service says of a mail of ours is no message. */
const endingOf = (raw: Uint8Array): string => (raw[0] === 0x7b ? 'json' : 'eml');

/** The raw message as a file, for a reason that is on record. @throws NotFound */
export const mailRawAnswer = (call: ConsoleCall, path: MailPath, fields: FormFields): Promise<Response> =>
  withMailForm(call, { path, step: 'open-raw', fields }, async (reason) => {
    const opened = await openRawMail(call.ports, call.principal, { ...path, reason });
    if (opened.kind === 'refused') return mailAnswer(call, path, { refused: opened.refusal[call.lang] });
    const { raw } = opened;
    return new Response(new Uint8Array(raw), {
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': `attachment; filename="${path.mailId.slice(0, 16)}.${endingOf(raw)}"`,
      },
    });
  });

/** Turns a mail into a report. @throws NotFound */
export const mailFileAnswer = (call: ConsoleCall, path: MailPath, fields: FormFields): Promise<Response> =>
  withMailForm(call, { path, step: 'file-report', fields }, async (reason) => {
    const description = textOf(fields, 'description');
    return afterwards(call, path, await orderReport(call.ports, call.principal, { ...path, reason, description }));
  });

/** Sets a mail aside. @throws NotFound */
export const mailAsideAnswer = (call: ConsoleCall, path: MailPath, fields: FormFields): Promise<Response> =>
  withMailForm(call, { path, step: 'set-aside', fields }, async (reason) =>
    afterwards(call, path, await setMailAside(call.ports, call.principal, { ...path, reason })),
  );

/** Ends the task that a mail of ours did not arrive. @throws NotFound */
export const mailEndAnswer = (call: ConsoleCall, path: MailPath, fields: FormFields): Promise<Response> =>
  withMailForm(call, { path, step: 'end-undelivered', fields }, async (reason) => {
    const way = otherWaySchema.parse(textOf(fields, 'way'));
    return afterwards(call, path, await endUndelivered(call.ports, call.principal, { ...path, way, reason }));
  });
