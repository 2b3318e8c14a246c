import { takeEffectStep } from '../../core/use-cases/take-effect.ts';
import { ruleBook } from '../../rules/index.ts';
import { takeEffectEnv } from '../env/take-effect.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { directoryOf } from '../shared/ports/directory.ts';
import { caseStores, log } from '../shared/ports/stores.ts';
import { stepHandler } from '../shared/step-handler.ts';

const env = parseEnv(takeEffectEnv);
const ports = { ...caseStores(env), directory: directoryOf(env), rules: ruleBook };

/** Lets a sanction take effect, and says whether it is to be followed to its end. */
export const handler = stepHandler('TakeEffect', log, (input) => takeEffectStep(ports, input));
