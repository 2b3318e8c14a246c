import * as z from 'zod';
import { type LooseEvent, rehashed } from '../../support/builders/tamper.ts';

const loose = z.looseObject({ events: z.array(z.record(z.string(), z.unknown())) });

const withEvents =
  (change: (events: LooseEvent[]) => LooseEvent[]) =>
  (exported: string): string => {
    const content = loose.parse(JSON.parse(exported));
    return JSON.stringify({ ...content, events: change(content.events) });
  };

const laterAt = (event: LooseEvent): LooseEvent => ({ ...event, at: '2027-01-04T00:00:00.000Z' });

/** What can be done to an export, with the verdict that it deserves. */
export const exportTamperings: readonly [string, string, (exported: string) => string][] = [
  ['EDIT', 'a record was changed', withEvents((events) => events.with(2, laterAt(events[2] ?? {})))],
  ['GAP', 'a record is missing', withEvents((events) => events.toSpliced(2, 1))],
  ['FORK', 'two records have one number', withEvents((events) => [...events, rehashed(laterAt(events[2] ?? {}))])],
];
