import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SesMailer } from '../../../adapters/ses-mailer.ts';
import { clientOptions } from './client.ts';
import { clock } from './stores.ts';

export const mailerOf = (env: { MAIL_FROM: string; MAIL_CONFIGURATION_SET: string }) =>
  new SesMailer({
    client: new SESv2Client(clientOptions),
    from: env.MAIL_FROM,
    clock,
    configurationSet: env.MAIL_CONFIGURATION_SET,
  });
