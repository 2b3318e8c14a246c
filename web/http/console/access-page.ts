import type { Access } from '../../../core/ports.ts';
import { readAccesses } from '../../../core/use-cases/read-accesses.ts';
import { accessPage } from '../../pages/console-access.ts';
import { accessViewOf } from '../../views/access.ts';
import type { CaseMaterial } from '../../views/material.ts';
import { htmlAnswer } from '../base/answers.ts';
import type { Route } from '../base/route.ts';
import { loadMaterial } from '../tasks/load-material.ts';
import { casePath } from './case-pages.ts';
import { withAccount } from './console-call.ts';
import { type ConsolePorts, consoleRoute } from './console-ports.ts';

/** Whoever looked has a name, also who has no part in the case. */
const withReaders = async (
  { directory }: Pick<ConsolePorts, 'directory'>,
  material: CaseMaterial,
  accesses: readonly Access[],
): Promise<CaseMaterial> => {
  const nips = new Set(accesses.flatMap(({ actor }) => (actor.kind === 'official' ? [actor.nip] : [])));
  const found = await Promise.all([...nips].map((nip) => directory.staff(material.state.agencyId, nip)));
  const named = found.flatMap((staff) => (staff === undefined ? [] : [[staff.nip, staff] as const]));
  return { ...material, people: new Map([...material.people, ...named]) };
};

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
      const material = await withReaders(ports, await loadMaterial(ports, state), accesses);
      return htmlAnswer(accessPage(accessViewOf(material, accesses, { place, lang }), lang));
    },
  }),
];
