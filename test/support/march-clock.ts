/** Monday, two weeks before Lebaran 2026. */
const START = Date.parse('2026-03-02T02:00:00.000Z');

/** A machine's clock that starts on 2 March 2026 and flows: tests mean the same in any year. */
export const marchClock = (): (() => number) => {
  const begun = Date.now();
  return () => START + (Date.now() - begun);
};
