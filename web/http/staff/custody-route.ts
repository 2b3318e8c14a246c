import * as z from 'zod';
import { custodyEntrySchema } from '../../../core/evidence/custody-entry.ts';
import { artifactIdSchema, sha256Schema } from '../../../core/ids.ts';
import { custodyOfArtifact } from '../../../core/use-cases/custody-of-artifact.ts';
import { jsonAnswer } from '../base/answers.ts';
import { readers, staffRoute } from './ports.ts';
import { artifactParams, heldSchema, stampSchema } from './schemas.ts';

const custodySchema = z.object({
  artifactId: artifactIdSchema,
  sha256: sha256Schema,
  held: heldSchema,
  timestamp: stampSchema,
  custody: z.array(custodyEntrySchema).describe('oldest first; what has no `seq` stands in the access log'),
});

/** `GET /v1/cases/{caseNumber}/evidence/{artifactId}/custody`: what happened to one piece of evidence. */
export const custodyRoute = staffRoute.staff(readers, {
  method: 'GET',
  path: '/v1/cases/{caseNumber}/evidence/{artifactId}/custody',
  answers: 'json',
  summary: {
    id: 'Riwayat satu bukti: dari mana, apa yang terjadi, siapa yang melihat',
    en: 'The history of a piece of evidence: where it came from, what happened, who looked',
  },
  access: 'custody-read',
  limit: 'staff',
  request: { params: artifactParams },
  responses: { 200: { meaning: { id: 'Riwayat', en: 'The history' }, schema: custodySchema } },
  handle: async ({ params }, { ports, principal }) => {
    const { caseNumber: caseId, artifactId: asked } = params;
    const read = { caseId, artifactId: artifactIdSchema.parse(asked) };
    const { artifactId, sha256, isHeld, stamp, entries } = await custodyOfArtifact(ports, principal, read);
    return jsonAnswer({ artifactId, sha256, held: isHeld, timestamp: stamp, custody: entries });
  },
});
