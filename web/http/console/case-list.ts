import * as z from 'zod';
import { caseStatusSchema } from '../../../core/case/transitions.ts';
import { NotFound } from '../../../core/errors.ts';
import type { CaseRow, Page } from '../../../core/ports.ts';
import { recordListed, visiblePage } from '../../../core/use-cases/listing.ts';
import { type CaseListView, caseListPage } from '../../pages/console-cases.ts';
import { caseRowOf, type ListedCase } from '../../views/console-rows.ts';
import { htmlAnswer } from '../base/answers.ts';
import { searchCases } from '../staff/case-search.ts';
import type { ConsoleCall } from './console-call.ts';
import { CONSOLE } from './return-path.ts';

const PAGE = 25;

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
const search = ({ ports, principal }: ConsoleCall, { status, q, cursor }: ListQuery): Promise<Page<CaseRow>> =>
  visiblePage(principal, (page) => searchCases(ports, principal, { status, q: q === '' ? undefined : q, ...page }), {
    cursor,
    limit: PAGE,
  });

const listed = async ({ ports }: ConsoleCall, row: CaseRow): Promise<ListedCase> => {
  const { agencyId, respondentNip } = row;
  return {
    row,
    respondent: respondentNip === undefined ? undefined : await ports.directory.staff(agencyId, respondentNip),
    dueAt: row.nextDueAt,
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
  await recordListed(ports, principal, { rows: page.items, action: 'case-listed' });
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
