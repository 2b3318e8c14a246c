import { closeCaseStep } from '../../core/use-cases/close-case.ts';
import { closeCaseEnv } from '../env/close-case.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { caseStores, log } from '../shared/ports/stores.ts';
import { stepHandler } from '../shared/step-handler.ts';

const env = parseEnv(closeCaseEnv);
const ports = { ...caseStores(env) };

/** Ends the case. */
export const handler = stepHandler('CloseCase', log, (input) => closeCaseStep(ports, input));
