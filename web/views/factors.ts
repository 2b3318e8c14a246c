import type { Agency } from '../../core/directory/staff.ts';
import type { PersonFactors } from '../../core/step-up/factors.ts';
import { momentOf } from '../design/moment.ts';
import type { FactorRow } from '../pages/console-factors.ts';
import type { Lang } from '../text/lang.ts';

/** The factors of a person as their own page lists them. */
export const factorRowsOf = ({ factors }: PersonFactors, { zone }: Agency, lang: Lang): FactorRow[] =>
  factors.map(({ factorId, kind, addedAt, usedAt }) => ({
    factorId,
    kind,
    added: momentOf(addedAt, zone, lang),
    used: usedAt === undefined ? null : momentOf(usedAt, zone, lang),
  }));
