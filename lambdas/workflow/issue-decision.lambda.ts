import { issueDecisionStep } from '../../core/use-cases/issue-decision.ts';
import { issueDecisionEnv } from '../env/issue-decision.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { directoryOf } from '../shared/ports/directory.ts';
import { letterPorts } from '../shared/ports/letters.ts';
import { caseStores, log } from '../shared/ports/stores.ts';
import { stepHandler } from '../shared/step-handler.ts';

const env = parseEnv(issueDecisionEnv);
const ports = { ...caseStores(env), ...letterPorts(env), directory: directoryOf(env) };

/** Writes, prints and signs the decision record, and calls the respondent to receive it. */
export const handler = stepHandler('IssueDecision', log, (input) => issueDecisionStep(ports, input));
