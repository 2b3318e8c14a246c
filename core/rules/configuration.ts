import * as z from 'zod';
import { citationSchema, ruleHeader } from './rule-file.ts';

const setting = <T extends z.ZodType>(value: T) => z.strictObject({ value, citation: citationSchema });

/** Choices where the law leaves one open. The file states the defaults; an agency may choose otherwise. */
export const ruleConfigurationSchema = z.strictObject({
  ...ruleHeader,
  /** The authority table names the LOWEST competent official; a higher one may act too. */
  higherAuthorityMayAct: setting(z.boolean()),
  /** Which form moderate sanctions take while their transitional rule is disputed. */
  moderateSanctionForm: setting(z.enum(['ALLOWANCE_CUT', 'PP53_SUBSTITUTE'])),
  /** Whether PPPK cases use the PNS catalogue as long as the agency's own PPPK rule is not loaded. */
  pppkCatalogueFallback: setting(z.boolean()),
});
export type RuleConfiguration = z.infer<typeof ruleConfigurationSchema>;
