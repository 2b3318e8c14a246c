import { closeCaseStep } from '../../core/use-cases/close-case.ts';
import { closeCaseEnv } from '../env/close-case.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { evidenceOf, holdsOf } from '../shared/ports/evidence.ts';
import { scannerOf } from '../shared/ports/scanner.ts';
import { caseStores, log } from '../shared/ports/stores.ts';
import { stepHandler } from '../shared/step-handler.ts';

const env = parseEnv(closeCaseEnv);
const ports = { ...caseStores(env), evidence: evidenceOf(env), scanner: scannerOf(env), holds: holdsOf(env) };

/** Ends the case. */
export const handler = stepHandler('CloseCase', log, (input) => closeCaseStep(ports, input));
