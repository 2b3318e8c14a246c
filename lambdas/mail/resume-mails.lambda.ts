import middy from '@middy/core';
import { remindOfMails } from '../../core/use-cases/inbound/remind-of-mails.ts';
import { resumeMails } from '../../core/use-cases/inbound/resume-mails.ts';
import { resumeMailsEnv } from '../env/resume-mails.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { inboundPorts } from '../shared/ports/inbound-mail.ts';

const ports = inboundPorts(parseEnv(resumeMailsEnv));

/** Settles mails whose receiver died, and what triage ordered; tells the personnel unit of those that wait for a person. */
export const handler = middy().handler(async () => {
  const settled = await resumeMails(ports);
  const reminded = await remindOfMails(ports);
  if (settled + reminded > 0) ports.log.info('mails-resumed', { settled, reminded });
  return { settled, reminded };
});
