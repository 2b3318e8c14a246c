import { mergeReportStep } from '../../core/use-cases/merge-report.ts';
import { mergeReportEnv } from '../env/merge-report.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { caseStores, log } from '../shared/ports/stores.ts';
import { stepHandler } from '../shared/step-handler.ts';

const env = parseEnv(mergeReportEnv);
const ports = { ...caseStores(env) };

/** Records on the surviving case that a report was merged into it. */
export const handler = stepHandler('MergeReport', log, (input) => mergeReportStep(ports, input));
