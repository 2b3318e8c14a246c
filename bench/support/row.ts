/** One measured value: one line of `npm run bench`. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** How many measurements, cases or items stand behind the value. */
  readonly n: number;
  readonly note: string;
}

export type Report = (row: Row) => void;

export interface Budget {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly n: number;
  readonly limit: number;
  /** Whether the limit is the most or the least that is allowed. */
  readonly bound: 'at most' | 'at least';
  readonly note: string;
}

export const isMet = ({ value, limit, bound }: Pick<Budget, 'value' | 'limit' | 'bound'>): boolean =>
  bound === 'at most' ? value <= limit : value >= limit;

/** A value that has a budget: the note begins with `met` or `missed` and the limit. */
export const budgetRow = (budget: Budget): Row => {
  const { name, value, unit, n, limit, bound, note } = budget;
  const verdict = isMet(budget) ? 'met' : 'missed';
  return { name, value, unit, n, note: `budget ${verdict}: ${bound} ${limit} ${unit}. ${note}` };
};

/** One row as one line of JSON, its value with at most three decimals. */
export const lineOf = ({ value, ...rest }: Row): string => {
  const { name, unit, n, note } = rest;
  return JSON.stringify({ name, value: rounded(value), unit, n, note });
};

/** @throws RangeError for a value that JSON cannot carry */
export const rounded = (value: number, decimals = 3): number => {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no measurement`);
  return Number(value.toFixed(decimals));
};
