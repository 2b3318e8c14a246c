const ordered = (values: readonly number[]): readonly number[] => {
  if (values.length === 0) throw new RangeError('nothing was measured');
  return values.toSorted((a, b) => a - b);
};

/** The middle measurement; of an even number, the mean of the two in the middle. @throws RangeError without measurements */
export const median = (values: readonly number[]): number => {
  const sorted = ordered(values);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
};

/** How many times `part` is in `whole`. @throws RangeError where `part` is not above zero */
export const ratio = (whole: number, part: number): number => {
  if (!(part > 0)) throw new RangeError(`a ratio to ${part} says nothing`);
  return whole / part;
};

/** Milliseconds that `work` took, on the monotonic clock. */
export const elapsedMs = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
