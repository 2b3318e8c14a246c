import { createTransport, type SendMailOptions } from 'nodemailer';
import { settle } from '../../../scripts/people/official.ts';
import { baseUrl, smtpPort } from './site.ts';

export const LAPOR = 'lapor@contoh.tertib.test';

/** Sends a mail as anybody may, over SMTP. */
export const sendMail = async (mail: SendMailOptions): Promise<void> => {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true });
  try {
    await transport.sendMail({ to: LAPOR, ...mail });
  } finally {
    transport.close();
  }
  await settle(baseUrl);
};
