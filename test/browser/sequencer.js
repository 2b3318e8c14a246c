/** Files that move the program's time. */
const movers = ['absence.test.ts', 'overview.test.ts'];
const placeOf = ({ path }) => (movers.some((name) => path.endsWith(name)) ? 0 : 1);

/**
 * All files visit one system, one after another. Those that move its time come first: on the way every open case has its reminders and
 * deadlines, and the other files open many.
 */
// biome-ignore lint/style/noDefaultExport: jest takes the default export of this file
export default class Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => placeOf(a) - placeOf(b) || a.path.localeCompare(b.path));
  }

  /** The order does not depend on how long a file took the last time. */
  cacheResults() {}
}
