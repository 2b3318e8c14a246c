import { nextKindSchema } from '../../../../core/board/next-thing.ts';
import { letterFormSchema } from '../../../../core/letters/letter-forms.ts';
import type { Frame } from '../../../../web/design/layout.ts';
import type { BoardRow } from '../../../../web/pages/console-board.ts';
import type { OutcomeView } from '../../../../web/pages/console-outcome.ts';
import type { ProcessView } from '../../../../web/pages/console-process.ts';
import type { SilenceView } from '../../../../web/pages/console-silence.ts';
import { statusCodes } from '../../../../web/text/codes.ts';
import { at, type Say, sha } from './samples-task.ts';

/** Around a page of someone who is signed in. */
export const staffFrame = (say: Say): Frame => ({
  otherLanguageHref: say('?lang=en'),
  inboxHref: say('/dev/inbox'),
  account: {
    name: say('Ratna Dewi'),
    role: say('Auditor, Pemerintah Kota Contoh'),
    signOutHref: say('/konsol/keluar'),
    seesSilence: true,
  },
});

const dues = [
  { overdue: true, days: 12 },
  { overdue: true, days: 0 },
  { overdue: false, days: 0 },
  { overdue: false, days: 1 },
  { overdue: false, days: 9 },
];

/** Every kind of next thing, in every status, overdue and not, and one that stopped. */
export const boardRows = (say: Say): BoardRow[] =>
  nextKindSchema.options.map((next, i) => {
    const due = dues[i % (dues.length + 1)];
    return {
      caseNumber: say('CONTOH-2026-7K3M9QXA'),
      href: say(`/konsol/perkara/${i}`),
      status: statusCodes[i % statusCodes.length] ?? 'TRIAGE',
      next: i === 0 ? null : next,
      responsible: say('Sri Wahyuni'),
      due: due === undefined ? null : { ...due, at: at(say, 'Senin, 23 November 2026 pukul 16.00 WIB') },
      stopped: i === 4,
    };
  });

const person = (say: Say) => ({ person: say('Sri Wahyuni (198503152010011002)'), unit: say('Dinas Kominfo') });

export const silenceView = (say: Say): SilenceView => ({
  frame: staffFrame(say),
  filter: { from: '2026-01-01', to: '2026-11-30', errors: [] },
  rule: { text: say('Atasan yang tidak memeriksa dijatuhi hukuman.'), citation: say('PP 94/2021 Pasal 28') },
  total: { silences: 3, cases: 2 },
  byPerson: [
    { ...person(say), silences: 2, cases: 2 },
    { person: say('198503152010011009'), unit: null, silences: 1, cases: 1 },
  ],
  byUnit: [
    { unit: say('Dinas Kominfo'), silences: 2, cases: 2 },
    { unit: null, silences: 1, cases: 1 },
  ],
  lines: (['review', 'examination', 'decision'] as const).map((kind, i) => ({
    ...person(say),
    unit: i === 2 ? null : say('Dinas Kominfo'),
    kind,
    caseNumber: say('CONTOH-2026-7K3M9QXA'),
    href: say(`/konsol/perkara/${i}`),
    due: at(say, 'Senin, 23 November 2026 pukul 16.00 WIB'),
    recorded: at(say, '23 November 2026 pukul 16.00 WIB'),
  })),
  csvHref: say('/konsol/kelalaian.csv?from=2026-01-01&to=2026-11-30'),
});

const attendances = ['missed', 'missedFinal', 'held', 'moved', 'awaited'] as const;

export const processView = (say: Say): ProcessView => ({
  charges: {
    from: 'DISCLOSURE',
    items: [
      { code: say('3f'), article: say('PP 94/2021 Pasal 3 huruf f'), text: say('Menunjukkan integritas.') },
      { code: say('5n-2'), article: say('PP 94/2021 Pasal 5 huruf n'), text: say('Memberi dukungan.') },
    ],
  },
  team: [{ name: say('Sri Wahyuni'), element: say('Unsur kepegawaian'), seat: say('Ketua') }],
  release: { from: at(say, '2 Desember 2026'), acting: say('Agus Salim') },
  summonses: attendances.map((attendance, i) => ({
    ordinal: (i % 2) + 1,
    href: i === 0 ? null : say(`/konsol/surat/${i}`),
    issuedOn: at(say, '1 Desember 2026'),
    at: at(say, '10 Desember 2026 pukul 09.00 WIB'),
    place: say('Ruang rapat lantai 2 (Tatap muka)'),
    served: i === 0 ? null : say('Diserahkan langsung, 2 Desember 2026'),
    attendance,
    warning: i === 0 ? say('Jarak panggilan 5 hari kerja.') : null,
  })),
  disclosures: [
    {
      version: 1,
      at: at(say, '1 Desember 2026'),
      hash: sha('d'),
      evidence: [say('Tautan 1')],
      withheld: [say('Lampiran 1: surel.eml')],
    },
    { version: 2, at: at(say, '8 Desember 2026'), hash: sha('e'), evidence: [], withheld: [] },
  ],
  undisclosed: [say('Tautan 2')],
  report: {
    at: at(say, '11 Desember 2026'),
    inAbsentia: true,
    findings: say('Mengunggah ujaran kebencian.'),
    impact: say('Instansi'),
    impactReason: say('Dibagikan ratusan kali.'),
    aggravating: null,
    mitigating: say('Belum pernah dihukum.'),
    recommendation: say('Teguran tertulis'),
  },
  letters: letterFormSchema.options.map((form, i) => ({
    form,
    number: say(`800/${i}/2026`),
    at: at(say, '1 Desember 2026'),
    documents: [
      { name: say('PDF'), sha256: sha('1'), href: say(`/konsol/surat/${i}.pdf`) },
      { name: say('HTML'), sha256: sha('2'), href: null },
    ],
  })),
});

const steps = ['decided', 'upheld', 'changed', 'annulled', 'proposal', 'dismissed'] as const;

export const outcomeView = (say: Say): OutcomeView => ({
  attempts: [{ on: at(say, '4 Januari 2027'), method: say('pos tercatat'), warning: say('Lewat 3 hari kerja.') }],
  received: {
    on: at(say, '6 Januari 2027'),
    method: say('diserahkan langsung'),
    refused: true,
    warning: null,
    countedTo: at(say, '27 Januari 2027'),
    derivation: say('15 hari kerja sejak 6 Januari 2027'),
  },
  effectiveOn: at(say, '27 Januari 2027'),
  remedy: {
    route: say('Keberatan'),
    until: at(say, '27 Januari 2027'),
    derivation: say('14 hari kerja sejak 6 Januari 2027'),
    filedOn: at(say, '20 Januari 2027'),
  },
  execution: { endsOn: at(say, '27 Juli 2027'), restoredOn: at(say, '28 Juli 2027') },
  lineage: steps.map((what, i) => ({
    what,
    by: say('Bupati Contoh'),
    number: i === 0 ? null : say(`KEP/${i}/2027`),
    on: at(say, '2 Februari 2027'),
    sanction: what === 'annulled' ? null : say('Teguran tertulis'),
  })),
});
