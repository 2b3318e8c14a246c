import * as z from 'zod';
import type { Agency } from '../../../core/directory/staff.ts';
import { NotFound } from '../../../core/errors.ts';
import { nipSchema } from '../../../core/ids.ts';
import { factorIdSchema, recoveryReasonSchema } from '../../../core/step-up/factors.ts';
import {
  askRecovery,
  closeRecovery,
  isAdministrator,
  type ListedRecovery,
  listRecoveries,
  maySeeRecoveries,
  type RecoveryResult,
} from '../../../core/use-cases/step-up/recovery.ts';
import type { FieldError } from '../../design/fields.ts';
import { momentOf } from '../../design/moment.ts';
import { type RecoveryRow, recoveryPage } from '../../pages/console-recovery.ts';
import { textsFor } from '../../text/texts.ts';
import { htmlAnswer, seeOther } from '../base/answers.ts';
import { type FormFields, textOf } from '../tasks/form-fields.ts';
import { retried } from '../tasks/retried.ts';
import { type ConsoleCall, requireOwnForm, sessionToken } from './console-call.ts';
import { RECOVERY } from './return-path.ts';

const fromNumber = (typed: unknown) => (typeof typed === 'string' ? typed.replace(/[\s.]/g, '') : typed);
const askSchema = z.object({ nip: z.preprocess(fromNumber, nipSchema), reason: recoveryReasonSchema });
const closeSchema = askSchema.extend({ recoveryId: factorIdSchema, step: z.enum(['confirm', 'decline']) });

const rowOf = async (call: ConsoleCall, agency: Agency, recovery: ListedRecovery): Promise<RecoveryRow> => {
  const { ports, principal, lang } = call;
  const nameOf = async (nip: ListedRecovery['nip']) => (await ports.directory.staff(agency.agencyId, nip))?.name ?? nip;
  const { recoveryId, nip, reason, askedBy, askedAt, closedAt, closedBy, closingReason = '' } = recovery;
  const isClosed = closedAt !== undefined && closedBy !== undefined;
  return {
    recoveryId,
    nip,
    person: await nameOf(nip),
    askedBy: await nameOf(askedBy),
    askedAt: momentOf(askedAt, agency.zone, lang),
    reason,
    state: recovery.state === 'ASKED' && !recovery.isOpen ? 'EXPIRED' : recovery.state,
    closed: isClosed
      ? { by: await nameOf(closedBy), at: momentOf(closedAt, agency.zone, lang), reason: closingReason }
      : null,
    isOwn: askedBy === principal.nip,
  };
};

interface Posted {
  readonly errors: readonly FieldError[];
  readonly fields: FormFields;
}

/** `/konsol/pemulihan`, for administrators and auditors; anyone else finds nothing here. @throws NotFound */
export const recoveryAnswer = async (call: ConsoleCall, posted?: Posted): Promise<Response> => {
  const { ports, principal, frame, lang } = call;
  const agency = await ports.directory.agency(principal.agencyId);
  if (!maySeeRecoveries(principal) || agency === undefined) throw new NotFound('no recoveries for this role');
  const recoveries = await listRecoveries(ports, principal);
  const rowsOf = (isOpen: boolean) =>
    Promise.all(recoveries.filter((one) => one.isOpen === isOpen).map((one) => rowOf(call, agency, one)));
  const { fields = {}, errors = [] } = posted ?? {};
  const view = {
    frame,
    action: RECOVERY,
    csrf: await sessionToken(call, RECOVERY),
    mayAct: isAdministrator(principal),
    open: await rowsOf(true),
    history: await rowsOf(false),
    posted: {
      recoveryId: textOf(fields, 'recoveryId') || null,
      errors,
      values: { nip: textOf(fields, 'nip'), reason: textOf(fields, 'reason') },
    },
  };
  return htmlAnswer(recoveryPage(view, lang), { status: posted === undefined ? 200 : 422 });
};

/** The input that a form's own errors stand at. */
const reasonId = (fields: FormFields): string => {
  const recoveryId = textOf(fields, 'recoveryId');
  return recoveryId === '' ? 'ask-reason' : `reason-${recoveryId}`;
};

const issuesOf = (error: z.ZodError, fields: FormFields, lang: ConsoleCall['lang']): FieldError[] => {
  const { recovery } = textsFor(lang).stepUp;
  const known: Readonly<Record<string, FieldError>> = {
    nip: { field: 'nip', message: recovery.nipError },
    reason: { field: reasonId(fields), message: recovery.reasonError },
    step: { field: reasonId(fields), message: recovery.decisionError },
  };
  const paths = new Set(error.issues.map(({ path }) => String(path[0])));
  return [...paths].flatMap((path) => known[path] ?? []);
};

/** Asks, confirms or declines, as an administrator. @throws NotFound for everyone else */
export const recoveryActAnswer = async (call: ConsoleCall, fields: FormFields): Promise<Response> => {
  const { ports, principal, lang } = call;
  await requireOwnForm(call, RECOVERY, fields);
  if (!isAdministrator(principal)) throw new NotFound('recoveries are for administrators');
  const answered = (result: RecoveryResult): Promise<Response> | Response => {
    if (result.kind === 'done') return seeOther(RECOVERY);
    const field = fields.step === 'ask' ? 'nip' : reasonId(fields);
    const message = textsFor(lang).stepUp.refusals[result.code];
    return recoveryAnswer(call, { errors: [{ field, message }], fields });
  };
  if (fields.step === 'ask') {
    const asked = askSchema.safeParse(fields);
    if (!asked.success) return recoveryAnswer(call, { errors: issuesOf(asked.error, fields, lang), fields });
    return answered(await retried(() => askRecovery(ports, principal, asked.data)));
  }
  const closing = closeSchema.safeParse(fields);
  if (!closing.success) return recoveryAnswer(call, { errors: issuesOf(closing.error, fields, lang), fields });
  const { step, ...rest } = closing.data;
  const state = step === 'confirm' ? 'CONFIRMED' : 'DECLINED';
  return answered(await retried(() => closeRecovery(ports, principal, { ...rest, state })));
};
