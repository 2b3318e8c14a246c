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
 * Ends one holder's hold. The legal hold is lifted where nobody else is left, and the rows are read again after that: a case that came in
 * between has its hold back. The holder's own list is shortened last, so that an interrupted release is found and repeated.
 */
export const releaseFor = async ({ holds, set }: HoldSwitch, sha256: Sha256, holder: Holder): Promise<void> => {
  await holds.withdraw(sha256, holder);
  if ((await holds.holders(sha256)).length === 0) await set(sha256, false);
  if ((await holds.holders(sha256)).length > 0) await set(sha256, true);
  await holds.forget(sha256, holder);
};
