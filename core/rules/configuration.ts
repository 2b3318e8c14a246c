import * as z from 'zod';
import { citationSchema, ruleHeader } from './rule-file.ts';
import { authorityHolderSchema } from './sanction-rules.ts';

const setting = <T extends z.ZodType>(value: T) => z.strictObject({ value, citation: citationSchema });

/** The authority table names the LOWEST competent official; a higher one may act too. */
const higherAuthorityMayAct = z.boolean();
/** Which form moderate sanctions take while their transitional rule is disputed. */
const moderateSanctionForm = z.enum(['ALLOWANCE_CUT', 'PP53_SUBSTITUTE']);
/** Whether PPPK cases use the PNS catalogue as long as the agency's own PPPK rule is not loaded. */
const pppkCatalogueFallback = z.boolean();
/** Whether a respondent who refuses to accept or sign a decision counts as having received it. */
const refusalToSignIsReceipt = z.boolean();
/** Whether a breach of ethics must have been examined by an ethics panel. */
const ethicsPanelRequired = z.boolean();
/** What proves a summons before an examination in absence: its receipt (or refusal), or its dispatch alone. */
const summonsProof = z.enum(['RECEIPT_REQUIRED', 'DISPATCH_SUFFICES']);
/** Whether a sanction may rest on a record that the respondent neither signed nor refused to sign, while they may still answer. */
const unsignedRecord = z.enum(['WARN', 'REFUSE']);
/** Who may impose a moral sanction. */
const moralSanctionAuthority = z.array(authorityHolderSchema).min(1);
/** How many characters a reason must have that departs from the examination report. */
const deviationReasonLength = z.int().min(1).max(5000);

/** Choices where the law leaves one open. The file states the defaults; an agency may choose otherwise. */
export const ruleConfigurationSchema = z.strictObject({
  ...ruleHeader,
  higherAuthorityMayAct: setting(higherAuthorityMayAct),
  moderateSanctionForm: setting(moderateSanctionForm),
  pppkCatalogueFallback: setting(pppkCatalogueFallback),
  refusalToSignIsReceipt: setting(refusalToSignIsReceipt),
  ethicsPanelRequired: setting(ethicsPanelRequired),
  summonsProof: setting(summonsProof),
  unsignedRecord: setting(unsignedRecord),
  moralSanctionAuthority: setting(moralSanctionAuthority),
  deviationReasonLength: setting(deviationReasonLength),
});
export type RuleConfiguration = z.infer<typeof ruleConfigurationSchema>;

/** What an agency chose: the values of the settings it changes, without citations. */
export const ruleChoicesSchema = z.strictObject({
  higherAuthorityMayAct: higherAuthorityMayAct.optional(),
  moderateSanctionForm: moderateSanctionForm.optional(),
  pppkCatalogueFallback: pppkCatalogueFallback.optional(),
  refusalToSignIsReceipt: refusalToSignIsReceipt.optional(),
  ethicsPanelRequired: ethicsPanelRequired.optional(),
  summonsProof: summonsProof.optional(),
  unsignedRecord: unsignedRecord.optional(),
  moralSanctionAuthority: moralSanctionAuthority.optional(),
  deviationReasonLength: deviationReasonLength.optional(),
});
export type RuleChoices = z.infer<typeof ruleChoicesSchema>;

const chosen = <T>(
  standing: { readonly value: T; readonly citation: RuleConfiguration['citations'][number] },
  value: T | undefined,
) => (value === undefined ? standing : { ...standing, value });

/** The configuration under an agency's choices; what is not chosen keeps its default, everything keeps its citation. */
export const configured = (base: RuleConfiguration, choices: RuleChoices): RuleConfiguration => ({
  ...base,
  higherAuthorityMayAct: chosen(base.higherAuthorityMayAct, choices.higherAuthorityMayAct),
  moderateSanctionForm: chosen(base.moderateSanctionForm, choices.moderateSanctionForm),
  pppkCatalogueFallback: chosen(base.pppkCatalogueFallback, choices.pppkCatalogueFallback),
  refusalToSignIsReceipt: chosen(base.refusalToSignIsReceipt, choices.refusalToSignIsReceipt),
  ethicsPanelRequired: chosen(base.ethicsPanelRequired, choices.ethicsPanelRequired),
  summonsProof: chosen(base.summonsProof, choices.summonsProof),
  unsignedRecord: chosen(base.unsignedRecord, choices.unsignedRecord),
  moralSanctionAuthority: chosen(base.moralSanctionAuthority, choices.moralSanctionAuthority),
  deviationReasonLength: chosen(base.deviationReasonLength, choices.deviationReasonLength),
});
