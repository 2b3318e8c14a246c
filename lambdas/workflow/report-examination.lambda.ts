import { reportExaminationStep } from '../../core/use-cases/report-examination.ts';
import { reportExaminationEnv } from '../env/report-examination.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { letterPorts } from '../shared/ports/letters.ts';
import { log } from '../shared/ports/stores.ts';
import { taskPorts } from '../shared/ports/tasks.ts';
import { stepHandler } from '../shared/step-handler.ts';

const env = parseEnv(reportExaminationEnv);
const ports = { ...taskPorts(env), ...letterPorts(env) };

/** Takes what an examination came to up to whoever decides. */
export const handler = stepHandler('ReportExamination', log, (input) => reportExaminationStep(ports, input));
