import { PdfLetter } from '../../adapters/pdf-letter.ts';
import { issueDecisionStep } from '../../core/use-cases/issue-decision.ts';
import { ruleBook } from '../../rules/index.ts';
import { letterTemplates } from '../../rules/letters/index.ts';
import { issueDecisionEnv } from '../env/issue-decision.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { directoryOf } from '../shared/ports/directory.ts';
import { evidenceOf } from '../shared/ports/evidence.ts';
import { signerOf } from '../shared/ports/keys.ts';
import { caseStores, log } from '../shared/ports/stores.ts';
import { stepHandler } from '../shared/step-handler.ts';

const env = parseEnv(issueDecisionEnv);
const ports = {
  ...caseStores(env),
  directory: directoryOf(env),
  evidence: evidenceOf(env),
  signer: signerOf(env),
  rules: ruleBook,
  letters: letterTemplates,
  letterPrinter: new PdfLetter({ fontDirectory: env.FONT_DIR }),
};

/** Writes, prints and signs the decision record. */
export const handler = stepHandler('IssueDecision', log, (input) => issueDecisionStep(ports, input));
