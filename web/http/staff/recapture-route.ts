import * as z from 'zod';
import { NotFound } from '../../../core/errors.ts';
import { artifactIdSchema } from '../../../core/ids.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { actorOf, readCase } from '../../../core/use-cases/read-case.ts';
import { mayAskRecapture, recapture } from '../../../core/use-cases/recapture.ts';
import type { Lang } from '../../text/lang.ts';
import { jsonAnswer } from '../base/answers.ts';
import { HttpProblem } from '../base/http-problem.ts';
import { staffRoute } from './ports.ts';
import { artifactParams } from './schemas.ts';

const HOUR_SECONDS = '3600';

const problemOf = ({ code, ...words }: Refusal, lang: Lang): HttpProblem => {
  if (code === 'NO_SUCH_CAPTURE') return new HttpProblem('not-found', { code, detail: words[lang] });
  if (code !== 'TOO_MANY_RECAPTURES') return new HttpProblem('conflict', { code, detail: words[lang] });
  return new HttpProblem('too-many-requests', { code, detail: words[lang], headers: { 'Retry-After': HOUR_SECONDS } });
};

/** `POST /v1/cases/{caseNumber}/evidence/{artifactId}/recapture`: on record before it is answered, taken afterwards. */
export const recaptureEvidence = staffRoute.staff(['triage', 'superior', 'examiner'], {
  method: 'POST',
  path: '/v1/cases/{caseNumber}/evidence/{artifactId}/recapture',
  answers: 'json',
  summary: {
    id: 'Meminta satu halaman diambil ulang; hasilnya sama, berubah, atau sudah tidak ada',
    en: 'Asks for a page to be captured again; the result says same, changed or gone',
  },
  access: 'recapture-asked',
  limit: 'staff',
  request: { params: artifactParams },
  responses: {
    202: {
      meaning: { id: 'Dicatat; bukti baru menyusul', en: 'On record; the new evidence follows' },
      schema: z.object({ artifactId: artifactIdSchema.describe('under which the new capture will be listed') }),
    },
    409: { meaning: { id: 'Tidak dapat lagi', en: 'Not possible any more' } },
  },
  handle: async ({ params }, { ports, principal, lang }) => {
    const { caseNumber: caseId, artifactId } = params;
    const { state } = await readCase(ports, principal, { caseId, action: 'recapture-asked', detail: artifactId });
    if (!mayAskRecapture(state, principal)) throw new NotFound(`nothing is captured again in ${caseId} for them`);
    const result = await recapture(ports, { caseId, artifactId, actor: actorOf(principal) });
    if (result.kind === 'refused') throw problemOf(result.refusal, lang);
    return jsonAnswer({ artifactId: result.artifactId }, { status: 202 });
  },
});
