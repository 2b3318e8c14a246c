import type { CaseEvent } from '../../../core/case/events.ts';
import { type CaseExport, caseExport } from '../../../core/trail/export.ts';
import { wholeTrail } from './case.ts';
import { START } from './drafts.ts';

/** The export of a trail; a whole case where none is given. */
export const exportOf = (
  events: readonly CaseEvent[] = wholeTrail(),
  keys: readonly Readonly<Record<string, unknown>>[] = [],
): CaseExport => caseExport({ events, exportedAt: START, keys: { keys } });

type Json = Record<string, unknown>;
/** An export as plain JSON, to tamper with. */
export interface LooseExport extends Json {
  events: Json[];
  evidence: Json[];
}

export const looseExport = (from: CaseExport = exportOf()): LooseExport => JSON.parse(JSON.stringify(from));
