import { captureQualitySchema, eventData } from '../../../../core/case/events.ts';
import { caseStatusSchema } from '../../../../core/case/transitions.ts';
import { instantSchema } from '../../../../core/time.ts';
import { momentOf } from '../../../../web/design/moment.ts';
import { eventLabel } from '../../../../web/pages/console-case.ts';
import { outcomesOf, taskKinds } from '../../../../web/text/codes.ts';
import { langs } from '../../../../web/text/lang.ts';
import { textsFor } from '../../../../web/text/texts.ts';

const leaves = (value: unknown, path: string): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
    : [[path, value]];

describe('the texts', () => {
  it('have the same keys in every language', () => {
    const [first, ...others] = langs.map((lang) =>
      leaves(textsFor(lang), '')
        .map(([path]) => path)
        .sort(),
    );
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(langs)('are nowhere blank in %s', (lang) => {
    for (const [path, text] of leaves(textsFor(lang), '')) {
      if (typeof text === 'function') continue;
      expect([path, typeof text === 'string' && text.trim() === text && text.length > 0]).toEqual([path, true]);
    }
  });

  it.each(langs)('know every status, event, quality and outcome in %s', (lang) => {
    const { domain, task } = textsFor(lang);
    expect(Object.keys(domain.status).sort()).toEqual([...caseStatusSchema.options].sort());
    expect(Object.keys(domain.event).sort()).toEqual(Object.keys(eventData).sort());
    expect(Object.keys(domain.quality)).toEqual(expect.arrayContaining([...captureQualitySchema.options]));
    for (const kind of taskKinds) expect(Object.keys(task.outcomes[kind]).sort()).toEqual([...outcomesOf[kind]].sort());
  });

  it('show an event type that is newer than they are as it is', () => {
    expect(eventLabel('CaseClosed', 'id')).toBe('Perkara ditutup');
    expect(eventLabel('toString', 'id')).toBe('toString');
  });
});

describe('a time on a page', () => {
  it.each([
    ['WIB', 'id', '23 November 2026 pukul 14.02 WIB'],
    ['WIT', 'id', '23 November 2026 pukul 16.02 WIT'],
    ['WITA', 'en', '23 November 2026 at 15:02 WITA'],
  ] as const)('is told in %s and the words of %s', (zone, lang, text) => {
    expect(momentOf(instantSchema.parse('2026-11-23T07:02:00.000Z'), zone, lang)).toEqual({
      iso: '2026-11-23T07:02:00.000Z',
      text,
    });
  });
});
