/** Lets at most so many pieces of work run at once; the rest wait in the order they came. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

export const gateOf = (atOnce: number): Gate => {
  const waiting: (() => void)[] = [];
  let inside = 0;
  const enter = async (): Promise<void> => {
    if (inside < atOnce) {
      inside += 1;
      return;
    }
    // Whoever leaves hands the place on, so nobody slips in between.
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) inside -= 1;
    else next();
  };
  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
};
