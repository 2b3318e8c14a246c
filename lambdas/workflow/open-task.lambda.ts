import { openTaskStep } from '../../core/use-cases/open-task.ts';
import { openTaskEnv } from '../env/open-task.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { log } from '../shared/ports/stores.ts';
import { taskPorts } from '../shared/ports/tasks.ts';
import { stepHandler } from '../shared/step-handler.ts';

const env = parseEnv(openTaskEnv);
const ports = { ...taskPorts(env) };

/** Opens a human task and mails its link. */
export const handler = stepHandler('OpenTask', log, (input) => openTaskStep(ports, input));
