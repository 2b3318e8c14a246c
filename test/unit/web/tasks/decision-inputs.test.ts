import type { EventDraft } from '../../../../core/case/events.ts';
import { provisionCodeSchema } from '../../../../core/rules/codes.ts';
import { configureRules } from '../../../../core/rules/rule-book.ts';
import { ruleBook } from '../../../../rules/index.ts';
import { decisionInputsOf } from '../../../../web/views/decision-inputs.ts';
import type { CaseMaterial } from '../../../../web/views/material.ts';
import { paths, pathTo } from '../../../support/builders/case.ts';
import {
  examinationReported,
  letterIssued,
  recordSigned,
  teamFormed,
  trackChanged,
} from '../../../support/builders/drafts.ts';
import { inputs, place } from './inputs.ts';
import { materialOf } from './material.ts';

describe('a decision', () => {
  const decided = (change: Partial<CaseMaterial> = {}, drafts: readonly EventDraft[] = pathTo.DECISION) =>
    inputs('decision', drafts, change);
  const options = (found: ReturnType<typeof decided>) => found.sanctions.flatMap((group) => group.options);
  const free = (found: ReturnType<typeof decided>) =>
    options(found)
      .filter(({ disabled }) => disabled !== true)
      .map(({ value }) => value);

  it('shows the report with every column, and how the examinee took the record', () => {
    const { report } = decided();
    expect(report).toMatchObject({
      inAbsentia: false,
      findings: 'Unggahan dibuat dan disebarkan oleh terlapor.',
      impact: 'Unit kerja',
      recommended: 'Teguran tertulis',
      record: { paper: { href: '/bukti/examination-record-1-1' }, signing: 'SIGNED' },
      letters: [{ title: 'Laporan hasil pemeriksaan R-1/examination-report-1/2026' }],
    });
    expect(report?.derivations.map(({ impact }) => impact)).toEqual(['UNIT']);
    expect(decided().deviation).toMatchObject({ recommended: 'Teguran tertulis' });
  });

  it('takes the word of the examinee on the record from their own page', () => {
    const drafts = [...paths.examined, recordSigned({ manner: 'REFUSED' })];
    const after = [
      ...drafts,
      letterIssued('examination-report-1'),
      examinationReported(),
      ...pathTo.DECISION.slice(-1),
    ];
    expect(decided({}, after).report?.record?.signing).toBe('REFUSED');
  });

  it('derives the level for every impact where the report sets none, and deviates from nothing where it recommends nothing', () => {
    const { impact: _impact, recommendedSanction: _none, ...rest } = examinationReported().data;
    const bare: EventDraft = { type: 'ExaminationReported', data: rest };
    const drafts = [...paths.examined, letterIssued('examination-report-1'), bare, ...pathTo.DECISION.slice(-1)];
    const found = decided({}, drafts);
    expect(found.report?.derivations).toHaveLength(3);
    expect([found.report?.recommended, found.deviation]).toEqual([null, null]);
    const cleared: EventDraft = { type: 'ExaminationReported', data: { ...rest, recommendedSanction: 'NONE' } };
    const clearedDrafts = [
      ...paths.examined,
      letterIssued('examination-report-1'),
      cleared,
      ...pathTo.DECISION.slice(-1),
    ];
    expect(decided({}, clearedDrafts).report?.recommended).toBe('Tidak terbukti, tanpa hukuman');
  });

  it('shows heavy sanctions without a team, but not to be chosen, with the article', () => {
    const found = decided();
    expect(free(found)).toEqual(['R1', 'R2', 'R3', 'S1', 'S2', 'S3']);
    expect(options(found).find(({ value }) => value === 'B3')).toMatchObject({
      disabled: true,
      label: expect.stringMatching(/\(perlu tim pemeriksa: PP 94\/2021 Pasal 29\)$/),
    });
    const drafts = [...pathTo.REVIEW.slice(0, -1), ...pathTo.DECISION.slice(pathTo.REVIEW.length - 1)];
    const withTeam = [...drafts.slice(0, -2), teamFormed(), ...drafts.slice(-2)];
    expect(free(decided({}, withTeam))).toContain('B3');
  });

  it('offers no more than the official may impose, and marks what only the President may', () => {
    const mayDecide = new Map([
      ['LIGHT', 'IMPOSE'],
      ['B3', 'PROPOSE'],
    ] as const);
    const drafts = [...pathTo.DECISION.slice(0, -2), teamFormed(), ...pathTo.DECISION.slice(-2)];
    const found = decided({ mayDecide }, drafts);
    expect(free(found)).toEqual(['R1', 'R2', 'R3', 'B3']);
    expect(options(found).at(-1)?.label).toMatch(/\(diusulkan kepada Presiden\)$/);
  });

  it('offers nothing against someone who is not in the directory', () => {
    const found = decided({ people: new Map() });
    expect([found.sanctions, found.derivations]).toEqual([[], []]);
  });

  it('holds against the respondent only what they were told of', () => {
    expect(decided().provisions).toMatchObject([{ code: '3f', note: 'Terbukti menurut laporan pemeriksaan.' }]);
    expect(decided().confirmed.map(({ code }) => code)).toEqual(['P2']);
  });

  it('needs a panel for a moral sanction only where the agency wants one', () => {
    const drafts = [...pathTo.DECISION.slice(0, -3), trackChanged(), ...pathTo.DECISION.slice(-3)];
    const ethics = (ethicsPanelRequired: boolean) =>
      decisionInputsOf(materialOf(drafts, { rules: configureRules(ruleBook, { ethicsPanelRequired }) }), place);
    expect(options(ethics(true)).map(({ value, disabled }) => [value, disabled])).toEqual([
      ['M1', true],
      ['M2', true],
    ]);
    expect(free(ethics(false))).toEqual(['M1', 'M2']);
    expect(ethics(true).derivations).toMatchObject([{ impact: null, level: 'Sanksi moral' }]);
  });

  it('tells earlier sanctions by case and comparable ones by year alone', () => {
    const { earlier, comparables } = decided({
      earlier: [
        { caseNumber: 'CONTOH-2025-1', sanctionCode: 'R1', provisions: ['3f'], sameAct: false, annulled: true },
        {
          caseNumber: 'CONTOH-2025-2',
          sanctionCode: 'M1',
          provisions: [],
          principles: ['P2'],
          sameAct: true,
          annulled: false,
        },
        { caseNumber: 'CONTOH-2025-3', sanctionCode: 'R2', provisions: ['3f'], sameAct: false, annulled: false },
      ],
      comparables: [
        {
          year: 2025,
          sanctionCode: 'R2',
          provisions: [provisionCodeSchema.parse('3f')],
          impact: 'UNIT',
          positionClass: 'PELAKSANA',
          outcome: 'UPHELD',
        },
        { year: 2024, sanctionCode: 'R1', provisions: [], impact: null, positionClass: null, outcome: 'EFFECTIVE' },
      ],
    });
    expect(earlier.rows.map(({ sanction, provisions, note }) => [sanction, provisions, note])).toEqual([
      ['Teguran lisan', 'PP 94/2021 Pasal 3 huruf f', 'Dibatalkan'],
      ['M1', 'P2', 'Perbuatan yang sama'],
      ['Teguran tertulis', 'PP 94/2021 Pasal 3 huruf f', null],
    ]);
    expect(earlier.rule).toMatch(/Pasal 35/);
    expect(comparables.map(({ year, impact }) => [year, impact])).toEqual([
      ['2025', 'Unit kerja'],
      ['2024', null],
    ]);
    expect(comparables[0]?.note).toMatch(/^dikuatkan; /);
  });
});
