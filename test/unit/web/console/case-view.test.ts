import type { EventDraft } from '../../../../core/case/events.ts';
import { caseViewOf } from '../../../../web/views/console-case.ts';
import { outcomeOf } from '../../../../web/views/console-outcome.ts';
import { processOf } from '../../../../web/views/console-process.ts';
import type { CaseMaterial } from '../../../../web/views/material.ts';
import { pathTo, trailOf } from '../../../support/builders/case.ts';
import {
  appealDecided,
  CHARGE,
  caseClosed,
  decisionProposed,
  evidenceStored,
  examinationMissed,
  examinationRescheduled,
  executionCompleted,
  LAST_DAY,
  releaseOrdered,
  sanctionEffective,
  serviceAttempted,
  summonsIssued,
  summonsServed,
  teamFormed,
} from '../../../support/builders/drafts.ts';
import { materialOf } from '../tasks/material.ts';

const hrefOf = (artifactId: string) => `/bukti/${artifactId}`;
const place = {
  frame: { otherLanguageHref: null, account: null, inboxHref: null },
  hrefOf,
  exportHref: '/ekspor',
  register: { recordHref: null, appealHref: null },
};
const view = (drafts: readonly EventDraft[]) => caseViewOf(materialOf(drafts), trailOf(drafts), { place, lang: 'id' });
const process = (drafts: readonly EventDraft[]) => processOf(materialOf(drafts), hrefOf, 'id');
const outcome = (drafts: readonly EventDraft[], change: Partial<CaseMaterial> = {}) =>
  outcomeOf(materialOf(drafts, change), 'id');
const upTo = (type: EventDraft['type'], drafts: readonly EventDraft[]) =>
  drafts.slice(0, drafts.findIndex((draft) => draft.type === type) + 1);

describe('the examination on the case page', () => {
  const summoned = upTo('LetterIssued', pathTo.EXAMINATION);

  it('is empty before anyone was charged', () => {
    expect(process(pathTo.REVIEW)).toEqual({
      charges: null,
      team: [],
      release: null,
      summonses: [],
      disclosures: [],
      undisclosed: [],
      report: null,
      letters: [],
    });
  });

  it('names charges by article and where they stand, and what the respondent was shown by hash', () => {
    const { charges, disclosures } = process(pathTo.EXAMINATION);
    expect(charges).toMatchObject({
      from: 'DISCLOSURE',
      items: [{ code: CHARGE, article: 'PP 94/2021 Pasal 3 huruf f' }],
    });
    expect(disclosures).toMatchObject([{ version: 1, evidence: ['Tautan 1'], withheld: [] }]);
    expect(disclosures[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('links a summons to its letter, says whether it arrived, and what came of it', () => {
    const [served] = process([...summoned, summonsServed()]).summonses;
    expect(served).toMatchObject({
      ordinal: 1,
      href: '/bukti/summons-1-1-pdf',
      served: 'Dibuka di halaman terlapor sendiri, 24 November 2026',
      attendance: 'awaited',
    });
    expect(process(summoned).summonses[0]?.served).toBeNull();
  });

  it.each([
    ['held', pathTo.DECISION],
    ['missed', [...pathTo.EXAMINATION, examinationMissed()]],
    ['missedFinal', [...pathTo.EXAMINATION, examinationMissed({ final: true })]],
    ['moved', [...pathTo.EXAMINATION, examinationRescheduled()]],
    ['awaited', pathTo.EXAMINATION],
  ] as const)('says of a summons that it is %s', (attendance, drafts) => {
    expect(process(drafts).summonses.map((summons) => summons.attendance)).toEqual([attendance]);
  });

  it('keeps a missed first summons beside the second', () => {
    const second = summonsIssued({ session: 2, ordinal: 2 });
    const { summonses } = process([...pathTo.EXAMINATION, examinationMissed(), second]);
    expect(summonses.map(({ ordinal, attendance }) => [ordinal, attendance])).toEqual([
      [1, 'missed'],
      [2, 'awaited'],
    ]);
  });

  it('shows team and temporary release', () => {
    const { team, release } = process([...pathTo.EXAMINATION, teamFormed(), releaseOrdered()]);
    expect(team).toMatchObject([
      { name: expect.stringContaining('Atasan'), seat: 'Ketua', element: 'Atasan langsung' },
      { name: expect.stringContaining('Auditor'), seat: 'Sekretaris' },
      { seat: 'Anggota' },
    ]);
    expect(release?.from.iso).toMatch(/^2026-/);
  });

  it('names evidence that came after the disclosure, and marks each piece in the list', () => {
    const drafts = [
      ...pathTo.EXAMINATION,
      evidenceStored('attachment-1', { kind: 'ATTACHMENT', mediaType: 'image/png' }),
    ];
    expect(process(drafts).undisclosed).toEqual(['Lampiran 1: layar.png']);
    const marks = view(drafts).evidence.map(({ artifactId, isShown }) => [artifactId, isShown]);
    expect(Object.fromEntries(marks)).toMatchObject({ 'capture-1': true, 'attachment-1': false, report: undefined });
    expect(view(pathTo.REVIEW).evidence.every(({ isShown }) => isShown === undefined)).toBe(true);
  });

  it('has every column of the report, and each letter with its number, hash and way to open it', () => {
    const { report, letters } = process(pathTo.DECISION);
    expect(report).toMatchObject({
      inAbsentia: false,
      findings: 'Unggahan dibuat dan disebarkan oleh terlapor.',
      impact: expect.stringMatching(/unit kerja/i),
      aggravating: 'Tidak ada.',
      mitigating: 'Mengakui dan menghapus.',
      recommendation: 'Teguran tertulis',
    });
    expect(letters.map(({ form }) => form)).toEqual(['SUMMONS', 'EXAMINATION_REPORT']);
    expect(letters[0]).toMatchObject({
      number: 'R-1/summons-1-1/2026',
      documents: [{ name: 'PDF', href: '/bukti/summons-1-1-pdf' }],
    });
    expect(view(pathTo.DECISION).evidence.map(({ artifactId }) => artifactId)).not.toContain('summons-1-1-pdf');
  });
});

describe('what became of a decision', () => {
  it('is told of a sanction only', () => {
    for (const status of ['REVIEW', 'DECISION', 'DISMISSED', 'REFERRED'] as const) {
      expect(outcome(pathTo[status])).toBeNull();
    }
  });

  it('says that an unserved decision is not in effect', () => {
    expect(outcome([...pathTo.SERVICE, serviceAttempted()])).toMatchObject({
      attempts: [{ method: 'POS TERCATAT' }],
      received: null,
      effectiveOn: null,
      remedy: null,
      execution: null,
    });
  });

  it('says when it was received, when it takes effect as counted, and until when it can be appealed', () => {
    expect(outcome(pathTo.APPEAL_WINDOW)).toMatchObject({
      received: { on: { iso: '2026-12-16' }, refused: false, countedTo: { iso: '2027-01-08' } },
      effectiveOn: null,
      remedy: { route: 'Keberatan', until: { iso: '2027-01-07' }, filedOn: null },
    });
  });

  it.each([
    ['UPHELD', 'upheld', 'Teguran tertulis', null],
    ['CHANGED', 'changed', 'Teguran lisan', null],
    ['ANNULLED', 'annulled', null, 'ANNULLED'],
  ] as const)('keeps the line of decisions when it is %s', (decided, what, sanction, effectiveOn) => {
    const told = outcome([...pathTo.APPEAL, appealDecided(decided)]);
    expect(told?.effectiveOn).toEqual(effectiveOn);
    expect(told?.lineage).toMatchObject([
      { what: 'decided', sanction: 'Teguran tertulis' },
      { what, by: 'Atasan pejabat yang berwenang menghukum', number: 'KB/7/2027', sanction },
    ]);
  });

  it('is the same on the page of a closed case', () => {
    const open = [...pathTo.APPEAL, appealDecided('ANNULLED')];
    expect(outcome([...open, caseClosed('ANNULLED')])).toEqual(outcome(open));
  });

  it('follows a sanction of months to its end', () => {
    const served = upTo('TaskExpired', pathTo.EFFECTIVE);
    const running = [...served, sanctionEffective({ endsOn: LAST_DAY })];
    expect(outcome(running)).toMatchObject({
      effectiveOn: { iso: '2027-01-08' },
      execution: { endsOn: { iso: LAST_DAY }, restoredOn: null },
    });
    expect(outcome([...running, executionCompleted])?.execution).toMatchObject({ restoredOn: { iso: '2028-01-10' } });
  });
});

describe('the case page as a whole', () => {
  it('shows both what an official and what the respondent has open', () => {
    const { openTasks } = view(pathTo.EXAMINATION);
    expect(openTasks.map(({ kind }) => kind)).toEqual(['examination', 'response']);
    expect(openTasks[1]?.assignee).toContain('Terlapor');
  });

  it('tells of a proposal to the President as the decision that it is', () => {
    expect(view([...pathTo.DECISION, decisionProposed()]).decision?.text).toMatch(/^Diusulkan kepada Presiden: /);
  });
});
