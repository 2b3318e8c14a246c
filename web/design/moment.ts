import type { Zone } from '../../core/rules/codes.ts';
import type { Instant } from '../../core/time.ts';
import type { Lang } from '../text/lang.ts';
import { type Html, html } from './html.ts';

/** A time as a page shows it: exact for machines, in words for people. */
export interface Moment {
  /** RFC 3339 instant, or a date `YYYY-MM-DD`. */
  readonly iso: string;
  readonly text: string;
}

const ianaZone: Readonly<Record<Zone, string>> = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' };
const locale: Readonly<Record<Lang, string>> = { id: 'id-ID', en: 'en-GB' };

/** An instant in the words of a zone, e.g. `23 November 2026 pukul 14.02 WIB`. */
export const momentOf = (instant: Instant, zone: Zone, lang: Lang): Moment => {
  const format = new Intl.DateTimeFormat(locale[lang], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: ianaZone[zone],
  });
  return { iso: instant, text: `${format.format(new Date(instant))} ${zone}` };
};

/** The local date of an instant in a zone, e.g. `23 November 2026`; for due dates. */
export const dayOf = (instant: Instant, zone: Zone, lang: Lang): Moment => {
  const format = new Intl.DateTimeFormat(locale[lang], { dateStyle: 'long', timeZone: ianaZone[zone] });
  return { iso: instant, text: format.format(new Date(instant)) };
};

export const timeTag = (moment: Moment): Html => html`<time datetime="${moment.iso}">${moment.text}</time>`;
