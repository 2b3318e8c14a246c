import { readAccesses } from '../../../core/use-cases/read-accesses.ts';
import { accessPage } from '../../pages/console-access.ts';
import { accessViewOf } from '../../views/access.ts';
import { htmlAnswer } from '../base/answers.ts';
import type { Route } from '../base/route.ts';
import { loadMaterial } from '../tasks/load-material.ts';
import { casePath } from './case-pages.ts';
import { withAccount } from './console-call.ts';
import { type ConsolePorts, consoleRoute } from './console-ports.ts';

/** Who looked at a case, for those who watch over it. */
export const accessRoutes: readonly Route<ConsolePorts>[] = [
  consoleRoute.console({
    method: 'GET',
    path: '/konsol/perkara/{caseNumber}/akses',
    answers: 'page',
    summary: { id: 'Siapa yang melihat perkara', en: 'Who looked at the case' },
    access: 'accesses-read',
    limit: 'staff',
    request: { params: casePath },
    handle: async ({ params }, asked) => {
      const { ports, principal, frame, lang } = await withAccount(asked);
      const { state, accesses } = await readAccesses(ports, principal, params.caseNumber);
      const place = { frame, caseHref: `/konsol/perkara/${state.caseId}` };
      const material = await loadMaterial(ports, state);
      return htmlAnswer(accessPage(accessViewOf(material, accesses, { place, lang }), lang));
    },
  }),
];
