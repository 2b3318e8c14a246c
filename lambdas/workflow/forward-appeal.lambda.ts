import { forwardAppealStep } from '../../core/use-cases/forward-appeal.ts';
import { forwardAppealEnv } from '../env/forward-appeal.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { directoryOf } from '../shared/ports/directory.ts';
import { macOf } from '../shared/ports/keys.ts';
import { letterPorts } from '../shared/ports/letters.ts';
import { matchTagsOf } from '../shared/ports/people.ts';
import { caseStores, log } from '../shared/ports/stores.ts';
import { stepHandler } from '../shared/step-handler.ts';

const env = parseEnv(forwardAppealEnv);
const ports = {
  ...caseStores(env),
  ...letterPorts(env),
  directory: directoryOf(env),
  people: matchTagsOf(env),
  mac: macOf(env),
};

/** Gives the respondent receipts: for the decision delivered, and for the objection or appeal filed. */
export const handler = stepHandler('ForwardAppeal', log, (input) => forwardAppealStep(ports, input));
