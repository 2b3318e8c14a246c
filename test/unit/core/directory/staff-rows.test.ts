import { aStaff, nipOf } from '../../../support/builders/staff.ts';
import { parseStaffText, STAFF_HEADER, staffCsv, staffRow } from '../../../support/builders/staff-csv.ts';

const errorsOf = (text: string, standing: Parameters<typeof parseStaffText>[1] = []) => {
  const parsed = parseStaffText(text, standing);
  return parsed.ok ? [] : parsed.errors.map(({ line, column, message }) => [line, column, message.en]);
};
const placesOf = (text: string, standing: Parameters<typeof parseStaffText>[1] = []) =>
  errorsOf(text, standing).map(([line, column]) => [line, column]);

const two = [staffRow(1), staffRow(2, { superior_nip: nipOf(1), roles: 'triage', accounts: 'x:dua' })] as const;
const asStaff = [
  aStaff(1),
  aStaff(2, { superiorNip: nipOf(1), roles: ['triage'], accounts: [{ platform: 'x', handle: 'dua' }] }),
];

describe('a staff file', () => {
  it.each([
    ['with commas', staffCsv(...two)],
    ['with semicolons, as spreadsheets set to Indonesian write it', staffCsv(...two).replaceAll(',', ';')],
    ['with a byte order mark and CRLF', `\uFEFF${staffCsv(...two).replaceAll('\n', '\r\n')}\r\n`],
    ['with empty lines', `${staffCsv(...two).replaceAll('\n', '\n\n')}\n\n`],
    [
      'with spaces around cells and capitals in the header',
      staffCsv(...two)
        .replace(STAFF_HEADER, STAFF_HEADER.toUpperCase())
        .replaceAll(',', ' , '),
    ],
    ['with employee numbers in groups', staffCsv(...two).replaceAll('19850315201001', '19850315 201001 ')],
  ])('%s is read', (_what, text) => {
    expect(parseStaffText(text)).toEqual({ ok: true, staff: asStaff });
  });

  it('may have its columns in any order', () => {
    const turned = staffCsv(...two)
      .split('\n')
      .map((line) => line.split(',').toReversed().join(','))
      .join('\n');
    expect(parseStaffText(turned)).toEqual({ ok: true, staff: asStaff });
  });

  it('may hold several roles and accounts in one cell, and commas and line breaks in quotes', () => {
    const row = staffRow(1, {
      name: '"Siti, S.Kom."',
      position: '"Analis ""Ahli""\nMuda"',
      roles: 'examiner; superior;examiner',
      accounts: 'instagram:siti.rohmah ; x:@siti',
    });
    expect(parseStaffText(staffCsv(row))).toMatchObject({
      ok: true,
      staff: [
        {
          name: 'Siti, S.Kom.',
          position: 'Analis "Ahli"\nMuda',
          roles: ['examiner', 'superior'],
          accounts: [
            { platform: 'instagram', handle: 'siti.rohmah' },
            { platform: 'x', handle: '@siti' },
          ],
        },
      ],
    });
  });

  it.each([
    ['true', true],
    ['TRUE', true],
    ['ya', true],
    ['Benar', true],
    ['1', true],
    ['false', false],
    ['Tidak', false],
    ['SALAH', false],
    ['0', false],
  ])('reads %s as active: %s', (cell, active) => {
    expect(parseStaffText(staffCsv(staffRow(1, { active: cell })))).toMatchObject({ ok: true, staff: [{ active }] });
  });

  it('without anyone is no error', () => {
    expect(parseStaffText(STAFF_HEADER)).toEqual({ ok: true, staff: [] });
  });
});

describe('a wrong header', () => {
  it.each([
    ['is missing', '', 'nip', 'the file is empty'],
    ['lacks a column', STAFF_HEADER.replace(',mail', ''), 'mail', 'this column is missing'],
    ['has an unknown column', `${STAFF_HEADER},gaji`, 'gaji', 'this column is not known'],
    ['has a column twice', `${STAFF_HEADER},unit`, 'unit', 'this column occurs twice'],
  ])('(it %s) is named', (_what, text, column, en) => {
    expect(errorsOf(text)).toEqual([[1, column, en]]);
  });
});

describe('a wrong cell is named by line and column, and nothing is loaded', () => {
  it.each([
    ['nip', '12345'],
    ['nip', '199913152010011001'],
    ['nip', ''],
    ['name', ''],
    ['name', 'x'.repeat(201)],
    ['employment', 'HONORER'],
    ['position_class', 'KEPALA'],
    ['position', ''],
    ['unit', ''],
    ['superior_nip', 'atasan'],
    ['mail', 'bukan surel'],
    ['roles', 'triage;boss'],
    ['accounts', 'instagram'],
    ['accounts', 'instagram:dua kata'],
    ['active', ''],
    ['active', 'mungkin'],
  ])('%s: %j', (column, cell) => {
    expect(placesOf(staffCsv(staffRow(1), staffRow(2, { [column]: cell }), staffRow(3)))).toEqual([[3, column]]);
  });

  it.each(['=HYPERLINK("http://x")', '+62', '-1', '@SUM(A1)', '"\t=1"'])('a formula: %j', (cell) => {
    expect(errorsOf(staffCsv(staffRow(1, { name: cell.replaceAll('"', '') })))).toEqual([
      [2, 'name', 'must not begin with =, +, - or @'],
    ]);
  });

  it('an employee number that a spreadsheet turned into a number, with what to do about it', () => {
    expect(errorsOf(staffCsv(staffRow(1, { nip: '1.98503E+17' })))).toEqual([
      [2, 'nip', 'the spreadsheet turned the NIP into a number; make this column text'],
    ]);
  });

  it('every one of them at once', () => {
    const text = staffCsv(staffRow(1, { nip: 'x', active: 'x' }), staffRow(2), staffRow(3, { mail: 'x' }));
    expect(placesOf(text)).toEqual([
      [2, 'nip'],
      [2, 'active'],
      [4, 'mail'],
    ]);
  });

  it.each([
    ['too few', staffRow(1).replace(/,true$/, ''), 'active', '10 / 11'],
    ['too many', `${staffRow(1)},x`, '12', '12 / 11'],
  ])('%s cells', (_what, row, column, counts) => {
    expect(errorsOf(staffCsv(row))).toEqual([[2, column, `wrong number of columns: ${counts}`]]);
  });

  it('in Indonesian too', () => {
    const parsed = parseStaffText(staffCsv(staffRow(1, { employment: 'X' })));
    expect(parsed).toMatchObject({ errors: [{ message: { id: 'harus salah satu dari PNS, PPPK' } }] });
  });
});

describe('what is wrong between rows', () => {
  it('a number twice', () => {
    expect(errorsOf(staffCsv(staffRow(1), staffRow(1, { mail: '' })))).toEqual([
      [3, 'nip', 'this NIP stands on line 2 already'],
    ]);
  });

  it('a mail address of two people, whatever its case', () => {
    expect(errorsOf(staffCsv(staffRow(1), staffRow(2, { mail: 'PEGAWAI1@contoh.tertib.test' })))).toEqual([
      [3, 'mail', `this mail address belongs to ${nipOf(1)}`],
    ]);
  });

  it('a mail address of someone in the directory', () => {
    expect(errorsOf(staffCsv(staffRow(2, { mail: aStaff(1).mail ?? '' })), [aStaff(1)])).toEqual([
      [2, 'mail', `this mail address belongs to ${nipOf(1)}`],
    ]);
  });

  it('not a mail address that two people exchange in the file', () => {
    const swapped = [staffRow(1, { mail: aStaff(2).mail ?? '' }), staffRow(2, { mail: aStaff(1).mail ?? '' })];
    expect(errorsOf(staffCsv(...swapped), [aStaff(1), aStaff(2)])).toEqual([]);
  });

  it('a superior whom nobody knows', () => {
    expect(errorsOf(staffCsv(staffRow(2, { superior_nip: nipOf(1) })))).toEqual([
      [2, 'superior_nip', 'this superior is neither in the file nor in the directory'],
    ]);
  });

  it('not a superior who stands in the directory, or further down in the file', () => {
    expect(errorsOf(staffCsv(staffRow(2, { superior_nip: nipOf(1) })), [aStaff(1)])).toEqual([]);
    expect(errorsOf(staffCsv(staffRow(2, { superior_nip: nipOf(1) }), staffRow(1)))).toEqual([]);
  });

  it('someone as their own superior', () => {
    expect(errorsOf(staffCsv(staffRow(1, { superior_nip: nipOf(1) })))).toEqual([
      [2, 'superior_nip', 'nobody is their own superior'],
    ]);
  });

  it('a circle of superiors: everyone in it, and nobody who is merely below it', () => {
    const rows = [
      staffRow(1, { superior_nip: nipOf(2) }),
      staffRow(2, { superior_nip: nipOf(1) }),
      staffRow(3, { superior_nip: nipOf(1) }),
    ];
    expect(errorsOf(staffCsv(...rows))).toEqual([
      [2, 'superior_nip', 'the line of superiors runs in a circle'],
      [3, 'superior_nip', 'the line of superiors runs in a circle'],
    ]);
  });

  it('a circle that the file closes through the directory', () => {
    const standing = [aStaff(1, { superiorNip: nipOf(2) }), aStaff(2)];
    expect(placesOf(staffCsv(staffRow(2, { superior_nip: nipOf(1) })), standing)).toEqual([[2, 'superior_nip']]);
  });
});
