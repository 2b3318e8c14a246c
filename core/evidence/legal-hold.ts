import type { Sha256 } from '../ids.ts';
import type { Holder, Holds } from '../ports.ts';

/** What a store can do with the legal hold of one object. */
export interface HoldSwitch {
  readonly holds: Holds;
  /** Sets the hold of the stored object, whichever way it stands now. */
  set(sha256: Sha256, held: boolean): Promise<void>;
}

/** The row first: whoever releases meanwhile finds it, before or after it lifts the hold. */
export const holdFor = async ({ holds, set }: HoldSwitch, sha256: Sha256, holder: Holder): Promise<void> => {
  await holds.add(sha256, holder);
  await set(sha256, true);
};

/**
 * Ends one holder's hold. The legal hold is set as the rows say, and the rows are read again after that, until they still say so: a case
 * that came in between has its hold back, and two that leave at once do not leave it standing for each other. The holder's own list is
 * shortened last, so that an interrupted release is found and repeated.
 */
export const releaseFor = async ({ holds, set }: HoldSwitch, sha256: Sha256, holder: Holder): Promise<void> => {
  const isNeeded = async (): Promise<boolean> => (await holds.holders(sha256)).length > 0;
  await holds.withdraw(sha256, holder);
  let needed = await isNeeded();
  for (let held: boolean | undefined; held !== needed; needed = await isNeeded()) {
    held = needed;
    await set(sha256, held);
  }
  await holds.forget(sha256, holder);
};
