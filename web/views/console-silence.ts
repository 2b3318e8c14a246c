import type { Agency } from '../../core/directory/staff.ts';
import type { SilenceReport, SilentPerson } from '../../core/use-cases/silence-report.ts';
import type { FieldError } from '../design/fields.ts';
import type { Frame } from '../design/layout.ts';
import { momentOf } from '../design/moment.ts';
import type { SilenceView } from '../pages/console-silence.ts';
import type { Lang } from '../text/lang.ts';
import { dueMoment } from './moments.ts';

const nameOf = ({ name, nip }: SilentPerson): string => (name === undefined ? nip : `${name} (${nip})`);

export interface SilencePlace {
  readonly frame: Frame;
  readonly agency: Agency;
  readonly lang: Lang;
  readonly filter: { readonly from: string; readonly to: string; readonly errors: readonly FieldError[] };
  readonly csvHref: string | null;
}

/** The silence report as its page shows it. */
export const silenceViewOf = (
  { rule, total, byPerson, byUnit, lines }: SilenceReport,
  { frame, agency: { zone }, lang, filter, csvHref }: SilencePlace,
): SilenceView => ({
  frame,
  filter,
  rule: { text: rule[lang], citation: rule.citation.text },
  total,
  byPerson: byPerson.map(({ person, ...count }) => ({ ...count, person: nameOf(person), unit: person.unit ?? null })),
  byUnit: byUnit.map(({ unit, ...count }) => ({ ...count, unit: unit ?? null })),
  lines: lines.map(({ person, kind, caseId, dueAt, at }) => ({
    person: nameOf(person),
    unit: person.unit ?? null,
    kind,
    caseNumber: caseId,
    href: `/konsol/perkara/${caseId}`,
    due: dueMoment(dueAt, zone, lang),
    recorded: momentOf(at, zone, lang),
  })),
  csvHref,
});
