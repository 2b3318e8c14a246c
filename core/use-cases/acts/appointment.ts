import { dayTerm, formatDateEn, formatDateId } from '../../calendar/format-date.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { isWorkingDay } from '../../calendar/working-days.ts';
import { instantAt, localDate } from '../../calendar/zones.ts';
import type { Appointment } from '../../case/process-events.ts';
import type { Refused } from '../../refusal.ts';
import { processRefusal } from '../../rules/process-texts.ts';
import { isBefore, type LocalDate } from '../../time.ts';
import { officeCalendar } from '../office-calendar.ts';
import type { ActContext, ActPorts } from './act-command.ts';

interface Typed {
  readonly examinationOn?: LocalDate | undefined;
  readonly examinationAt?: string | undefined;
  readonly examinationPlace?: string | undefined;
  readonly examinationMode?: Appointment['mode'] | undefined;
}

/** When an examination begins where nobody chose an hour. */
export const DEFAULT_HOUR = '09:00';

type Chosen = { readonly kind: 'chosen'; readonly appointment: Appointment | undefined } | Refused;

/** A year whose days off are not loaded has none to choose from. */
const isOfficeDay = (on: LocalDate, calendar: WorkingCalendar): boolean =>
  calendar.years.has(Number(on.slice(0, 4))) && isWorkingDay(on, calendar);

/** What the official chose of day, hour, place and manner; nothing where they left all of it to the rules. */
export const appointmentIn = (ports: Pick<ActPorts, 'clock'>, context: ActContext, typed: Typed): Chosen => {
  const { examinationOn: on, examinationAt: at, examinationPlace: place, examinationMode: mode } = typed;
  const { rules, agency, official } = context;
  const today = localDate(ports.clock.now(), agency.zone);
  if (on !== undefined && (on < today || !isOfficeDay(on, officeCalendar(rules, agency, official.unit)))) {
    return { kind: 'refused', refusal: processRefusal(rules, 'EXAMINATION_DAY_OFF', { date: dayTerm(on) }) };
  }
  if (on !== undefined && !isBefore(ports.clock.now(), instantAt(on, at ?? DEFAULT_HOUR, agency.zone))) {
    const time = instantAt(on, at ?? DEFAULT_HOUR, agency.zone);
    const date = { id: formatDateId(time, agency.zone), en: formatDateEn(time, agency.zone) };
    return { kind: 'refused', refusal: processRefusal(rules, 'EXAMINATION_OVER', { date }) };
  }
  const appointment: Appointment = {
    ...(on === undefined ? {} : { on }),
    ...(at === undefined ? {} : { at }),
    ...(place === undefined ? {} : { place }),
    ...(mode === undefined ? {} : { mode }),
  };
  return { kind: 'chosen', appointment: Object.keys(appointment).length === 0 ? undefined : appointment };
};
