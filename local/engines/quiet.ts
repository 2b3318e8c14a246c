import { setImmediate } from 'node:timers/promises';

/** Knows when everything that can move by itself has moved. */
export interface QuietWatch<Owner> {
  /** The owner has something to do, until it rests. */
  move(owner: Owner): void;
  rest(owner: Owner): void;
  /** Work that nobody may overlook, whoever owns it. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when no owner moves and no work is under way. */
  quiet(): Promise<void>;
}

export const watchQuiet = <Owner>(): QuietWatch<Owner> => {
  const moving = new Set<Owner>();
  let underWay = 0;
  let wake: (() => void)[] = [];
  const isQuiet = (): boolean => moving.size === 0 && underWay === 0;
  const changed = (): void => {
    if (!isQuiet()) return;
    const woken = wake;
    wake = [];
    for (const resolve of woken) resolve();
  };
  return {
    move: (owner) => {
      moving.add(owner);
    },
    rest: (owner) => {
      moving.delete(owner);
      changed();
    },
    during: async (work) => {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        changed();
      }
    },
    quiet: async () => {
      do {
        if (!isQuiet()) await new Promise<void>((resolve) => wake.push(resolve));
        await setImmediate();
      } while (!isQuiet());
    },
  };
};
