import * as z from 'zod';
import { caseStatusSchema } from '../../../core/case/transitions.ts';
import { NotFound } from '../../../core/errors.ts';
import { readBoard } from '../../../core/use-cases/board.ts';
import { boardPage } from '../../pages/console-board.ts';
import { boardRowOf } from '../../views/console-board.ts';
import { htmlAnswer } from '../base/answers.ts';
import type { ConsoleCall } from './console-call.ts';
import { BOARD } from './return-path.ts';

const PAGE = 25;

const nothing = (value: unknown) => (value === '' ? undefined : value);

/** The filter as the form sends it. */
export const boardQuery = z.object({
  status: z.preprocess(nothing, caseStatusSchema.optional()),
  cursor: z.string().max(1024).optional(),
});
type BoardQuery = z.infer<typeof boardQuery>;

const hrefOf = ({ status }: BoardQuery, cursor?: string): string => {
  const query = new URLSearchParams({
    ...(status === undefined ? {} : { status }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  return query.size === 0 ? BOARD : `${BOARD}?${query}`;
};

/** `/konsol/papan`: open cases by time left. @throws NotFound */
export const boardAnswer = async (call: ConsoleCall, query: BoardQuery): Promise<Response> => {
  const { ports, principal, frame, lang } = call;
  const agency = await ports.directory.agency(principal.agencyId);
  if (agency === undefined) throw new NotFound(`agency ${principal.agencyId} is not in the directory`);
  const { status, cursor } = query;
  const { items, cursor: next } = await readBoard(ports, principal, { status, cursor, limit: PAGE });
  const place = { agency, now: ports.clock.now(), lang };
  const view = {
    frame,
    filter: { status: status ?? null },
    rows: items.map((line) => boardRowOf(line, place)),
    pager: {
      firstHref: cursor === undefined ? null : hrefOf(query),
      nextHref: next === undefined ? null : hrefOf(query, next),
    },
  };
  return htmlAnswer(boardPage(view, lang));
};
