import { boardPage } from '../../../../web/pages/console-board.ts';
import { casePage } from '../../../../web/pages/console-case.ts';
import { caseListPage } from '../../../../web/pages/console-cases.ts';
import { custodyPage } from '../../../../web/pages/console-custody.ts';
import { signInPage, signOutPage } from '../../../../web/pages/console-sign-in.ts';
import { silencePage } from '../../../../web/pages/console-silence.ts';
import { myTasksPage } from '../../../../web/pages/console-tasks.ts';
import { boardRows, outcomeView, processView, silenceView, staffFrame } from './samples-console-parts.ts';
import { factorSamples } from './samples-step-up.ts';
import { at, evidence, principles, type Sample, type Say, sha } from './samples-task.ts';

const target = (say: Say, action: string) => ({ action: say(action), hidden: { csrf: say('t0k3n') } });

const trailTypes = [
  'ReportReceived',
  'EvidenceRequested',
  'EvidenceStored',
  'EvidenceCaptureFailed',
  'PrinciplesSuggested',
  'TaskOpened',
  'TriageDecided',
  'SomethingNewer',
];

/** The pages of the console. */
export const consoleSamples: readonly Sample[] = [
  ...factorSamples,
  {
    name: 'console-sign-in',
    render: (lang, say) =>
      signInPage(
        { frame: { ...staffFrame(say), account: null }, form: target(say, '/konsol/masuk'), errors: [] },
        lang,
      ),
  },
  {
    name: 'console-sign-out',
    render: (lang, say) => signOutPage({ frame: staffFrame(say), form: target(say, '/konsol/keluar') }, lang),
  },
  {
    name: 'console-cases',
    render: (lang, say) =>
      caseListPage(
        {
          frame: staffFrame(say),
          filter: { status: 'REVIEW', q: say('7K3M') },
          rows: [
            {
              caseNumber: say('CONTOH-2026-7K3M9QXA'),
              href: say('/konsol/perkara/1'),
              status: 'REVIEW',
              receivedAt: at(say, '23 November 2026'),
              respondent: say('Budi Raharja'),
              due: { at: at(say, '30 November 2026'), overdue: false },
            },
            {
              caseNumber: say('CONTOH-2026-2B8XW1ND'),
              href: say('/konsol/perkara/2'),
              status: 'DECISION',
              receivedAt: at(say, '20 November 2026'),
              respondent: say('Agus Salim Wirawan'),
              due: { at: at(say, '21 November 2026'), overdue: true },
            },
            {
              caseNumber: say('CONTOH-2026-9ZQ4T6VE'),
              href: say('/konsol/perkara/3'),
              status: 'DISMISSED',
              receivedAt: at(say, '2 November 2026'),
              respondent: null,
              due: null,
            },
          ],
          pager: { firstHref: say('/konsol'), nextHref: say('/konsol?cursor=abc') },
        },
        lang,
      ),
  },
  {
    name: 'console-cases-empty',
    render: (lang, say) =>
      caseListPage(
        {
          frame: staffFrame(say),
          filter: { status: null, q: '' },
          rows: [],
          pager: { firstHref: null, nextHref: null },
        },
        lang,
      ),
  },
  {
    name: 'console-board',
    render: (lang, say) =>
      boardPage(
        {
          frame: staffFrame(say),
          filter: { status: null },
          rows: boardRows(say),
          pager: { firstHref: null, nextHref: say('/konsol/papan?cursor=abc') },
        },
        lang,
      ),
  },
  {
    name: 'console-board-empty',
    render: (lang, say) =>
      boardPage(
        {
          frame: staffFrame(say),
          filter: { status: 'APPEAL' },
          rows: [],
          pager: { firstHref: null, nextHref: null },
        },
        lang,
      ),
  },
  { name: 'console-silence', render: (lang, say) => silencePage(silenceView(say), lang) },
  {
    name: 'console-silence-errors',
    render: (lang, say) =>
      silencePage(
        {
          ...silenceView(say),
          filter: {
            from: '2026-11-30',
            to: say('2026-11-01'),
            errors: [{ field: 'to', message: say('Tanggal akhir tidak boleh mendahului tanggal awal.') }],
          },
        },
        lang,
      ),
  },
  {
    name: 'console-silence-none',
    render: (lang, say) =>
      silencePage({ ...silenceView(say), total: { silences: 0, cases: 0 }, byPerson: [], byUnit: [], lines: [] }, lang),
  },
  {
    name: 'console-tasks',
    render: (lang, say) =>
      myTasksPage(
        {
          frame: staffFrame(say),
          rows: [
            {
              kind: 'review',
              caseNumber: say('CONTOH-2026-7K3M9QXA'),
              href: say('/t/1'),
              due: { at: at(say, '30 November 2026'), overdue: false },
            },
            {
              kind: 'triage',
              caseNumber: say('CONTOH-2026-2B8XW1ND'),
              href: say('/t/2'),
              due: { at: at(say, '21 November 2026'), overdue: true },
            },
          ],
        },
        lang,
      ),
  },
  {
    name: 'console-custody',
    render: (lang, say) =>
      custodyPage(
        {
          frame: staffFrame(say),
          caseNumber: say('CONTOH-2026-7K3M9QXA'),
          caseHref: say('/konsol/perkara/1'),
          title: say('Tautan 1'),
          sha256: sha('1'),
          isHeld: true,
          stamp: { label: say('Ada'), note: say('oleh TSA Contoh'), isMissing: false, at: at(say, '23 November 2026') },
          rows: [
            { at: at(say, '23 November 2026'), what: say('Diambil'), more: null, who: say('Sistem'), seq: 6 },
            {
              at: at(say, '24 November 2026'),
              what: say('Berkas asli diunduh'),
              more: say('Keperluan: diminta penyidik'),
              who: say('Sri Wahyuni (198501012010012006), Auditor'),
              seq: null,
            },
          ],
        },
        lang,
      ),
  },
  {
    name: 'console-case',
    render: (lang, say) =>
      casePage(
        {
          frame: staffFrame(say),
          status: 'SERVICE',
          facts: {
            caseNumber: say('CONTOH-2026-7K3M9QXA'),
            agencyName: say('Pemerintah Kota Contoh'),
            receivedAt: at(say, '23 November 2026 pukul 14.02 WIB'),
            incidentAt: null,
            track: null,
            respondent: { name: null, nip: null, position: null, unit: null, accounts: [] },
          },
          suggestion: { verdict: 'abstain', by: say('paket aturan 2026.11.1') },
          principles: principles(say)
            .filter(({ hits }) => hits.length > 0)
            .map((principle) => ({ ...principle, confirmed: true })),
          decision: {
            text: say('Teguran tertulis'),
            at: at(say, '1 Desember 2026'),
            reason: say('Perbuatan diakui dan berdampak pada unit kerja.'),
            deviation: say('Terlapor mengakui sejak awal dan menghapus unggahannya.'),
            recordHref: say('/konsol/catatan.pdf'),
          },
          openTasks: [
            { kind: 'review', assignee: say('Sri Wahyuni'), due: { at: at(say, '30 November 2026'), overdue: true } },
            { kind: 'answer', assignee: say('Pelapor'), due: { at: at(say, '30 November 2026'), overdue: false } },
          ],
          unreached: [say('Pelapor'), say('Terlapor')],
          process: processView(say),
          outcome: outcomeView(say),
          register: { recordHref: say('/konsol/register'), appealHref: say('/konsol/upaya') },
          evidence: evidence(say).map((item, i) => ({ ...item, isShown: i % 2 === 0 })),
          trail: trailTypes.map((type, i) => ({
            seq: i + 1,
            at: at(say, '23 November 2026 pukul 14.02 WIB'),
            actor: say('Sistem: pengambil bukti'),
            type: type === 'SomethingNewer' ? say(type) : type,
            hash: sha(String(i)),
          })),
          verdict: { code: 'UNSEALED', seq: null, detail: null },
          exportHref: say('/v1/cases/1/export'),
        },
        lang,
      ),
  },
];
