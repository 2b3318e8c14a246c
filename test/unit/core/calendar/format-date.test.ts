import { formatDateEn, formatDateId } from '../../../../core/calendar/format-date.ts';
import type { Zone } from '../../../../core/rules/codes.ts';
import { instantSchema } from '../../../../core/time.ts';

const at = (text: string) => instantSchema.parse(text);

describe('a moment as people read it', () => {
  it.each<[Zone, string, string]>([
    ['WIB', 'Senin, 23 November 2026 pukul 14.05 WIB', 'Monday, 23 November 2026 at 14:05 WIB'],
    ['WITA', 'Senin, 23 November 2026 pukul 15.05 WITA', 'Monday, 23 November 2026 at 15:05 WITA'],
    ['WIT', 'Senin, 23 November 2026 pukul 16.05 WIT', 'Monday, 23 November 2026 at 16:05 WIT'],
  ])('prints the zone %s', (zone, id, en) => {
    const moment = at('2026-11-23T07:05:09.000Z');
    expect(formatDateId(moment, zone)).toBe(id);
    expect(formatDateEn(moment, zone)).toBe(en);
  });

  it('writes the day of the zone, Sunday last in the week, and pads the hour but not the day', () => {
    const moment = at('2027-02-06T17:00:00.000Z');
    expect(formatDateId(moment, 'WIB')).toBe('Minggu, 7 Februari 2027 pukul 00.00 WIB');
    expect(formatDateEn(moment, 'WIB')).toBe('Sunday, 7 February 2027 at 00:00 WIB');
  });
});
