import type { FilingPorts } from '../file-report.ts';
import type { Ports } from '../ports.ts';

/** Everything that settling a mail takes: filing a report, answering a question, recording what did not arrive. */
export type InboundPorts = FilingPorts &
  Pick<
    Ports,
    | 'inbound'
    | 'holds'
    | 'scanner'
    | 'mailParser'
    | 'mailOrigin'
    | 'requests'
    | 'directory'
    | 'tasks'
    | 'sealer'
    | 'mailer'
    | 'mailTexts'
    | 'mailDomain'
    | 'ids'
  >;

/** Larger mails are refused at the door, and kept for a person where they got past it. */
export const MAX_MAIL_BYTES = 30 * 1024 * 1024;
