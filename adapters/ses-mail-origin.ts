import { headerBlock } from '../core/inbound/header-block.ts';
import { verdictsOfService } from '../core/inbound/verdicts.ts';
import type { MailOrigin } from '../core/ports.ts';

/** Under this name SES puts its findings on top of what it receives. */
const SERVICE = 'amazonses.com';

/** What SES found out when it took the mail in. */
export const sesMailOrigin: MailOrigin = {
  verdicts: async ({ raw }) => verdictsOfService(headerBlock(raw), SERVICE),
};
