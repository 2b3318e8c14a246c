import { planCapture } from '../../core/use-cases/plan-capture.ts';
import { planCaptureEnv } from '../env/plan-capture.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { caseStores, log } from '../shared/ports/stores.ts';
import { stepHandler } from '../shared/step-handler.ts';

const env = parseEnv(planCaptureEnv);
const ports = { ...caseStores(env) };

/** Plans which addresses of the report are to be captured. */
export const handler = stepHandler('PlanCapture', log, (input) => planCapture(ports, input));
