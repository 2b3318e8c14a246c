import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import PostalMime, { type Address } from 'postal-mime';
import * as z from 'zod';
import { TertibError } from '../../core/errors.ts';

/** What SES would answer with `BadRequestException`. */
export class BadMailRequest extends TertibError {
  override readonly name = 'BadMailRequest';
}

export interface OutgoingMail {
  /** Value of the header `X-Tertib-Mail-Id`: the same id is the same mail. */
  readonly mailId: string | undefined;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** The message as MIME bytes. */
  readonly raw: Uint8Array;
}

const textSchema = z.looseObject({ Data: z.string() });
const simpleSchema = z.looseObject({
  Subject: textSchema,
  Body: z.looseObject({ Text: textSchema.optional(), Html: textSchema.optional() }),
  Headers: z.array(z.object({ Name: z.string(), Value: z.string() })).optional(),
});
const addressesSchema = z.array(z.string()).optional();
const requestSchema = z.looseObject({
  FromEmailAddress: z.string().optional(),
  Destination: z
    .looseObject({ ToAddresses: addressesSchema, CcAddresses: addressesSchema, BccAddresses: addressesSchema })
    .optional(),
  Content: z.union([
    z.looseObject({ Raw: z.looseObject({ Data: z.base64() }) }),
    z.looseObject({ Simple: simpleSchema }),
  ]),
});
type SendRequest = z.infer<typeof requestSchema>;

/** Reads the body of SES v2 SendEmail, raw or simple. @throws BadMailRequest for what SES would refuse */
export const parseSendRequest = async (body: string): Promise<OutgoingMail> => {
  const request = readRequest(body);
  const raw = await rawOf(request);
  const parsed = await PostalMime.parse(raw);
  const from = request.FromEmailAddress ?? parsed.from?.address;
  if (!from) throw new BadMailRequest('the mail has no sender');
  const to = recipientsOf(request.Destination) ?? [...addressesOf(parsed.to), ...addressesOf(parsed.cc)];
  if (to.length === 0) throw new BadMailRequest('the mail has no recipient');
  return {
    mailId: parsed.headers.find(({ key }) => key === 'x-tertib-mail-id')?.value,
    from,
    to,
    subject: parsed.subject ?? '',
    raw,
  };
};

const readRequest = (body: string): SendRequest => {
  try {
    return requestSchema.parse(JSON.parse(body));
  } catch (error) {
    throw new BadMailRequest('the body is not a SendEmail request', { cause: error });
  }
};

const rawOf = async (request: SendRequest): Promise<Uint8Array> => {
  const { Content } = request;
  if (isRaw(Content)) return Buffer.from(Content.Raw.Data, 'base64');
  const simple = Content.Simple;
  const composer = new MailComposer({
    from: request.FromEmailAddress,
    to: request.Destination?.ToAddresses,
    cc: request.Destination?.CcAddresses,
    subject: simple.Subject.Data,
    text: simple.Body.Text?.Data,
    html: simple.Body.Html?.Data,
    headers: (simple.Headers ?? []).map(({ Name, Value }) => ({ key: Name, value: Value })),
  });
  return composer.compile().build();
};

type Content = SendRequest['Content'];
const isRaw = (content: Content): content is Extract<Content, { Raw: unknown }> => 'Raw' in content;

const recipientsOf = (destination: SendRequest['Destination']): string[] | undefined => {
  if (destination === undefined) return undefined;
  return [destination.ToAddresses, destination.CcAddresses, destination.BccAddresses].flatMap(
    (addresses) => addresses ?? [],
  );
};

const addressesOf = (addresses: readonly Address[] | undefined): string[] =>
  (addresses ?? []).flatMap(({ address }) => address ?? []);
