import * as z from 'zod';
import { NotFound } from '../../../core/errors.ts';
import { HttpProblem } from '../base/http-problem.ts';
import { bodyParts } from '../base/read-body.ts';
import type { Route } from '../base/route.ts';
import { type PublicPorts, publicRoute } from './ports.ts';

export type UploadOutcome = 'STORED' | 'FORGED' | 'EXPIRED' | 'WRONG_SIZE' | 'WRONG_HASH';
/** Takes bytes into quarantine where the token permits exactly these. */
export type ReceiveUpload = (token: string, body: AsyncIterable<Uint8Array>) => Promise<UploadOutcome>;

const wrong = {
  WRONG_SIZE: { id: 'Ukuran berkas bukan yang diumumkan.', en: 'The size of the file is not the announced one.' },
  WRONG_HASH: { id: 'SHA-256 berkas bukan yang diumumkan.', en: 'The SHA-256 of the file is not the announced one.' },
} as const;

/** Where one machine takes announced attachments; on AWS the store itself does (presigned URLs). */
export const uploadRoute = (receiveUpload: ReceiveUpload): Route<PublicPorts> =>
  publicRoute.public({
    method: 'PUT',
    path: '/uploads/{token}',
    answers: 'json',
    summary: { id: 'Mengirim lampiran yang diumumkan', en: 'Sends an announced attachment' },
    access: null,
    limit: 'uploads',
    request: { params: z.object({ token: z.string().max(2048) }) },
    handle: async ({ params }, { request, config, lang }) => {
      const outcome = await receiveUpload(params.token, bodyParts(request, config.limits.intake.attachmentBytes));
      switch (outcome) {
        case 'STORED':
          return new Response(null, { status: 204 });
        case 'FORGED':
        case 'EXPIRED':
          throw new NotFound('no upload is expected under this token');
        case 'WRONG_SIZE':
        case 'WRONG_HASH':
          throw new HttpProblem('invalid-input', { code: outcome, detail: wrong[outcome][lang] });
        default:
          return outcome satisfies never;
      }
    },
  });
