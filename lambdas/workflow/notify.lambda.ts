import { notifyStep } from '../../core/use-cases/notify.ts';
import { ruleBook } from '../../rules/index.ts';
import { mailTexts } from '../../rules/mails/index.ts';
import { notifyEnv } from '../env/notify.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { directoryOf } from '../shared/ports/directory.ts';
import { macOf } from '../shared/ports/keys.ts';
import { mailDomainOf } from '../shared/ports/mail-domain.ts';
import { mailerOf } from '../shared/ports/mailer.ts';
import { peopleOf } from '../shared/ports/people.ts';
import { caseStores, log } from '../shared/ports/stores.ts';
import { stepHandler } from '../shared/step-handler.ts';

const env = parseEnv(notifyEnv);
const ports = {
  ...caseStores(env),
  directory: directoryOf(env),
  people: peopleOf(env),
  mailer: mailerOf(env),
  rules: ruleBook,
  mailTexts,
  mac: macOf(env),
  mailDomain: mailDomainOf(env),
  baseUrl: env.BASE_URL,
};

/** Tells everyone concerned: the one function that may read who a reporter is. */
export const handler = stepHandler('Notify', log, (input) => notifyStep(ports, input));
