import { familyMb, familyOf, parseParents, parsePss } from '../../../bench/support/process-tree.ts';

describe('the memory of a process and all that it started', () => {
  it('knows children and their children, whatever the order', () => {
    const parents = parseParents('  9 5\n 5 2\n  2 1\n 3 1\n');
    expect([...familyOf(2, parents)].sort()).toEqual([2, 5, 9]);
    expect(familyOf(7, parents)).toEqual([7]);
  });

  it('reads what Linux says of shared memory', () => {
    expect(parsePss('Rss:  2000 kB\nPss:   1000 kB\nPss_Dirty: 5 kB\n')).toBeCloseTo(1.024);
  });

  it.each(['x', '1'])('is no number where a line says none: %s', (line) => {
    expect(() => parseParents(line)).toThrow(SyntaxError);
  });

  it('is no number where nothing is told', () => {
    expect(() => parsePss('Rss: 1 kB')).toThrow(SyntaxError);
  });

  it('finds this process', async () => {
    expect(await familyMb(process.pid)).toBeGreaterThan(10);
  });
});
