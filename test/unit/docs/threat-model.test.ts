import { readDoc, sectionOf, tableRows } from './markdown.ts';

const rows = tableRows(sectionOf(readDoc('docs/threat-model.md'), 'Threats'), 'Kind');

describe('every threat', () => {
  it.each(rows.map(([kind = '', threat = '', control = '', proof = '']) => ({ kind, threat, control, proof })))(
    '$threat: has a control, and a test that proves it',
    ({ kind, control, proof }) => {
      expect(kind).toMatch(/^[STRIDE]$/);
      expect(control).not.toBe('');
      expect(proof.split(', ').filter((file) => !/^test\/.+\.test\.ts$/.test(file))).toEqual([]);
    },
  );

  it('of every kind is considered', () => {
    expect(new Set(rows.map(([kind]) => kind))).toEqual(new Set('STRIDE'));
  });
});
