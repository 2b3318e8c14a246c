import { codePage, neutralPage } from '../../../../web/pages/task-gate.ts';
import { taskActedPage, taskDonePage, taskRefusalPage } from '../../../../web/pages/task-result.ts';
import { at, bareFrame, type Sample, sha } from './sample.ts';
import { actSamples } from './samples-act.ts';
import { respondentSamples } from './samples-respondent.ts';
import { stepUpSamples } from './samples-step-up.ts';

export { at, bareFrame, type Sample, type Say, sha } from './sample.ts';
export { evidence, principles } from './samples-case.ts';

export const taskSamples: readonly Sample[] = [
  ...actSamples,
  ...respondentSamples,
  ...stepUpSamples,
  {
    name: 'task-neutral',
    render: (lang, say) => neutralPage({ frame: bareFrame, action: say('/t/x.y') }, lang),
  },
  {
    name: 'task-code',
    render: (lang, say) => codePage({ frame: bareFrame, action: say('/t/x.y'), csrf: say('c'), errors: [] }, lang),
  },
  {
    name: 'task-code-wrong',
    render: (lang, say) =>
      codePage(
        {
          frame: bareFrame,
          action: say('/t/x.y'),
          csrf: say('c'),
          errors: [{ field: 'code', message: say('Kode tidak cocok. Tersisa 4 percobaan.') }],
        },
        lang,
      ),
  },
  {
    name: 'task-done',
    render: (lang, say) =>
      taskDonePage(
        {
          frame: bareFrame,
          caseNumber: say('CONTOH-2026-7K3M9QXA'),
          outcome: say('Lanjutkan'),
          recordedAt: at(say, '25 November 2026 pukul 09.10 WIB'),
          event: { seq: 9, hash: sha('e') },
          next: say('Pejabat yang berwenang mendapat tugas untuk memutuskan.'),
        },
        lang,
      ),
  },
  { name: 'task-refused', render: (lang) => taskRefusalPage({ frame: bareFrame }, lang) },
  { name: 'task-already-acted', render: (lang) => taskActedPage({ frame: bareFrame }, lang) },
];
