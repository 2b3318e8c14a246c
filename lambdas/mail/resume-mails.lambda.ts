import middy from '@middy/core';
import { resumeMails } from '../../core/use-cases/inbound/resume-mails.ts';
import { resumeMailsEnv } from '../env/resume-mails.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { inboundPorts } from '../shared/ports/inbound-mail.ts';

const ports = inboundPorts(parseEnv(resumeMailsEnv));

/** Settles mails whose receiver died, and what triage ordered. */
export const handler = middy().handler(async () => {
  const settled = await resumeMails(ports);
  if (settled > 0) ports.log.info('mails-resumed', { settled });
  return { settled };
});
