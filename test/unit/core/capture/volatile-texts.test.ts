import fc from 'fast-check';
import { sameButForVolatile, volatileTextsFile } from '../../../../core/capture/volatile-texts.ts';
import { volatilePageTexts } from '../../../../rules/capture/index.ts';
import file from '../../../../rules/capture/volatile-texts.json' with { type: 'json' };

const same = (one: string, other: string): boolean => sameButForVolatile(one, other, volatilePageTexts);
const { patterns } = volatileTextsFile.parse(file);

describe('two captures of a page', () => {
  it.each(patterns.flatMap(({ id, examples }) => examples.map((example) => [id, example])))(
    'do not differ by what changes by itself (%s): %s',
    (id, example) => {
      const own = patterns.find((one) => one.id === id)?.pattern ?? '';
      expect(example.replace(new RegExp(own, 'imu'), '')).toBe('');
    },
  );

  it.each([
    ['Budi\n3 jam yang lalu\nIsi unggahan\n1.234 suka', 'Budi\n2 hari lalu\nIsi unggahan\n1.240 suka'],
    ['Isi\n12 rb', 'Isi\n13 rb'],
    ['Isi\n\n\n5h', 'Isi\n6h'],
    ['Isi\u00a0unggahan', 'Isi unggahan'],
  ])('are the same where nothing else differs: %j', (one, other) => {
    expect(same(one, other)).toBe(true);
  });

  it.each([
    ['Korban 15 orang', 'Korban 20 orang'],
    ['Sudah 3 jam kami menunggu', 'Sudah 5 jam kami menunggu'],
    ['Bayar Rp1.000.000 sekarang', 'Bayar Rp2.000.000 sekarang'],
    ['Pasal 3', 'Pasal 4'],
    ['Isi unggahan', 'Isi unggahan, disunting'],
    ['Isi\n12 suka', 'Isi'],
    ['Dia suka', 'Dia tidak suka'],
  ])('differ where what was said differs: %j', (one, other) => {
    expect(same(one, other)).toBe(false);
  });

  it('are compared in time that grows with their length, whatever they say', () => {
    const digits = fc.stringMatching(/^[\d., kmrbjt\n]{0,200}$/);
    fc.assert(
      fc.property(digits, fc.string({ maxLength: 200 }), (one, other) => {
        const long = `${one}${other}`.repeat(50);
        expect(same(long, long)).toBe(true);
      }),
      { numRuns: 200 },
    );
    const worst = '1.'.repeat(100_000);
    expect(same(worst, worst)).toBe(true);
  });
});
