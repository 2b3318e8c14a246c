import * as z from 'zod';
import { caseStatusSchema } from '../../../core/case/transitions.ts';
import { NotFound } from '../../../core/errors.ts';
import { newReceiptCode } from '../../../core/ids.ts';
import type { CaseRow, Page } from '../../../core/ports.ts';
import { actorOf } from '../../../core/use-cases/read-case.ts';
import { type CaseListView, caseListPage } from '../../pages/console-cases.ts';
import { caseRowOf, type ListedCase } from '../../views/console-rows.ts';
import { htmlAnswer } from '../base/answers.ts';
import { searchCases } from '../staff/case-search.ts';
import type { ConsoleCall } from './console-call.ts';
import { CONSOLE } from './return-path.ts';

const PAGE = 25;
/** Someone who may see few of many cases gets a short page and the way to the next, rather than a long search. */
const MAX_READS = 10;

const nothing = (value: unknown) => (value === '' ? undefined : value);

/** The filter as the form sends it; the sign-in's own input may still stand in the address. */
export const listQuery = z.object({
  status: z.preprocess(nothing, caseStatusSchema.optional()),
  q: z.string().trim().max(100).default(''),
  cursor: z.string().max(1024).optional(),
  kembali: z.string().optional(),
});
export type ListQuery = z.infer<typeof listQuery>;

/** A page of what they may see, filled up as far as a few reads go. */
const search = async (
  { ports, principal }: ConsoleCall,
  { status, q, cursor: from }: ListQuery,
): Promise<Page<CaseRow>> => {
  const items: CaseRow[] = [];
  let cursor = from;
  for (let reads = 0; reads < MAX_READS && items.length < PAGE; reads += 1) {
    const limit = PAGE - items.length;
    const page = await searchCases(ports, principal, { status, q: q === '' ? undefined : q, cursor, limit });
    items.push(...page.items);
    cursor = page.cursor;
    if (cursor === undefined) break;
  }
  return { items, cursor };
};

/** Whoever sees a case in a list has read its number and respondent: on record, before it is shown. */
const recordListed = async ({ ports, principal }: ConsoleCall, rows: readonly CaseRow[]): Promise<void> => {
  const listing = { at: ports.clock.now(), actor: actorOf(principal), action: 'case-listed' };
  await Promise.all(
    rows.map(({ caseId }) => ports.accessLog.record({ ...listing, caseId, accessId: newReceiptCode(ports.ids) })),
  );
};

const listed = async ({ ports }: ConsoleCall, row: CaseRow): Promise<ListedCase> => {
  const { caseId, agencyId, respondentNip } = row;
  const tasks = row.closed ? [] : await ports.tasks.byCase(caseId);
  return {
    row,
    respondent: respondentNip === undefined ? undefined : await ports.directory.staff(agencyId, respondentNip),
    dueAt: tasks.find(({ status }) => status === 'OPEN')?.dueAt,
  };
};

const hrefOf = ({ status, q }: ListQuery, cursor?: string): string => {
  const query = new URLSearchParams({
    ...(status === undefined ? {} : { status }),
    ...(q === '' ? {} : { q }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  return query.size === 0 ? CONSOLE : `${CONSOLE}?${query}`;
};

/** `/konsol` for someone who is signed in. */
export const caseListAnswer = async (call: ConsoleCall, query: ListQuery): Promise<Response> => {
  const { ports, principal, frame, lang } = call;
  const agency = await ports.directory.agency(principal.agencyId);
  if (agency === undefined) throw new NotFound(`agency ${principal.agencyId} is not in the directory`);
  const { status, q, cursor } = query;
  const page = await search(call, query);
  await recordListed(call, page.items);
  const place = { agency, now: ports.clock.now(), lang };
  const cases = await Promise.all(page.items.map((row) => listed(call, row)));
  const view: CaseListView = {
    frame,
    filter: { status: status ?? null, q },
    rows: cases.map((item) => caseRowOf(item, place)),
    pager: {
      firstHref: cursor === undefined ? null : hrefOf(query),
      nextHref: page.cursor === undefined ? null : hrefOf(query, page.cursor),
    },
  };
  return htmlAnswer(caseListPage(view, lang));
};
