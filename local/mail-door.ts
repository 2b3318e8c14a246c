import type { Log } from '../core/ports.ts';
import { agenciesAddressed, receiveMail } from '../core/use-cases/inbound/receive-mail.ts';
import type { Ports } from '../core/use-cases/ports.ts';
import { type SmtpEngine, startSmtp } from './engines/smtp.ts';

/** Reports by mail on this machine: the sender hears yes once the raw message is kept and it is settled what it is. */
export const startMailDoor = (ports: Ports, { port, log }: { port: number; log: Log }): Promise<SmtpEngine> =>
  startSmtp({
    port,
    isOurs: async (address) => (await agenciesAddressed(ports, [address])).length > 0,
    onMail: async ({ raw, envelope }) => {
      await receiveMail(ports, { raw, envelope, receivedAt: ports.clock.now() });
      return { accepted: true };
    },
    onError: (error) => log.error('mail-not-taken', error),
  });
