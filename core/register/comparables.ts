import type { ImpactScope, PositionClass, ProvisionCode, SanctionCode, SanctionLevel, Track } from '../rules/codes.ts';
import type { LocalDate } from '../time.ts';

/** What became of a sanction in the end. */
export type SanctionOutcome = 'EFFECTIVE' | 'UPHELD' | 'CHANGED' | 'ANNULLED' | 'PENDING';

/** A past sanction of the agency. Nothing in it names who, where or which case. */
export interface PastSanction {
  readonly decidedOn: LocalDate;
  readonly track: Track;
  readonly provisions: readonly ProvisionCode[];
  readonly impact?: ImpactScope | undefined;
  readonly level: SanctionLevel;
  readonly positionClass: PositionClass;
  readonly sanctionCode: SanctionCode;
  readonly outcome: SanctionOutcome;
}

/** The case that is to be decided. */
export interface ComparableQuestion {
  readonly track: Track;
  readonly provisions: readonly ProvisionCode[];
  readonly impact?: ImpactScope | undefined;
  readonly level: SanctionLevel;
}

export interface Comparable {
  readonly year: number;
  readonly provisions: readonly ProvisionCode[];
  readonly impact: ImpactScope | null;
  /** Null where so few are alike that the class would point to somebody. */
  readonly positionClass: PositionClass | null;
  readonly sanctionCode: SanctionCode;
  readonly outcome: SanctionOutcome;
}

export const MOST_COMPARABLES = 20;
/** A class of post shows only where this many of what is shown share it. */
const FEWEST_ALIKE = 3;

const isAlike = (row: PastSanction, question: ComparableQuestion): boolean =>
  row.track === question.track &&
  row.level === question.level &&
  (row.impact === undefined || question.impact === undefined || row.impact === question.impact) &&
  row.provisions.some((provision) => question.provisions.includes(provision));

/** Newest year first; inside a year by what was imposed, so that the order tells nothing about the month. */
const inOrder = (a: Comparable, b: Comparable): number => {
  if (a.year !== b.year) return b.year - a.year;
  const [left, right] = [a, b].map((item) =>
    JSON.stringify([item.sanctionCode, item.provisions, item.impact, item.outcome]),
  );
  return (left ?? '') < (right ?? '') ? -1 : 1;
};

const shown = (row: PastSanction): Comparable => ({
  year: Number(row.decidedOn.slice(0, 4)),
  provisions: row.provisions.toSorted(),
  impact: row.impact ?? null,
  positionClass: row.positionClass,
  sanctionCode: row.sanctionCode,
  outcome: row.outcome,
});

/**
 * Past sanctions of the agency that bear on a case: same track and level, at least one same provision, same impact where both are known.
 * The newest twenty, without names, units, case numbers and dates below the year; a class of post that fewer than three of them share is
 * left out.
 */
export const comparablesOf = (rows: readonly PastSanction[], question: ComparableQuestion): readonly Comparable[] => {
  const alike = rows
    .filter((row) => isAlike(row, question))
    .toSorted((a, b) => b.decidedOn.localeCompare(a.decidedOn))
    .slice(0, MOST_COMPARABLES)
    .map(shown);
  const holders = Map.groupBy(alike, ({ positionClass }) => positionClass);
  const isCommon = ({ positionClass }: Comparable) => (holders.get(positionClass)?.length ?? 0) >= FEWEST_ALIKE;
  return alike.map((item) => (isCommon(item) ? item : { ...item, positionClass: null })).toSorted(inOrder);
};
