import { NotFound } from '../../../core/errors.ts';
import { readBoard } from '../../../core/use-cases/board.ts';
import { silenceReaders, silenceReport } from '../../../core/use-cases/silence-report.ts';
import { jsonAnswer } from '../base/answers.ts';
import type { Route } from '../base/route.ts';
import { boardOf, silenceOf } from '../views/staff-overviews.ts';
import { periodOf } from './period.ts';
import { readers, type StaffPorts, staffRoute } from './ports.ts';
import { boardQuery, boardSchema, silenceQuery, silenceSchema } from './schemas.ts';

const board = staffRoute.staff(readers, {
  method: 'GET',
  path: '/v1/board',
  answers: 'json',
  summary: {
    id: 'Perkara terbuka menurut sisa waktu, yang lewat tenggat dahulu',
    en: 'Open cases by time left, overdue first',
  },
  access: 'board-listed',
  limit: 'staff',
  request: { query: boardQuery },
  responses: { 200: { meaning: { id: 'Satu halaman', en: 'One page' }, schema: boardSchema } },
  handle: async ({ query }, { ports, principal }) =>
    jsonAnswer(boardOf(await readBoard(ports, principal, query), ports.clock.now())),
});

const silence = staffRoute.staff(silenceReaders, {
  method: 'GET',
  path: '/v1/silence',
  answers: 'json',
  summary: {
    id: 'Siapa membiarkan tenggat yang mana lewat, menurut pejabat dan unit',
    en: 'Who let which deadline pass, by official and unit',
  },
  access: 'silence-listed',
  limit: 'staff',
  request: { query: silenceQuery },
  responses: { 200: { meaning: { id: 'Laporan', en: 'The report' }, schema: silenceSchema } },
  handle: async ({ query }, { ports, principal }) => {
    const agency = await ports.directory.agency(principal.agencyId);
    if (agency === undefined) throw new NotFound(`agency ${principal.agencyId} is not in the directory`);
    const period = periodOf(query, ports.clock.now(), agency);
    return jsonAnswer(silenceOf(await silenceReport(ports, principal, { agency, period })));
  },
});

/** What looks across the cases of an agency. */
export const overviewRoutes: readonly Route<StaffPorts>[] = [board, silence];
