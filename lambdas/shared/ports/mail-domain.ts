import { NO_MAIL_DOMAIN } from '../../env/fragments.ts';

/** The domain under which mails are taken in, where the deployment has one. */
export const mailDomainOf = ({ MAIL_DOMAIN }: { MAIL_DOMAIN: string }): string | undefined =>
  MAIL_DOMAIN === NO_MAIL_DOMAIN ? undefined : MAIL_DOMAIN;
