import type { Route } from '../base/route.ts';
import { formFields } from '../tasks/form-fields.ts';
import { withAccount } from './console-call.ts';
import { type ConsolePorts, consoleRoute } from './console-ports.ts';
import { factorsAnswer, factorsChangeAnswer } from './factor-pages.ts';
import { recoveryActAnswer, recoveryAnswer } from './recovery-pages.ts';
import { FACTORS, RECOVERY } from './return-path.ts';

/** Nothing of a case is shown here; what administrators do has a record of its own. */
const page = { answers: 'page', limit: 'staff', access: null } as const;

/** What people prove themselves with: their own, and its recovery by two administrators. */
export const factorRoutes: readonly Route<ConsolePorts>[] = [
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: FACTORS,
    summary: { id: 'Bukti diri saya', en: 'My proofs of who I am' },
    handle: async (_input, call) => factorsAnswer(await withAccount(call)),
  }),
  consoleRoute.console({
    ...page,
    method: 'POST',
    path: FACTORS,
    summary: { id: 'Buktikan, tambah, atau hapus', en: 'Prove, add or remove' },
    bodyKind: 'form',
    request: { body: formFields },
    handle: async ({ body }, call) => factorsChangeAnswer(await withAccount(call), body),
  }),
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: RECOVERY,
    summary: { id: 'Pemulihan bukti diri', en: 'Recovery of proofs' },
    handle: async (_input, call) => recoveryAnswer(await withAccount(call)),
  }),
  consoleRoute.console({
    ...page,
    method: 'POST',
    path: RECOVERY,
    summary: { id: 'Minta, setujui, atau tolak pemulihan', en: 'Ask for, confirm or decline a recovery' },
    bodyKind: 'form',
    request: { body: formFields },
    handle: async ({ body }, call) => recoveryActAnswer(await withAccount(call), body),
  }),
];
