import type { Principal } from '../../../core/access/principal.ts';
import type { Directory } from '../../../core/ports.ts';
import { usesStepUp } from '../../../core/step-up/settings.ts';
import { mayHandleMail } from '../../../core/use-cases/inbound/mail-queue.ts';
import { maySeeSilence } from '../../../core/use-cases/silence-report.ts';
import { maySeeRecoveries } from '../../../core/use-cases/step-up/recovery.ts';
import { csrfToken, isCsrfToken } from '../../../core/use-cases/visit-link.ts';
import { textsFor } from '../../text/texts.ts';
import type { SignedInCall } from '../base/call.ts';
import { HttpProblem } from '../base/http-problem.ts';
import { type FormFields, textOf } from '../tasks/form-fields.ts';
import { isFromOwnPage } from '../tasks/same-origin.ts';
import type { ConsolePorts } from './console-ports.ts';
import { sealedSession } from './session.ts';

export type ConsoleCall = SignedInCall<ConsolePorts>;

const nameOf = async (directory: Directory, { agencyId, nip, subject }: Principal): Promise<string> =>
  (nip === undefined ? undefined : (await directory.staff(agencyId, nip))?.name) ?? subject;

/** The call with the name and role of whoever is signed in on its pages. */
export const withAccount = async (call: ConsoleCall): Promise<ConsoleCall> => {
  const { principal, lang, frame, ports } = call;
  const asksMore = usesStepUp(await ports.directory.settings(principal.agencyId));
  const account = {
    name: await nameOf(ports.directory, principal),
    role: textsFor(lang).views.role[principal.role],
    signOutHref: '/konsol/keluar',
    seesSilence: maySeeSilence(principal),
    handlesMail: mayHandleMail(principal),
    hasFactors: asksMore && principal.nip !== undefined,
    seesRecoveries: asksMore && maySeeRecoveries(principal),
  };
  return { ...call, frame: { ...frame, account } };
};

/** Ties a form to the session and to what it is about. */
export const sessionToken = ({ ports, config, cookies }: ConsoleCall, subject: string): Promise<string> =>
  csrfToken(ports, subject, sealedSession(config, cookies) ?? '');

/** @throws HttpProblem 404 for a form that did not come from a page of this session */
export const requireOwnForm = async (call: ConsoleCall, subject: string, fields: FormFields): Promise<void> => {
  const browser = sealedSession(call.config, call.cookies) ?? '';
  const token = textOf(fields, 'csrf');
  const isOurs = isFromOwnPage(call) && (await isCsrfToken(call.ports, subject, { browser, token }));
  if (!isOurs) throw new HttpProblem('not-found');
};
