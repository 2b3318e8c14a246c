import { hashOfEvent } from '../../../core/trail/chain.ts';
import { GENESIS } from '../../../core/trail/digest.ts';

/** An event as plain JSON, to tamper with. */
export type LooseEvent = Record<string, unknown>;

/** The event with the hash that its content has now. */
export const rehashed = (event: LooseEvent): LooseEvent => ({ ...event, hash: hashOfEvent(event) });

/** What a forger with the program can do: event `from` changed, and everything from there on chained anew. */
export const rewritten = (
  events: readonly LooseEvent[],
  { from, change }: { from: number; change: (event: LooseEvent) => LooseEvent },
): LooseEvent[] => {
  const forged: LooseEvent[] = [];
  for (const event of events) {
    const seq = Number(event.seq);
    const prevHash = forged.at(-1)?.hash ?? GENESIS;
    if (seq < from) forged.push(event);
    else forged.push(rehashed({ ...(seq === from ? change(event) : event), prevHash }));
  }
  return forged;
};
