import type { HeaderLine } from './header-block.ts';

/** An address as it stands in a header: neither proven nor even well formed. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** A part of a mail that is no text of its own: attachment, inline picture, attached mail, calendar entry. */
export interface MailPart {
  readonly fileName: string | undefined;
  /** Without parameters, lower case. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Whether the HTML text shows it in place. */
  readonly inline: boolean;
  /** `method` of a calendar part (RFC 5546), upper case. */
  readonly method?: string | undefined;
}

/** A mail taken apart. Everything in it was chosen by whoever sent it. */
export interface ParsedMail {
  /** Of the mail itself, top to bottom, unfolded. */
  readonly headers: readonly HeaderLine[];
  readonly from: readonly MailAddress[];
  readonly subject: string;
  /** What a person reads: the plain text, or the HTML read as text where there is no other. */
  readonly text: string;
  readonly textFrom: 'TEXT' | 'HTML' | 'NONE';
  readonly parts: readonly MailPart[];
}

/** Why a mail could not be taken apart; the raw message is kept in any case. */
export type UnreadableReason = 'NO_HEADERS' | 'TOO_MANY_PARTS' | 'PARSER_FAILED';

export type MailParse =
  | { readonly outcome: 'parsed'; readonly mail: ParsedMail }
  | { readonly outcome: 'unreadable'; readonly reason: UnreadableReason };

/** What SMTP said beside the message. */
export interface MailEnvelope {
  /** `MAIL FROM`; empty for the null sender of delivery reports. */
  readonly from: string;
  readonly to: readonly string[];
  readonly remoteAddress?: string | undefined;
  readonly helo?: string | undefined;
}
