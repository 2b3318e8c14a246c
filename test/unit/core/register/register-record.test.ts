import { openFields, type RegisterFacts, registerRecord } from '../../../../core/register/register-record.ts';
import { provisionCodeSchema, sanctionCodeSchema } from '../../../../core/rules/codes.ts';
import { localDateSchema } from '../../../../core/time.ts';
import { ruleBook } from '../../../../rules/index.ts';
import { registerRules } from '../../../../rules/register/index.ts';

const day = (text: string) => localDateSchema.parse(text);
const facts: RegisterFacts = {
  track: 'DISCIPLINE_PNS',
  sanctionCode: 'S3',
  level: 'MODERATE',
  isSubstitute: false,
  provisions: [provisionCodeSchema.parse('3g')],
  months: 12,
  decision: { number: '800/23/2026', on: day('2026-03-16') },
  effectiveOn: day('2026-04-10'),
  endsOn: day('2027-04-09'),
  grade: 'III/d',
  personId: 'A1',
  remark: 'Membocorkan dokumen yang dirahasiakan.',
};
const open = (change: Partial<RegisterFacts>, what: 'COMPLETE' | 'CONFIRM') =>
  openFields({ ...facts, ...change }, registerRules)
    .filter((field) => field.what === what)
    .map(({ field }) => field);

describe('the record of a sanction for the national register', () => {
  it('has every field, dates as dd-mm-yyyy, and twelve months as a year', () => {
    expect(registerRecord(facts, registerRules)).toEqual({
      id: null,
      pnsOrangId: 'A1',
      golonganId: '34',
      golonganLama: null,
      jenisHukumanId: '25',
      jenisTingkatHukumanId: 'S',
      alasanHukumanDisiplinId: '11EC54D9B39B57B1E050640A15026590',
      nomorPp: '94 Tahun 2021',
      skNomor: '800/23/2026',
      skTanggal: '16-03-2026',
      hukumanTanggal: '10-04-2026',
      masaTahun: '1',
      masaBulan: '0',
      akhirHukumanTanggal: '09-04-2027',
      hukdisYangDiberhentikanId: null,
      skPembatalanNomor: null,
      skPembatalanTanggal: null,
      kedudukanHukumId: null,
      keterangan: 'Membocorkan dokumen yang dirahasiakan.',
      path: [],
    });
  });

  it.each([
    [null, '0', '0'],
    [6, '0', '6'],
    [9, '0', '9'],
    [12, '1', '0'],
  ])('has a term of %s months as %s years and %s months', (months, masaTahun, masaBulan) => {
    expect(registerRecord({ ...facts, months }, registerRules)).toMatchObject({ masaTahun, masaBulan });
  });

  it('has the code of the transitional form of a moderate sanction', () => {
    expect(registerRecord({ ...facts, isSubstitute: true }, registerRules).jenisHukumanId).toBe('8');
  });

  it('has a code for every sanction and level of the rules', () => {
    for (const code of sanctionCodeSchema.options) expect(registerRules.sanctions[code].code).toMatch(/^\d+$/);
  });

  it('knows every provision of the rules, be its code known or not', () => {
    const known = ruleBook.provisions.flatMap(({ provisions }) => provisions.map(({ code }) => String(code)));
    expect(Object.keys(registerRules.reasons).sort()).toEqual(known.sort());
  });

  it('names an annulled decision by its number and date', () => {
    const annulment = { number: '12/BPASN/2026', on: day('2026-09-01') };
    expect(registerRecord({ ...facts, annulment }, registerRules)).toMatchObject({
      skPembatalanNomor: '12/BPASN/2026',
      skPembatalanTanggal: '01-09-2026',
    });
    expect(open({ annulment }, 'COMPLETE')).toContain('hukdisYangDiberhentikanId');
  });
});

describe('what is open in a record', () => {
  it.each<[string, Partial<RegisterFacts>, string[]]>([
    ['is what only the register gives', {}, ['id', 'path']],
    ["is the person's number where it is not known", { personId: undefined }, ['id', 'pnsOrangId', 'path']],
    ['is a grade that is not known', { grade: undefined }, ['id', 'golonganId', 'path']],
    [
      'is a reason whose code is not known',
      { provisions: [provisionCodeSchema.parse('3f')] },
      ['id', 'alasanHukumanDisiplinId', 'path'],
    ],
    ['is the rank before it was lowered', { isSubstitute: true }, ['id', 'golonganLama', 'path']],
    [
      'are the dates of a sanction that is not effective',
      { effectiveOn: undefined, endsOn: undefined },
      ['id', 'hukumanTanggal', 'akhirHukumanTanggal', 'path'],
    ],
    [
      'is the status after a dismissal',
      { sanctionCode: 'B3', level: 'HEAVY', months: null, endsOn: undefined },
      ['id', 'kedudukanHukumId', 'path'],
    ],
  ])('%s', (_what, change, fields) => {
    expect(open(change, 'COMPLETE')).toEqual(fields);
  });

  it('is to be confirmed where the code stands but its list is not public', () => {
    expect(open({}, 'CONFIRM')).toEqual(['golonganId', 'jenisHukumanId', 'alasanHukumanDisiplinId', 'nomorPp']);
  });

  it('says in both languages what to do', () => {
    for (const { reason } of openFields(facts, registerRules)) expect(reason.id && reason.en).toBeTruthy();
  });
});
