import * as z from 'zod';
import { artifactIdSchema, caseIdSchema } from '../../../core/ids.ts';
import { custodyOfArtifact } from '../../../core/use-cases/custody-of-artifact.ts';
import { custodyPage } from '../../pages/console-custody.ts';
import { custodyViewOf } from '../../views/custody.ts';
import { htmlAnswer } from '../base/answers.ts';
import type { Route } from '../base/route.ts';
import { loadMaterial } from '../tasks/load-material.ts';
import { type ConsoleCall, withAccount } from './console-call.ts';
import { type ConsolePorts, consoleRoute } from './console-ports.ts';

const custodyPath = z.object({ caseNumber: caseIdSchema, artifactId: artifactIdSchema });

/** @throws NotFound */
const custodyAnswer = async (
  { ports, principal, frame, lang }: ConsoleCall,
  { caseNumber: caseId, artifactId }: z.infer<typeof custodyPath>,
): Promise<Response> => {
  const known = await custodyOfArtifact(ports, principal, { caseId, artifactId });
  const material = await loadMaterial(ports, known.state);
  const place = { frame, caseHref: `/konsol/perkara/${caseId}` };
  return htmlAnswer(custodyPage(custodyViewOf(material, known, { place, lang }), lang));
};

/** What happened to one piece of evidence, for whoever may read the case. */
export const custodyRoutes: readonly Route<ConsolePorts>[] = [
  consoleRoute.console({
    method: 'GET',
    path: '/konsol/perkara/{caseNumber}/bukti/{artifactId}/riwayat',
    answers: 'page',
    summary: { id: 'Riwayat satu bukti', en: 'History of a piece of evidence' },
    access: 'custody-read',
    limit: 'staff',
    request: { params: custodyPath },
    handle: async ({ params }, call) => custodyAnswer(await withAccount(call), params),
  }),
];
