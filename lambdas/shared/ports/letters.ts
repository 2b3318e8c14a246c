import type * as z from 'zod';
import { PdfLetter } from '../../../adapters/pdf-letter.ts';
import { ruleBook } from '../../../rules/index.ts';
import { letterNumbering, letterTemplates } from '../../../rules/letters/index.ts';
import type { issueDecisionEnv } from '../../env/issue-decision.env.ts';
import { documentSignerOf } from './document-signer.ts';
import { evidenceOf } from './evidence.ts';
import { signerOf } from './keys.ts';

type Env = Omit<z.output<typeof issueDecisionEnv>, 'TRAIL_TABLE' | 'CASES_TABLE' | 'DIRECTORY_TABLE'>;

/** Everything that printing, signing and filing letters takes. */
export const letterPorts = (env: Env) => ({
  evidence: evidenceOf(env),
  signer: signerOf(env),
  documentSigner: documentSignerOf(env),
  letterPrinter: new PdfLetter({ fontDirectory: env.FONT_DIR }),
  letters: letterTemplates,
  letterNumbering,
  rules: ruleBook,
});
