import * as z from 'zod';
import { fieldsOf, type HeaderLine } from './header-block.ts';

export const mailVerdictSchema = z.enum([
  'pass',
  'fail',
  'softfail',
  'neutral',
  'none',
  'policy',
  'temperror',
  'permerror',
]);
export type MailVerdict = z.infer<typeof mailVerdictSchema>;

/**
 * What was found about the origin of a mail. Shown to whoever looks at the mail, and never a reason to drop it: reporters write from
 * where they can.
 */
export const mailVerdictsSchema = z.strictObject({
  /** Who found it: the receiving service, this system, or nobody. */
  source: z.enum(['SERVICE', 'COMPUTED', 'NONE']),
  spf: mailVerdictSchema,
  dkim: mailVerdictSchema,
  dmarc: mailVerdictSchema,
  arc: mailVerdictSchema,
});
export type MailVerdicts = z.infer<typeof mailVerdictsSchema>;

export const noVerdicts: MailVerdicts = { source: 'NONE', spf: 'none', dkim: 'none', dmarc: 'none', arc: 'none' };

/** A result of any checker as one of the words of RFC 8601. */
export const verdictOf = (word: string | undefined): MailVerdict =>
  mailVerdictSchema.safeParse(word?.trim().toLowerCase()).data ?? 'none';

/** DKIM may be signed more than once: one good signature is enough (RFC 6376). */
const resultIn = (method: string, value: string): MailVerdict => {
  const words = [...value.matchAll(new RegExp(`\\b${method}=(\\w+)`, 'gi'))].map(([, word]) => verdictOf(word));
  return words.find((word) => word === 'pass') ?? words[0] ?? 'none';
};

/**
 * The verdicts that the receiving service put on top (RFC 8601). Whoever sent the mail may have written such fields too, further down:
 * only the topmost one counts, and only in the service's own name.
 */
export const verdictsOfService = (headers: readonly HeaderLine[], service: string): MailVerdicts => {
  const top = fieldsOf(headers, 'authentication-results')[0];
  if (top === undefined || top.split(/[;\s]/)[0]?.toLowerCase() !== service) return noVerdicts;
  return {
    source: 'SERVICE',
    spf: resultIn('spf', top),
    dkim: resultIn('dkim', top),
    dmarc: resultIn('dmarc', top),
    arc: resultIn('arc', top),
  };
};
