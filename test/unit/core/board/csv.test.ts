import { csvOf, groupedNip } from '../../../../core/board/csv.ts';

const BOM = '\uFEFF';

describe('a table for spreadsheets', () => {
  it('begins with a byte order mark, ends its lines as RFC 4180 says, and quotes what needs it', () => {
    expect(csvOf(['nama', 'unit'], [['Ani, S.H.', 'Bagian "Satu"']])).toBe(
      `${BOM}nama,unit\r\n"Ani, S.H.","Bagian ""Satu"""\r\n`,
    );
  });

  it.each(['=1+1', '+62', '-3', '@SUM(A1)', ' =1+1', '\t=1+1', '\r\n=1+1', '＝1', '＋1', '－1', '＠x'])(
    'has no cell that is a formula: %j',
    (cell) => {
      const [, written = ''] = csvOf(['nama'], [[cell]]).split('nama\r\n');

      expect(written.replace(/^"/, '').startsWith("'")).toBe(true);
      expect(written).toContain(cell);
    },
  );

  it('leaves every other cell as it is', () => {
    expect(csvOf(['nama'], [['Budi = Ani']])).toBe(`${BOM}nama\r\nBudi = Ani\r\n`);
  });

  it('writes an employee number in groups, which no spreadsheet takes for a number', () => {
    expect(groupedNip('198001012005011001')).toBe('19800101 200501 1 001');
  });
});
