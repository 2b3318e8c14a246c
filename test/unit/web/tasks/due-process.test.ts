import type { ArtifactKind } from '../../../../core/case/event-parts.ts';
import type { EventDraft, TaskKind } from '../../../../core/case/events.ts';
import { artifactIdSchema } from '../../../../core/ids.ts';
import { hearingOf } from '../../../../web/views/hearing.ts';
import { historyOf } from '../../../../web/views/history.ts';
import { mayOpen } from '../../../../web/views/may-open.ts';
import { visibleEvidence } from '../../../../web/views/visible-evidence.ts';
import { paths, pathTo } from '../../../support/builders/case.ts';
import {
  appealDecided,
  decisionReturned,
  evidenceStored,
  examinationHeld,
  examinationMissed,
  examinationRescheduled,
  executionCompleted,
  REASON,
  recordSigned,
  releaseOrdered,
  serviceAttempted,
  statementRecorded,
  summonsIssued,
  summonsServed,
  teamDeclined,
  teamFormed,
  teamRequested,
  trackChanged,
} from '../../../support/builders/drafts.ts';
import { materialOf } from './material.ts';

const hrefOf = (id: string) => `/bukti/${id}`;
const late = evidenceStored('capture-9', { round: 1 });

/** A case of the builders with facts put in just before its last one. */
const within = (drafts: readonly EventDraft[], ...facts: EventDraft[]): EventDraft[] => [
  ...drafts.slice(0, -1),
  ...facts,
  ...drafts.slice(-1),
];

describe('what the holder of a task is shown', () => {
  const titles = (kind: TaskKindWithPage, drafts: readonly EventDraft[]) =>
    visibleEvidence(materialOf(drafts), { kind, hrefOf }, 'id')?.map(({ title, isShown, href }) => [
      title,
      isShown,
      href === null ? 'closed' : 'open',
    ]);
  type TaskKindWithPage = Parameters<typeof visibleEvidence>[1]['kind'];

  it('is all of it for an examination, each piece marked as shown to the respondent or not', () => {
    const shown = titles('examination', [...pathTo.EXAMINATION, late, statementRecorded()]);
    expect(shown).toEqual([
      ['Isi laporan', false, 'open'],
      ['Tautan 1', true, 'open'],
      ['Tautan 1', false, 'open'],
      ['Keterangan terlapor 1', undefined, 'open'],
      expect.arrayContaining([expect.stringMatching(/^Surat /)]),
    ]);
  });

  it('is for a decision what the respondent was shown, what they said, and the record, and nothing else', () => {
    const shown = titles('decision', [...within(pathTo.DECISION, statementRecorded()), late]);
    expect(shown).toEqual([
      ['Tautan 1', true, 'open'],
      ['Berita acara pemeriksaan', undefined, 'open'],
      ['Keterangan terlapor 1', undefined, 'open'],
    ]);
  });

  it.each(['team', 'service', 'appeal', 'execution'] as const)('is no evidence at all for the kind %s', (kind) =>
    expect(titles(kind, pathTo.SERVICE)).toBeUndefined(),
  );
});

describe('an artefact', () => {
  const { state } = materialOf(pathTo.DECISION);
  const openFor = (kind: TaskKind, of: ArtifactKind, name = 'capture-9') =>
    mayOpen(kind, state, { kind: of, artifactId: artifactIdSchema.parse(name) });

  it.each([
    ['decision', 'REPORT', false],
    ['decision', 'MESSAGE', false],
    ['decision', 'ATTACHMENT', false],
    ['decision', 'CAPTURE', false],
    ['decision', 'STATEMENT', true],
    ['decision', 'EXAMINATION_RECORD', true],
    ['decision', 'LETTER', true],
    ['examination', 'REPORT', true],
    ['triage', 'REPORT', true],
    ['review', 'CAPTURE', true],
    ['team', 'CAPTURE', false],
    ['team', 'LETTER', false],
    ['service', 'STATEMENT', false],
    ['service', 'LETTER', true],
    ['appeal', 'APPEAL', true],
    ['appeal', 'APPEAL_FILE', true],
    ['appeal', 'REPORT', false],
    ['execution', 'DECISION_RECORD', true],
    ['response', 'CAPTURE', false],
    ['remedy', 'LETTER', false],
    ['answer', 'LETTER', false],
  ] as const)('may be opened from a %s task if it is a %s: %s', (kind, of, expected) =>
    expect(openFor(kind, of)).toBe(expected),
  );

  it('that was disclosed may be opened where it is decided', () =>
    expect(openFor('decision', 'CAPTURE', 'capture-1')).toBe(true));
});

describe('how a respondent is heard', () => {
  const hearing = (drafts: readonly EventDraft[], lang: 'id' | 'en' = 'id') =>
    hearingOf(materialOf(drafts), { hrefOf, lang });

  it('says what was shown and, by name only, what was not', () => {
    const { disclosure } = hearing([...pathTo.EXAMINATION, late]);
    expect(disclosure).toMatchObject({
      version: 1,
      principles: ['2. Menjaga etika dan nama baik ASN'],
      shown: [{ title: 'Tautan 1', href: '/bukti/capture-1' }],
      hidden: [
        { title: 'Isi laporan', href: null },
        { title: 'Tautan 1', href: null },
      ],
    });
    expect(disclosure?.charges).toEqual([expect.stringMatching(/^PP 94\/2021 Pasal 3 huruf f: /)]);
    expect(hearing(pathTo.REVIEW).disclosure).toBeNull();
  });

  it('says of each summons when, where, and how it is known to have arrived', () => {
    const opened = hearing([...pathTo.EXAMINATION, summonsServed()]).summonses;
    expect(opened).toMatchObject([
      {
        ordinal: 1,
        examinationAt: { text: 'Rabu, 2 Desember 2026 pukul 09.15 WIB' },
        place: 'Ruang Rapat Kepegawaian',
        served: 'Dibuka di halaman terlapor sendiri, 24 November 2026',
        standing: 'STANDS',
      },
    ]);
    expect(hearing(pathTo.EXAMINATION).summonses[0]?.served).toBeNull();
  });

  it('keeps a summons that was missed, with its proof, and one that was overtaken', () => {
    const missed = [...pathTo.EXAMINATION, examinationMissed()];
    const second = summonsIssued({ session: 2, ordinal: 2, warning: { id: 'Terlalu cepat.', en: 'Too soon.' } });
    expect(hearing([...missed, second], 'en').summonses).toMatchObject([
      { standing: 'MISSED', served: 'Handed over, 24 November 2026', warning: null },
      { standing: 'STANDS', served: null, warning: 'Too soon.' },
    ]);
    expect(hearing([...pathTo.EXAMINATION, examinationRescheduled()]).summonses[0]?.standing).toBe('OVER');
    const notServed = examinationMissed({ proof: { manner: 'NOT_SERVED' } });
    expect(hearing([...pathTo.EXAMINATION, notServed]).summonses[0]?.served).toBeNull();
  });

  it('has the statements as files, and the team with those who are not in the directory any more', () => {
    const { statements, team, isPanel } = hearing([...pathTo.EXAMINATION, statementRecorded(), teamFormed()]);
    expect(statements).toMatchObject([
      { papers: [{ title: 'Keterangan terlapor 1', href: '/bukti/statement-1' }], complete: true },
    ]);
    expect(team.map(({ name, place, position }) => [name, place, position])).toEqual([
      ['Atasan', 'CHAIR', 'Pengelola Data'],
      ['Auditor', 'SECRETARY', 'Auditor Madya'],
      ['198503152010011009', 'MEMBER', ''],
    ]);
    expect(isPanel).toBe(false);
  });
});

describe('the history', () => {
  const told = (drafts: readonly EventDraft[], lang: 'id' | 'en' = 'id') =>
    historyOf(materialOf(drafts), lang).map(({ what, note }) => (note ? `${what} | ${note}` : what));

  it('gives what officials found, oldest first, with who and why', () => {
    expect(historyOf(materialOf(pathTo.DECISION), 'id')).toMatchObject([
      { round: 1, what: 'Telaah laporan: Lanjutkan', reason: REASON },
      { round: 1, what: 'Tinjauan atasan langsung: Lanjutkan', reason: REASON },
      {
        what: expect.stringMatching(/^Sangkaan dan bukti diperlihatkan kepada terlapor, versi 1: PP 94/),
        reason: null,
      },
      { what: 'Panggilan I untuk Rabu, 2 Desember 2026 pukul 09.15 WIB, Ruang Rapat Kepegawaian' },
      { what: 'Terlapor diperiksa. Ditandatangani terlapor', reason: REASON },
      { what: 'Laporan hasil pemeriksaan: Teguran tertulis' },
    ]);
  });

  it('tells who examines and what came of each day', () => {
    const facts = [
      trackChanged(),
      teamRequested(),
      teamFormed(),
      teamDeclined(),
      summonsServed(),
      examinationMissed({ final: true }),
      examinationRescheduled(),
      releaseOrdered(),
      statementRecorded(),
      recordSigned({ manner: 'REFUSED' }),
    ];
    expect(told([...pathTo.EXAMINATION, ...facts]).slice(4)).toEqual([
      'Jalur dipindah dari Disiplin PNS ke Kode etik',
      'Tim pemeriksa diminta',
      'Tim pemeriksa dibentuk: Atasan (198503152010011002), ketua; Auditor (198503152010011008), sekretaris; 198503152010011009, anggota',
      'Tim pemeriksa tidak dibentuk',
      'Panggilan sampai: Dibuka di halaman terlapor sendiri, 24 November 2026',
      'Terlapor tidak memenuhi panggilan II (Diserahkan langsung, 24 November 2026) | Perkara berlanjut tanpa kehadiran terlapor.',
      'Pemeriksaan dijadwalkan ulang: 7 Desember 2026, 10:00',
      'Terlapor dibebaskan sementara dari tugas jabatan sejak 25 November 2026 | Auditor (198503152010011008)',
      'Terlapor memberi keterangan | Terlapor menyatakan cukup.',
      'Terlapor menolak menandatangani berita acara',
    ]);
  });

  it('tells the decision, how it arrived, and what came of it, in English too', () => {
    expect(told(paths.serving, 'en').slice(-3)).toEqual([
      'Decision: Written reprimand',
      'Decision received by the respondent: DISERAHKAN, 16 December 2026 | Takes effect 8 January 2027 if there is no remedy.',
      'In effect from 8 January 2027: Written reprimand | Ends 7 January 2028.',
    ]);
    expect(told([...paths.serving, executionCompleted], 'en').at(-1)).toBe('Sanction served, restored 10 January 2028');
    expect(told([...pathTo.APPEAL, appealDecided('UPHELD')]).slice(-2)).toEqual([
      'Keberatan diajukan, 21 Desember 2026',
      'Upaya administratif dikuatkan: Atasan pejabat yang berwenang menghukum, nomor KB/7/2027',
    ]);
    expect(told(within(pathTo.SERVICE, serviceAttempted())).at(-1)).toBe(
      'Keputusan dikirim: POS TERCATAT, 15 Desember 2026',
    );
  });

  it.each([
    [pathTo.DISMISSED, 'Keputusan: perkara dihentikan'],
    [paths.proposed, /^Diusulkan kepada Presiden: /],
    [[...pathTo.DECISION, decisionReturned()], 'Keputusan pejabat yang berwenang: Kembalikan'],
  ])('ends in what was decided instead', (drafts: readonly EventDraft[], expected) =>
    expect(told(drafts).at(-1)).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected)),
  );

  it('says that a record still waits for its signature', () =>
    expect(told([...pathTo.EXAMINATION, examinationHeld({ signing: 'PENDING' })]).at(-1)).toContain(
      'Menunggu tanda tangan terlapor',
    ));
});
