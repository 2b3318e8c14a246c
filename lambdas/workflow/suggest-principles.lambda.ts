import { suggestPrinciplesStep } from '../../core/use-cases/suggest-principles.ts';
import { principlePacks } from '../../rules/principle-packs/index.ts';
import { suggestPrinciplesEnv } from '../env/suggest-principles.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { evidenceOf } from '../shared/ports/evidence.ts';
import { scannerOf } from '../shared/ports/scanner.ts';
import { caseStores, log } from '../shared/ports/stores.ts';
import { timeStamperOf } from '../shared/ports/time-stamper.ts';
import { stepHandler } from '../shared/step-handler.ts';

const env = parseEnv(suggestPrinciplesEnv);
const ports = {
  ...caseStores(env),
  log,
  evidence: evidenceOf(env),
  scanner: scannerOf(env),
  timeStamper: timeStamperOf(env),
  packs: principlePacks,
};

/** Suggests principles for a round. */
export const handler = stepHandler('SuggestPrinciples', log, (input) => suggestPrinciplesStep(ports, input));
