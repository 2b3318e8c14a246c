import { VersionConflict } from '../../../core/errors.ts';

const MAX_TRIES = 8;

/**
 * Runs what may be repeated again where another request was a moment ahead: a button pressed twice is one wish.
 * @throws VersionConflict when it loses eight times
 */
export const retried = async <T>(run: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof VersionConflict) || tries >= MAX_TRIES) throw error;
    }
  }
};
