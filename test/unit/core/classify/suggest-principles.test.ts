import { eventData } from '../../../../core/case/events.ts';
import { recordedPart, suggestPrinciples } from '../../../../core/classify/suggest-principles.ts';
import { quote } from '../../../../core/classify/suggestion.ts';
import { sha256Schema } from '../../../../core/ids.ts';
import { principlePacks } from '../../../../rules/principle-packs/index.ts';
import { evasions, someSha256, suggestFor } from './evasions.ts';

/** Per row: the principle, a sentence with one word in braces, which the evasions hide, and the words that are to be quoted. */
const samples = [
  ['P1', 'Kawan, ayo coblos {paslon} itu besok', 'coblos {paslon}'],
  ['P1', 'Saatnya menegakkan {khilafah} di sini', 'Saatnya menegakkan {khilafah}'],
  ['P1', 'Ayo ganti {pancasila} sekarang', 'ganti {pancasila}'],
  ['P1', 'Mari lengserkan {presiden} hari ini', 'lengserkan {presiden}'],
  ['P2', 'Memang {goblok} orang kantor ini', '{goblok}'],
  ['P2', 'Kemarin joget pakai {korpri} sampai pagi', 'joget pakai {korpri}'],
  ['P3', 'Teman, spill dokumen {rahasia} kementerian', 'spill dokumen {rahasia}'],
  ['P3', 'Baca dulu, ini rekam {medis} tetangga saya', 'ini rekam {medis}'],
  ['P4', 'Ada yang jual {jabatan} di kabupaten', 'jual {jabatan}'],
  ['P4', 'Pemenang {tender} sudah diatur kok', '{tender} sudah diatur'],
  ['P5', 'Daerah ini harus pisah dari {nkri} saja', 'pisah dari {nkri}'],
  ['P5', 'Malam ini geruduk {kantor} mereka', 'geruduk {kantor}'],
  ['P6', 'Kabarnya bank tutup besok, {viralkan} ya', 'Kabarnya bank tutup besok, {viralkan}'],
  ['P6', 'Soal ini {media} bungkam semua', '{media} bungkam'],
  ['P7', 'Isi {vaksin} itu microchip', '{vaksin} itu microchip'],
  ['P7', 'Minta link {bokep} dong', 'link {bokep}'],
  ['P8', 'Dasar {kafir} semua di sana', 'Dasar {kafir}'],
  ['P8', 'Usir orang {tionghoa} dari kota', 'Usir orang {tionghoa}'],
] as const;

const hide = (text: string, evade: (word: string) => string) =>
  text.replace(/\{(.+)\}/, (_, word: string) => evade(word));
const quotesOf = (text: string) => suggestFor(text).suggestions.map(({ span }) => quote(text, span));

describe.each(Object.entries(evasions))('suggestPrinciples, with a word in %s', (_, evade) => {
  it.each(samples)('proposes %s for "%s" and points to exactly "%s"', (principle, sentence, expected) => {
    const text = hide(sentence, evade);
    const { suggestions } = suggestFor(text);
    expect(suggestions.filter((suggestion) => suggestion.principle === principle)).not.toEqual([]);
    expect(quotesOf(text)).toContain(hide(expected, evade));
  });
});

describe('suggestPrinciples behind a gate', () => {
  it.each([
    ['debunk', 'P7', 'Hoaks! Katanya isi vaksin itu microchip'],
    ['debunk', 'P7', 'Isi vaksin itu microchip? Cek fakta dulu'],
    ['debunk', 'P6', 'Kabarnya bank tutup, viralkan. Pesan begini jangan disebarkan'],
    ['denial', 'P1', 'Tidak benar bahwa saya kemarin ikut mendukung paslon'],
    ['denial', 'P2', 'Menyebut warga tolol itu tidak pernah saya lakukan'],
    ['negation', 'P8', 'Mereka bukan teroris islam'],
    ['negation', 'P8', 'Muslim bukan teroris'],
    ['negation', 'P4', 'Jangan jual jabatan'],
    ['prohibition', 'P1', 'ASN dilarang mendukung paslon'],
    ['report', 'P5', 'Menurut berita, massa mau bakar kantor'],
    ['report', 'P7', 'Katanya isi vaksin itu microchip'],
    ['quotation', 'P2', 'Ia menulis "dasar goblok" semalam'],
    ['quotation', 'P2', 'Balasannya:\n> dasar goblok\nlalu ia pergi'],
    ['weak-signal', 'P8', 'Arti kata kafir dalam kamus'],
  ])('names the gate %s for %s in "%s", and proposes nothing', (gate, principle, text) => {
    const { outcome, suggestions, abstentions } = suggestFor(text);
    expect({ outcome, suggestions }).toEqual({ outcome: 'abstain', suggestions: [] });
    expect(abstentions).toContainEqual(expect.objectContaining({ gate, principle }));
  });

  it.each([
    ['the words of denial are idiom', 'P2', 'Bukan main tololnya warga ini'],
    ['the denial says "not only"', 'P8', 'Dia bukan hanya orang cina babi'],
    ['the denying word is part of what was said', 'P1', 'Asal bukan petahana, pokoknya jangan pilih petahana'],
    ['the denial stands in another sentence', 'P2', 'Saya tidak. Goblok kamu'],
    ['hearsay is what the principle is about', 'P6', 'Katanya bank tutup besok, sebarkan'],
    ['a mark of quotation has no pair', 'P2', 'Ia menulis "dasar goblok semalam'],
    ['a second hit stands outside the quotation', 'P2', 'Ia menulis "dasar goblok". Memang goblok'],
  ])('lets a hit through where %s', (_, principle, text) => {
    expect(suggestFor(text).suggestions).toContainEqual(expect.objectContaining({ principle }));
  });

  it('points to the free hit, not to the gated one before it', () => {
    const text = 'Ia menulis "asu kowe". Bacot memang';
    expect(quotesOf(text)).toEqual(['Bacot']);
  });
});

describe('suggestPrinciples, confidence', () => {
  it('is high where one strong rule is met', () => {
    expect(suggestFor('pisah dari nkri').suggestions).toMatchObject([{ ruleId: 'P5.secession', confidence: 'high' }]);
  });

  it('is medium where one rule of middle weight is met', () => {
    expect(suggestFor('Bacot memang').suggestions).toMatchObject([
      { ruleId: 'P2.coarse-insult', confidence: 'medium' },
    ]);
  });

  it('is high where two rules of middle weight are met in one text', () => {
    const { suggestions } = suggestFor('Bacot memang, media bungkam, kadrun, bapak pamer rolex');
    expect(suggestions.filter(({ principle }) => principle === 'P2').map(({ confidence }) => confidence)).toEqual([
      'high',
      'high',
    ]);
  });

  it('does not add up over two texts', () => {
    const texts = ['Bacot memang', 'Bapak pamer rolex'].map((text) => ({ artifactSha256: someSha256, text }));
    const { suggestions } = suggestPrinciples({ texts }, principlePacks);
    expect(suggestions.map(({ confidence }) => confidence)).toEqual(['medium', 'medium']);
  });
});

describe('suggestPrinciples, what it returns', () => {
  it.each(['Selamat pagi, loket buka pukul 08.00', '', '\u0000\u200b'])(
    'calls %j no signal, and says that this is not clean',
    (text) => {
      const result = suggestFor(text);
      expect(result).toMatchObject({ outcome: 'no-signal', suggestions: [], abstentions: [] });
      expect(result).toMatchObject({
        notice: { id: expect.stringContaining('TIDAK'), en: expect.stringContaining('NOT') },
      });
    },
  );

  it('calls no texts at all no signal', () => {
    expect(suggestPrinciples({ texts: [] }, principlePacks).outcome).toBe('no-signal');
  });

  it('names every pack with its version', () => {
    expect(suggestFor('').packVersion).toMatch(
      /^p1@\d+ p2@\d+ p3@\d+ p4@\d+ p5@\d+ p6@\d+ p7@\d+ p8@\d+ judgement@\d+$/,
    );
  });

  it('names the artefact whose text was met', () => {
    const other = sha256Schema.parse('cd'.repeat(32));
    const texts = [
      { artifactSha256: someSha256, text: 'Selamat pagi' },
      { artifactSha256: other, text: 'Usir cina' },
    ];
    const { suggestions } = suggestPrinciples({ texts }, principlePacks);
    expect(suggestions.map(({ span }) => span)).toEqual([{ artifactSha256: other, start: 0, end: 9 }]);
  });

  it.each([
    ['confident', 'Usir cina'],
    ['abstain', 'Hoaks: vaksin isi chip'],
    ['no-signal', 'Selamat pagi'],
  ])('fits the event that records it, %s', (outcome, text) => {
    const recorded = eventData.PrinciplesSuggested.parse({ round: 1, ...recordedPart(suggestFor(text)) });
    expect(recorded.outcome).toBe(outcome);
  });

  it('carries no word of the text', () => {
    const text = 'Rahayu bilang: dasar goblok, usir cina, link bokep zzyzx';
    expect(JSON.stringify(suggestFor(text))).not.toMatch(/rahayu|zzyzx|usir cina/i);
  });

  it('lists no more of a principle than the packs allow, strongest first', () => {
    const texts = [
      'Bapak pamer rolex',
      ...Array.from({ length: 21 }, () => 'link bokep, vaksin isi chip, rakit bom'),
    ].map((text) => ({ artifactSha256: someSha256, text }));
    const { suggestions } = suggestPrinciples({ texts }, principlePacks);
    const counts = Map.groupBy(suggestions, ({ principle }) => principle);
    expect([...counts].map(([principle, own]) => [principle, own.length])).toEqual([
      ['P2', 1],
      ['P7', principlePacks.judgement.listed],
    ]);
    expect(suggestions.map(({ ruleId }) => ruleId)).not.toContain('P7.porn-word');
  });
});

describe('suggestPrinciples, on the longest input', () => {
  const longest = 20_000;

  it.each([
    ['single letters', 'k a f i r '],
    ['hits in hits', 'jangan pilih paslon kafir katanya sebarkan hoaks '],
    ['quotation marks', '"kafir\' “lu '],
    ['quoted lines', '>\n'],
    ['combining marks', '\u0301'],
    ['invisible characters', '\u200b\u2066'],
    ['line breaks and spaces', '\n  '],
    ['stops', '.'],
    ['one word', 'a4!'],
    ['ligatures', 'ﷺ'],
  ])('reads twenty-one texts made of %s', (_, part) => {
    const text = part.repeat(longest).slice(0, longest);
    const texts = Array.from({ length: 21 }, () => ({ artifactSha256: someSha256, text }));
    const { suggestions, abstentions } = suggestPrinciples({ texts }, principlePacks);
    expect(suggestions.length + abstentions.length).toBeLessThanOrEqual(8 * 2 * principlePacks.judgement.listed);
  });
});

describe('quote', () => {
  const span = { artifactSha256: someSha256, start: 2, end: 5 };

  it('returns the words of the span', () => {
    expect(quote('si kafir', { ...span, start: 3, end: 8 })).toBe('kafir');
  });

  it('refuses a span that does not lie in the text', () => {
    expect(() => quote('satu', span)).toThrow(RangeError);
    expect(() => quote('satu', { ...span, end: 2 })).toThrow(RangeError);
  });
});
