import { setTimeout as pause } from 'node:timers/promises';

const TRIES = 100;
const PAUSE_MS = 20;

/** Runs an expectation until it holds: an index may lag behind its table. */
export const eventually = async (expectation: () => Promise<void>): Promise<void> => {
  for (let attempt = 1; attempt < TRIES; attempt += 1) {
    try {
      return await expectation();
    } catch {
      await pause(PAUSE_MS);
    }
  }
  await expectation();
};
