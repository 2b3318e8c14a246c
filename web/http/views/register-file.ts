import type { RegisterExport } from '../../../core/use-cases/register-export.ts';
import type { Lang } from '../../text/lang.ts';
import { HttpProblem } from '../base/http-problem.ts';

/** The ZIP as a download. @throws HttpProblem 409 where there is nothing to tell yet, in words */
export const registerAnswer = (exported: RegisterExport, lang: Lang): Response => {
  if (exported.kind === 'refused') {
    const { code, ...words } = exported.refusal;
    throw new HttpProblem('conflict', { code, detail: words[lang] });
  }
  return new Response(Uint8Array.from(exported.bytes), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${exported.fileName}"`,
    },
  });
};
