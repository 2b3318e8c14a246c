import type { NextKind } from '../../../core/board/next-thing.ts';
import type { CaseRow, Page } from '../../../core/ports.ts';
import { type Instant, isBefore } from '../../../core/time.ts';
import type { BoardLine } from '../../../core/use-cases/board.ts';
import type { SilenceReport, SilentPerson } from '../../../core/use-cases/silence-report.ts';

/** Kinds of task that the respondent holds. */
const respondents: ReadonlySet<NextKind> = new Set<NextKind>(['response', 'remedy']);

const responsibleKind = ({ nextKind, nextNip }: CaseRow) => {
  if (nextNip === undefined) return nextKind === 'answer' ? 'reporter' : 'system';
  return nextKind !== undefined && respondents.has(nextKind) ? 'respondent' : 'official';
};

const boardItem = ({ row, responsible }: BoardLine, now: Instant) => ({
  caseNumber: row.caseId,
  status: row.status,
  next: row.nextKind ?? null,
  responsible: { kind: responsibleKind(row), nip: row.nextNip ?? null, name: responsible?.name ?? null },
  dueAt: row.nextDueAt ?? null,
  overdue: row.nextDueAt !== undefined && !isBefore(now, row.nextDueAt),
  parkedAt: row.parkedAt ?? null,
});

/** `GET /v1/board`. */
export const boardOf = ({ items, cursor }: Page<BoardLine>, now: Instant) => ({
  items: items.map((line) => boardItem(line, now)),
  cursor: cursor ?? null,
});

const personOf = ({ nip, name, position, unit }: SilentPerson) => ({
  nip,
  name: name ?? null,
  position: position ?? null,
  unit: unit ?? null,
});

/** `GET /v1/silence`. */
export const silenceOf = ({ period, rule, total, byPerson, byUnit, lines }: SilenceReport) => ({
  ...period,
  rule,
  total,
  byPerson: byPerson.map(({ person, ...count }) => ({ ...personOf(person), ...count })),
  byUnit: byUnit.map(({ unit, ...count }) => ({ unit: unit ?? null, ...count })),
  items: lines.map(({ person, caseId, kind, dueAt, at }) => ({
    ...personOf(person),
    caseNumber: caseId,
    kind,
    dueAt,
    recordedAt: at,
  })),
});
