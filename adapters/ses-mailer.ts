import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { ServiceUnavailable } from '../core/errors.ts';
import type { Clock, Mail, Mailer } from '../core/ports.ts';
import { epochOf } from '../core/time.ts';
import { sha256Hex } from '../core/trail/digest.ts';
import { outside } from './outside.ts';

export interface SesMailerOptions {
  readonly client: SESv2Client;
  /** The sender's address, without a name. */
  readonly from: string;
  readonly clock: Clock;
  /** Where bounces and complaints are reported through. */
  readonly configurationSet?: string | undefined;
  /** The left side of a mail's message id. Default: a hash of the mail's id. SES sets one of its own in its place. */
  readonly messageIdOf?: ((mailId: string) => Promise<string>) | undefined;
}

const MAX_TAG = 256;

/** SES takes letters, digits, `_` and `-` in a tag. */
const tagOf = (mailId: string): string => mailId.replace(/[^A-Za-z0-9_-]/g, '-').slice(0, MAX_TAG);

/**
 * Mail through SES v2 as MIME of our own: SES's simple form sets date and message id itself. The same mail at the same instant is
 * the same bytes. SES itself does not know a mail it has seen: whoever sends keeps the message id and does not send again.
 */
export class SesMailer implements Mailer {
  readonly #options: SesMailerOptions;

  constructor(options: SesMailerOptions) {
    this.#options = options;
  }

  async send(mail: Mail): Promise<{ messageId: string }> {
    const { client, from, configurationSet } = this.#options;
    const command = new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [mail.to] },
      Content: { Raw: { Data: await this.#mime(mail) } },
      EmailTags: [{ Name: 'mailId', Value: tagOf(mail.mailId) }],
      ...(configurationSet !== undefined && { ConfigurationSetName: configurationSet }),
    });
    const { MessageId } = await outside('SES SendEmail', () => client.send(command));
    if (MessageId === undefined) throw new ServiceUnavailable('SES gave no message id');
    return { messageId: MessageId };
  }

  async #mime({ mailId, to, subject, text, html, replyTo, isReply = false }: Mail): Promise<Buffer> {
    const { from, clock, messageIdOf } = this.#options;
    const name = sha256Hex(mailId).slice(0, 32);
    const composer = new MailComposer({
      from,
      to,
      subject,
      text,
      html,
      date: new Date(epochOf(clock.now())),
      messageId: `<${(await messageIdOf?.(mailId)) ?? name}@${from.slice(from.indexOf('@') + 1)}>`,
      ...(replyTo !== undefined && { replyTo }),
      baseBoundary: name,
      headers: {
        // RFC 3834: no out-of-office answers to a machine.
        'Auto-Submitted': isReply ? 'auto-replied' : 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'X-Tertib-Mail-Id': mailId,
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return composer.compile().build();
  }
}
