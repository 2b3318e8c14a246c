import { parseProcStat, parsePs } from '../../../bench/support/process-usage.ts';

/** Field 2 is the name; fields 14 and 15 are processor time, field 24 resident pages. */
const stat = (name: string): string =>
  `4242 (${name}) S 1 4242 4242 0 -1 4194304 900 0 0 0 150 50 0 0 20 0 11 0 12345 1073741824 25000 18446744073709551615`;

describe('what a process uses', () => {
  it.each(['node', 'odd ) name ('])('is read from /proc, whatever the process is called: %s', (name) => {
    expect(parseProcStat(stat(name), 4096)).toEqual({ cpuMs: 2000, residentMb: 102.4 });
  });

  it('is read from ps where there is no /proc', () => {
    expect(parsePs('  51200  01:02:03\n')).toEqual({ cpuMs: 3_723_000, residentMb: 52.4288 });
    expect(parsePs('51200 2:03.50').cpuMs).toBe(123_500);
  });

  it.each(['', 'no such process'])('is refused where there is none: "%s"', (line) => {
    expect(() => parsePs(line)).toThrow(SyntaxError);
    expect(() => parseProcStat(line, 4096)).toThrow(SyntaxError);
  });
});
