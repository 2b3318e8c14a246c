import { prepareExaminationStep } from '../../core/use-cases/prepare-examination.ts';
import { prepareExaminationEnv } from '../env/prepare-examination.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { letterPorts } from '../shared/ports/letters.ts';
import { log } from '../shared/ports/stores.ts';
import { taskPorts } from '../shared/ports/tasks.ts';
import { stepHandler } from '../shared/step-handler.ts';

const env = parseEnv(prepareExaminationEnv);
const ports = { ...taskPorts(env), ...letterPorts(env) };

/** Makes an examination ready: team, disclosure, summons, and the respondent's page. */
export const handler = stepHandler('PrepareExamination', log, (input) => prepareExaminationStep(ports, input));
