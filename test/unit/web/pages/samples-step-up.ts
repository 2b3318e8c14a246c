import { type FactorsView, factorsPage, noFactorsPage } from '../../../../web/pages/console-factors.ts';
import { type RecoveryRow, type RecoveryView, recoveryPage } from '../../../../web/pages/console-recovery.ts';
import { type StepUpView, stepUpPage } from '../../../../web/pages/step-up.ts';
import { at, bareFrame, type Sample, type Say } from './sample.ts';
import { staffFrame } from './samples-console-parts.ts';

const options = (say: Say) => ({ challenge: say('abc'), rpId: 'tertib.test' });
const stepView = (say: Say): StepUpView => ({
  frame: bareFrame,
  action: say('/t/x.y'),
  csrf: say('c'),
  errors: [],
  ask: { passkey: options(say), app: null, codes: true, isNew: false },
});
const app = (say: Say) => ({ secret: say('GEZDGNBV'), address: say('otpauth://totp/Tertib:Hadi') });

/** Pages behind a link that ask for one more proof. */
export const stepUpSamples: readonly Sample[] = [
  { name: 'task-step-up', render: (lang, say) => stepUpPage(stepView(say), lang) },
  {
    name: 'task-step-up-enrol',
    render: (lang, say) =>
      stepUpPage({ ...stepView(say), ask: { passkey: options(say), app: app(say), codes: true, isNew: true } }, lang),
  },
  {
    name: 'task-step-up-wrong',
    render: (lang, say) =>
      stepUpPage({ ...stepView(say), errors: [{ field: 'code', message: say('Bukti itu tidak cocok.') }] }, lang),
  },
  {
    name: 'task-step-up-passkey-wrong',
    render: (lang, say) =>
      stepUpPage(
        {
          ...stepView(say),
          errors: [{ field: 'passkey', message: say('Bukti itu tidak cocok.') }],
          ask: { passkey: options(say), app: null, codes: false, isNew: false },
        },
        lang,
      ),
  },
  { name: 'task-step-up-refused', render: (lang, say) => stepUpPage({ ...stepView(say), ask: 'spent' }, lang) },
  {
    name: 'task-step-up-elsewhere-refused',
    render: (lang, say) => stepUpPage({ ...stepView(say), ask: 'elsewhere' }, lang),
  },
];

const factorsView = (say: Say): FactorsView => ({
  frame: staffFrame(say),
  action: '/konsol/faktor',
  csrf: say('c'),
  errors: [],
  rows: [
    {
      factorId: say('0000000000000001'),
      kind: 'PASSKEY',
      added: at(say, '25 November 2026'),
      used: at(say, '26 November 2026'),
    },
    { factorId: say('0000000000000002'), kind: 'TOTP', added: at(say, '25 November 2026'), used: null },
  ],
  mayRemove: true,
  ask: { passkey: options(say), app: app(say), codes: true, isNew: true },
});

const recovery = (say: Say, change: Partial<RecoveryRow>): RecoveryRow => ({
  recoveryId: '0000000000000003',
  nip: say('196803121990031002'),
  person: say('Hadi Purwoko'),
  askedBy: say('Fajar Hidayat'),
  askedAt: at(say, '25 November 2026'),
  reason: say('Ponselnya hilang.'),
  state: 'ASKED',
  closed: null,
  isOwn: false,
  ...change,
});

const recoveryView = (say: Say): RecoveryView => ({
  frame: staffFrame(say),
  action: '/konsol/pemulihan',
  csrf: say('c'),
  mayAct: true,
  open: [recovery(say, {}), recovery(say, { recoveryId: '0000000000000004', isOwn: true })],
  history: [
    recovery(say, {
      state: 'CONFIRMED',
      closed: { by: say('Lestari Wulandari'), at: at(say, '26 November 2026'), reason: say('Sudah ditemui.') },
    }),
    recovery(say, { state: 'EXPIRED' }),
  ],
  posted: { recoveryId: null, errors: [], values: {} },
});

/** Pages of the console about what people prove themselves with. */
export const factorSamples: readonly Sample[] = [
  { name: 'console-factors', render: (lang, say) => factorsPage(factorsView(say), lang) },
  {
    name: 'console-factors-prove',
    render: (lang, say) =>
      factorsPage(
        {
          ...factorsView(say),
          errors: [{ field: 'code', message: say('Bukti itu tidak cocok.') }],
          mayRemove: false,
          ask: { passkey: null, app: null, codes: true, isNew: false },
        },
        lang,
      ),
  },
  {
    name: 'console-factors-none',
    render: (lang, say) => factorsPage({ ...factorsView(say), rows: [], ask: 'spent' }, lang),
  },
  { name: 'console-factors-no-number', render: (lang, say) => noFactorsPage(staffFrame(say), lang) },
  { name: 'console-recovery', render: (lang, say) => recoveryPage(recoveryView(say), lang) },
  {
    name: 'console-recovery-errors',
    render: (lang, say) =>
      recoveryPage(
        {
          ...recoveryView(say),
          posted: {
            recoveryId: '0000000000000003',
            errors: [{ field: 'reason-0000000000000003', message: say('Tulis alasan.') }],
            values: { reason: say('pendek') },
          },
        },
        lang,
      ),
  },
  {
    name: 'console-recovery-auditor',
    render: (lang, say) => recoveryPage({ ...recoveryView(say), mayAct: false, open: [] }, lang),
  },
];
