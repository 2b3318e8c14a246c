import fc from 'fast-check';
import {
  composeLetter,
  LetterNotApplicable,
  LetterPlaceholderMissing,
} from '../../../../core/letters/compose-letter.ts';
import type { LetterBlock, LetterDocument } from '../../../../core/letters/letter-document.ts';
import { letterHtml } from '../../../../core/letters/letter-html.ts';
import { letterTemplateSchema } from '../../../../core/letters/letter-template.ts';
import { sanctionCodeSchema } from '../../../../core/rules/codes.ts';
import { dismissalData, dismissalTemplate, sanctionData, sanctionTemplate } from './letter-samples.ts';

const sanction = (): LetterDocument => composeLetter(sanctionTemplate, sanctionData);
const ofKind = <K extends LetterBlock['kind']>(letter: LetterDocument, kind: K) =>
  letter.blocks.filter((block): block is Extract<LetterBlock, { kind: K }> => block.kind === kind);
const clausesOf = (letter: LetterDocument, label: string) =>
  ofKind(letter, 'clauses').find((block) => block.label === label)?.items ?? [];

describe('the record of a sanction', () => {
  it('carries heading, marking, recitals a to d, legal basis 1 to 3, dicta, signatory and copies', () => {
    const letter = sanction();
    expect(letter.blocks.map(({ kind }) => kind)).toEqual([
      'marking',
      'heading',
      'centred',
      'clauses',
      'clauses',
      'centred',
      'clauses',
      'dictum',
      'dictum',
      'dictum',
      'signature',
      'list',
      'note',
    ]);
    expect(ofKind(letter, 'marking')[0]?.text).toBe('RAHASIA');
    expect(ofKind(letter, 'heading')[0]?.lines).toEqual([
      'CATATAN KEPUTUSAN',
      'WALI KOTA CONTOH',
      'NOMOR 800.1.6/17/BKPSDM/2026',
      'TENTANG',
      'HUKUMAN DISIPLIN TEGURAN TERTULIS',
    ]);
    expect(clausesOf(letter, 'Menimbang').map(({ mark }) => mark)).toEqual(['a.', 'b.', 'c.', 'd.']);
    expect(clausesOf(letter, 'Mengingat').map(({ mark }) => mark)).toEqual(['1.', '2.', '3.']);
    expect(ofKind(letter, 'dictum').map(({ label }) => label)).toEqual(['KESATU', 'KEDUA', 'KETIGA']);
    expect(ofKind(letter, 'signature')[0]).toMatchObject({
      lines: ['Ditetapkan di Kota Contoh', 'pada tanggal 1 Desember 2026', 'Wali Kota Contoh,'],
      signatory: ['Dr. Hasanuddin Mahmud', 'NIP 196503121990031005'],
    });
    expect(ofKind(letter, 'list')[0]?.items).toHaveLength(3);
  });

  it('cites every provision breached, joined as Indonesian sentences do', () => {
    expect(clausesOf(sanction(), 'Menimbang')[1]?.text).toBe(
      'bahwa perbuatan tersebut merupakan pelanggaran terhadap ketentuan PP 94/2021 Pasal 3 huruf b dan PP 94/2021 Pasal 3 huruf f;',
    );
  });

  it.each([
    ['R1', 3],
    ['S2', 4],
    ['B1', 5],
    ['B2', 5],
    ['B3', 4],
  ] as const)('numbers the dicta of %s without a gap: %i of them', (code, count) => {
    const letter = composeLetter(sanctionTemplate, { ...sanctionData, sanction: { ...sanctionData.sanction, code } });
    expect(ofKind(letter, 'dictum').map(({ label }) => label)).toEqual(sanctionTemplate.ordinals.slice(0, count));
  });

  it('can record every sanction of the catalogue', () => {
    for (const code of sanctionCodeSchema.options) {
      expect(() =>
        composeLetter(sanctionTemplate, { ...sanctionData, sanction: { ...sanctionData.sanction, code } }),
      ).not.toThrow();
    }
  });

  it('leaves out the rank and the date of the act where they are unknown', () => {
    const { rank: _rank, ...respondent } = sanctionData.respondent;
    const letter = composeLetter(sanctionTemplate, { ...sanctionData, respondent, incident: {} });
    expect(ofKind(letter, 'dictum')[0]?.identity.map(({ label }) => label)).toEqual([
      'Nama',
      'NIP',
      'Jabatan',
      'Unit kerja',
    ]);
    expect(letterHtml(letter)).not.toContain('21 November 2026');
  });

  it('adds the regulation on contract employees for a contract employee', () => {
    const letter = composeLetter(sanctionTemplate, {
      ...sanctionData,
      case: { ...sanctionData.case, track: 'DISCIPLINE_PPPK' },
    });
    expect(clausesOf(letter, 'Mengingat')[1]?.text).toContain('Nomor 49 Tahun 2018');
  });

  it('is refused for a track that knows no discipline sanction', () => {
    expect(() =>
      composeLetter(sanctionTemplate, { ...sanctionData, case: { ...sanctionData.case, track: 'ETHICS' } }),
    ).toThrow(LetterNotApplicable);
  });

  it('ends a quoted reason once, not twice', () => {
    expect(clausesOf(sanction(), 'Menimbang')[0]?.text).toMatch(/unit kerja;$/);
  });
});

describe('the record of a dismissal', () => {
  it.each([
    ['DISCIPLINE_PNS', ['Nomor 20 Tahun 2023', 'Nomor 94 Tahun 2021', 'Nomor 6 Tahun 2022']],
    ['DISCIPLINE_PPPK', ['Nomor 20 Tahun 2023', 'Nomor 49 Tahun 2018']],
    ['ETHICS', ['Nomor 20 Tahun 2023', 'Nomor 42 Tahun 2004']],
  ] as const)('cites the basis of the track %s', (track, numbers) => {
    const letter = composeLetter(dismissalTemplate, { ...dismissalData, case: { ...dismissalData.case, track } });
    const basis = clausesOf(letter, 'Mengingat');
    expect(basis).toHaveLength(numbers.length);
    numbers.forEach((number, i) => {
      expect(basis[i]?.text).toContain(number);
    });
  });

  it('says that nothing was imposed', () => {
    expect(letterHtml(composeLetter(dismissalTemplate, dismissalData))).toContain('Tidak ada hukuman disiplin');
  });
});

describe('composing', () => {
  it('gives the same letter for the same data', () => {
    expect(sanction()).toEqual(sanction());
    expect(letterHtml(sanction())).toBe(letterHtml(sanction()));
  });

  it.each([
    ['authority.name', { ...sanctionData, authority: { ...sanctionData.authority, name: '' } }],
    ['agency.city', { ...sanctionData, agency: { ...sanctionData.agency, city: ' \n' } }],
    ['violations.article', { ...sanctionData, violations: [] }],
  ])('refuses data without {%s}, by name', (path, data) => {
    const compose = () => composeLetter(sanctionTemplate, data);
    expect(compose).toThrow(LetterPlaceholderMissing);
    expect(compose).toThrow(`{${path}}`);
  });

  it('refuses a dismissal’s data in the record of a sanction', () => {
    expect(() => composeLetter(sanctionTemplate, dismissalData)).toThrow(LetterPlaceholderMissing);
  });

  it('does not fill placeholders that stand in the data itself', () => {
    const data = { ...sanctionData, decision: { ...sanctionData.decision, reason: 'lihat {authority.nip} dan $&' } };
    expect(clausesOf(composeLetter(sanctionTemplate, data), 'Menimbang')[0]?.text).toContain(
      'lihat {authority.nip} dan $&',
    );
  });

  it('takes control and direction characters out of names', () => {
    const data = { ...sanctionData, respondent: { ...sanctionData.respondent, name: 'Budi\u0000\u202e Raharja' } };
    expect(ofKind(composeLetter(sanctionTemplate, data), 'dictum')[0]?.identity[0]?.value).toBe('Budi  Raharja');
  });

  it('escapes everything in the HTML form', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: fc.constantFrom('<', '>', '"', "'", '&', 'a') }), (evil) => {
        fc.pre(evil.trim() !== '');
        const html = letterHtml(composeLetter(sanctionTemplate, { ...sanctionData, copies: [`x${evil}`] }));
        const shown = /<ol><li>x(.*?)<\/li><\/ol>/.exec(html)?.[1] ?? '';
        expect(shown).not.toMatch(/[<>"']/);
        expect(shown.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      }),
    );
  });
});

describe('a letter template', () => {
  const withText = (text: string) =>
    letterTemplateSchema.safeParse({ ...sanctionTemplate, blocks: [{ kind: 'centred', text }] });

  it.each(['{decision.date:fancy}', 'a } brace', '{9x}', '{decision..date}', ''])(
    'is refused with the sentence %j',
    (text) => {
      expect(withText(text).success).toBe(false);
    },
  );

  it('is refused with a field that the schema does not know', () => {
    expect(letterTemplateSchema.safeParse({ ...sanctionTemplate, extra: 1 }).success).toBe(false);
  });

  it('needs as many ordinals as dicta', () => {
    expect(() => composeLetter({ ...sanctionTemplate, ordinals: ['KESATU'] }, sanctionData)).toThrow('no ordinal');
  });
});
