import { parkCaseStep } from '../../core/use-cases/close-case.ts';
import { parkCaseEnv } from '../env/park-case.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { caseStores, log } from '../shared/ports/stores.ts';
import { stepHandler } from '../shared/step-handler.ts';

const env = parseEnv(parkCaseEnv);
const ports = { ...caseStores(env), log };

/** Makes a step that will not succeed by itself visible on the case. */
export const handler = stepHandler('ParkCase', log, (input) => parkCaseStep(ports, input));
