import * as z from 'zod';
import { VersionConflict } from '../../../core/errors.ts';
import { type SetupChoice, showReceiptCode, touchSetup } from '../../../core/use-cases/inbound/setup-link.ts';
import type { FieldError } from '../../design/fields.ts';
import { mailSetupDeadPage, mailSetupDonePage, mailSetupPage } from '../../pages/mail-setup.ts';
import { textsFor } from '../../text/texts.ts';
import { htmlAnswer } from '../base/answers.ts';
import type { Call } from '../base/call.ts';
import type { Route } from '../base/route.ts';
import { type FormFields, formFields, textOf } from '../tasks/form-fields.ts';
import { type PublicPorts, publicRoute } from './ports.ts';

const PATH = '/lacak/surat/{token}';
const path = z.object({ token: z.string().max(200) });

/** Neither a page of ours nor what stands between keeps anything of it. */
const deadAnswer = ({ frame, lang }: Call<PublicPorts>): Response =>
  htmlAnswer(mailSetupDeadPage(frame, lang), { status: 404 });

const formAnswer = (call: Call<PublicPorts>, errors: readonly FieldError[], fields: FormFields = {}): Response => {
  const { frame, lang, url } = call;
  const values = { caseNumber: textOf(fields, 'caseNumber'), treatment: textOf(fields, 'treatment') };
  const view = { frame, form: { action: url.pathname, hidden: {} }, errors, values };
  return htmlAnswer(mailSetupPage(view, lang), { status: errors.length === 0 ? 200 : 422 });
};

/** Of two who fetch the code at once, one gets it. */
const shownTo = async (call: Call<PublicPorts>, token: string, choice: SetupChoice) => {
  try {
    return await showReceiptCode(call.ports, token, choice);
  } catch (error) {
    if (error instanceof VersionConflict) return { kind: 'not-offered' } as const;
    throw error;
  }
};

const showForm = publicRoute.public({
  method: 'GET',
  path: PATH,
  answers: 'page',
  summary: { id: 'Kode tanda terima untuk laporan lewat surel', en: 'Receipt code of a report by mail' },
  access: null,
  limit: 'links',
  request: { params: path },
  handle: async ({ params }, call) =>
    (await touchSetup(call.ports, params.token)) ? formAnswer(call, []) : deadAnswer(call),
});

const showCode = publicRoute.public({
  method: 'POST',
  path: PATH,
  answers: 'page',
  summary: { id: 'Menampilkan kode tanda terima satu kali', en: 'Shows the receipt code, once' },
  access: null,
  limit: 'links',
  bodyKind: 'form',
  request: { params: path, body: formFields },
  handle: async ({ params, body }, call) => {
    const { setup } = textsFor(call.lang).mail;
    const treatment = textOf(body, 'treatment');
    if (treatment !== 'anonymous' && treatment !== 'named') {
      if (!(await touchSetup(call.ports, params.token, 'setup-refused'))) return deadAnswer(call);
      return formAnswer(call, [{ field: 'treatment', message: setup.treatmentError }], body);
    }
    const anonymous = treatment === 'anonymous';
    const result = await shownTo(call, params.token, { caseNumber: textOf(body, 'caseNumber'), anonymous });
    if (result.kind === 'not-offered') return deadAnswer(call);
    if (result.kind === 'wrong-number') {
      await touchSetup(call.ports, params.token, 'setup-refused');
      await call.count('wrongCodes');
      return formAnswer(call, [{ field: 'caseNumber', message: setup.caseNumberError }], body);
    }
    const { caseId, receiptCode } = result;
    return htmlAnswer(mailSetupDonePage({ frame: call.frame, caseNumber: caseId, receiptCode, anonymous }, call.lang));
  },
});

/** The link in an acknowledgement. A GET changes nothing and shows nothing of the case. */
export const mailSetupPages: readonly Route<PublicPorts>[] = [showForm, showCode];
