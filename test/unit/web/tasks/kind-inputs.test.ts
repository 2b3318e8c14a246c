import type { CaseStatus } from '../../../../core/case/transitions.ts';
import { IllegalTransition } from '../../../../core/errors.ts';
import { provisionCodeSchema } from '../../../../core/rules/codes.ts';
import { ruleBook } from '../../../../rules/index.ts';
import { actViewOf } from '../../../../web/views/act.ts';
import { kindInputsOf } from '../../../../web/views/kind-inputs.ts';
import { paths, pathTo } from '../../../support/builders/case.ts';
import { serviceAttempted, summonsServed, taskOpened, trackChanged } from '../../../support/builders/drafts.ts';
import { aStaff } from '../../../support/builders/staff.ts';
import { hrefOf, inputs, type Kind, official, place, taskIn } from './inputs.ts';
import { materialOf } from './material.ts';

describe('a review', () => {
  it('offers every provision with the principles that propose it, the primary ones first', () => {
    const { charges, appointment, tracks } = inputs('review', pathTo.REVIEW);
    expect(charges[0]).toMatchObject({ code: '3a', proposed: true });
    expect(charges.find(({ code }) => code === '3f')?.note).toMatch(/^Utama untuk prinsip 2(, \d)*\./);
    expect(charges.find(({ code }) => code === '3g')?.note).toMatch(/Tambahan untuk prinsip 2\./);
    expect(charges.find(({ code }) => code === '3h')).toMatchObject({ proposed: false, note: null });
    expect(new Set(charges.map(({ code }) => code)).size).toBe(charges.length);
    expect(appointment).toEqual({ zone: 'WIB', days: 7 });
    expect(tracks).toEqual(['DISCIPLINE_PPPK', 'ETHICS']);
  });

  it('leaves out what needs counted absence, and nothing else', () => {
    const all = ruleBook.provisions[0]?.provisions.map(({ code }) => String(code)) ?? [];
    const offered = inputs('review', pathTo.REVIEW).charges.map(({ code }) => code);
    expect(all.filter((code) => !offered.includes(code))).toEqual([provisionCodeSchema.parse('4f')]);
  });

  it('charges principles alone on the ethics track', () => {
    const drafts = [...pathTo.REVIEW, trackChanged(2), taskOpened('review', 22)];
    const { charges, tracks } = inputs('review', drafts);
    expect([charges, tracks]).toEqual([[], ['DISCIPLINE_PNS', 'DISCIPLINE_PPPK']]);
  });
});

describe('an examination', () => {
  it('may find what was disclosed first, everything else too, and recommends from the catalogue', () => {
    const { charges, sanctions, derivations, summonsOpened } = inputs('examination', pathTo.EXAMINATION);
    expect(charges.filter(({ proposed }) => proposed).map(({ code }) => code)).toEqual(['3f']);
    expect(charges[0]?.code).toBe('3f');
    expect(charges.length).toBeGreaterThan(20);
    expect(sanctions.map(({ label }) => label)).toEqual(['Ringan', 'Sedang', 'Berat']);
    expect(derivations.map(({ impact, level }) => [impact, level])).toEqual([
      ['UNIT', 'Hukuman ringan'],
      ['AGENCY', 'Hukuman sedang'],
      ['STATE', 'Hukuman berat'],
    ]);
    expect(derivations[0]?.lines[0]).toMatch(/^PP 94\/2021 Pasal 3 huruf f .*\(PP 94\/2021 Pasal 9.*\)\.$/);
    expect(summonsOpened).toBe(false);
  });

  it('knows a summons that was opened', () =>
    expect(inputs('examination', [...pathTo.EXAMINATION, summonsServed()]).summonsOpened).toBe(true));
});

describe('the forming of a team', () => {
  it('says how heavy it may become and lists whom the material holds', () => {
    const drafts = [...paths.reviewed, ...pathTo.TRIAGE.slice(-1)];
    const material = materialOf(drafts, {
      candidates: [{ staff: aStaff(8), element: 'OVERSIGHT', proposed: 'MEMBER' }],
    });
    const found = kindInputsOf(material, { kind: 'team', task: taskIn(materialOf(pathTo.TRIAGE)), official }, place);
    expect(found).toMatchObject({
      kind: 'team',
      isPanel: false,
      candidates: [{ nip: aStaff(8).nip, element: 'OVERSIGHT', proposed: 'MEMBER' }],
    });
    expect(found.kind === 'team' && found.derivations).toHaveLength(3);
  });
});

describe('what follows a decision', () => {
  it('is delivered by a day that is counted in words', () => {
    const drafts = [...pathTo.SERVICE.slice(0, -1), serviceAttempted(), ...pathTo.SERVICE.slice(-1)];
    const found = inputs('service', drafts);
    expect(found).toMatchObject({ decisionNumber: null, sanction: 'Teguran tertulis' });
    expect(found.until).toMatch(/^14 hari kerja sejak 23 November 2026.*: jatuh pada /);
    expect(found.attempts).toEqual(['POS TERCATAT, 15 Desember 2026']);
    expect(found.papers.map(({ title }) => title)).toContain('Laporan hasil pemeriksaan R-1/examination-report-1/2026');
  });

  it('is contested on grounds that can be read, and never changed to the same', () => {
    const found = inputs('appeal', pathTo.APPEAL, {}, 'en');
    expect(found).toMatchObject({
      route: 'OBJECTION',
      filedOn: { text: '21 December 2026' },
      grounds: [{ title: 'Grounds of the remedy', href: '/bukti/appeal-1' }],
      decisionNumber: 'HD/1/2026',
    });
    expect(found.sanctions[0]?.options.map(({ value }) => value)).toEqual(['R1', 'R3']);
  });

  it('is served until its last day', () =>
    expect(inputs('execution', paths.serving)).toMatchObject({
      effectiveOn: { text: '8 Januari 2027' },
      endsOn: { text: '7 Januari 2028' },
    }));

  it.each(['service', 'appeal', 'execution'] as const)('has no page for %s in another status', (kind) => {
    const material = materialOf(pathTo.TRIAGE);
    expect(() => kindInputsOf(material, { kind, task: taskIn(material), official }, place)).toThrow(IllegalTransition);
  });
});

describe('an act page', () => {
  const statusOf: Partial<Record<Kind, CaseStatus>> = { decision: 'DECISION', service: 'SERVICE', appeal: 'APPEAL' };
  const around = {
    frame: { otherLanguageHref: null, account: null, inboxHref: null },
    action: '/t',
    csrf: 'c',
    hrefOf,
  };

  it.each(['decision', 'service', 'appeal'] as const)(
    'of a %s shows neither the reporter’s words nor the machine’s',
    (kind) => {
      const material = materialOf(pathTo[statusOf[kind] ?? 'DECISION']);
      const view = actViewOf(
        material,
        { kind, task: taskIn(material), official },
        { place: { ...around, errors: [], typed: {} }, lang: 'id' },
      );
      expect([view.reportText, view.suggestion]).toEqual([null, null]);
    },
  );
});
