import * as z from 'zod';
import { actorSchema } from '../../../core/case/actor.ts';
import { instantSchema } from '../../../core/time.ts';
import { accessReaders, readAccesses } from '../../../core/use-cases/read-accesses.ts';
import { jsonAnswer } from '../base/answers.ts';
import { staffRoute } from './ports.ts';
import { caseParams } from './schemas.ts';

const accessesSchema = z
  .array(
    z.object({
      at: instantSchema,
      actor: z.union([actorSchema, z.strictObject({ kind: z.literal('robot') })]),
      action: z.string(),
      detail: z.string().optional(),
    }),
  )
  .describe('oldest first; `robot`: a mailed link was touched by something that did not prove the mailbox');

/** `GET /v1/cases/{caseNumber}/access`: who looked at a case. */
export const accessRoute = staffRoute.staff(accessReaders, {
  method: 'GET',
  path: '/v1/cases/{caseNumber}/access',
  answers: 'json',
  summary: {
    id: 'Siapa yang melihat satu perkara, termasuk program yang menyentuh tautan',
    en: 'Who looked at a case, and what programs touched its links',
  },
  access: 'accesses-read',
  limit: 'staff',
  request: { params: caseParams },
  responses: { 200: { meaning: { id: 'Catatan akses', en: 'The access log' }, schema: accessesSchema } },
  handle: async ({ params }, { ports, principal }) => {
    const { accesses } = await readAccesses(ports, principal, params.caseNumber);
    return jsonAnswer(accesses.map(({ at, actor, action, detail }) => ({ at, actor, action, detail })));
  },
});
