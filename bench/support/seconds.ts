const MOST = 120;

/**
 * How long a load lasts: `BENCH_SECONDS`, or else `usual` seconds.
 * @throws RangeError outside 1 to 120
 */
export const loadSeconds = (usual: number): number => {
  const asked = process.env.BENCH_SECONDS;
  const seconds = asked === undefined || asked === '' ? usual : Number(asked);
  if (!(seconds >= 1 && seconds <= MOST)) throw new RangeError(`BENCH_SECONDS must be 1 to ${MOST}, not ${asked}`);
  return seconds;
};
