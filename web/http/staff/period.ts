import { zonedTime } from '../../../core/calendar/zones.ts';
import type { Agency } from '../../../core/directory/staff.ts';
import { type Instant, type LocalDate, localDateSchema } from '../../../core/time.ts';
import type { Period } from '../../../core/use-cases/silence-report.ts';

/** What is asked for where no period is: the year so far, as the agency's calendar has it. */
const yearSoFar = (now: Instant, { zone }: Pick<Agency, 'zone'>): Period => {
  const today = zonedTime(now, zone).toPlainDate();
  return {
    from: localDateSchema.parse(today.with({ month: 1, day: 1 }).toString()),
    to: localDateSchema.parse(today.toString()),
  };
};

/** The period asked for, with the year so far where an end is not given. */
export const periodOf = (
  { from, to }: { readonly from?: LocalDate | undefined; readonly to?: LocalDate | undefined },
  now: Instant,
  agency: Pick<Agency, 'zone'>,
): Period => {
  const open = yearSoFar(now, agency);
  return { from: from ?? open.from, to: to ?? open.to };
};
