import * as z from 'zod';
import { bilingualSchema, ruleHeader } from '../rules/rule-file.ts';

/** What a document is in a bundle. None of them is the report or a message of the reporter, so neither can be put into one. */
export const bundleRoleSchema = z.enum([
  'DECISION',
  'EXAMINATION_RECORD',
  'EXAMINATION_REPORT',
  'SUMMONS',
  'EXAMINING_TEAM',
  'TEMPORARY_RELEASE',
  'DELIVERY_SUMMONS',
  'RECEIPT',
  'EVIDENCE',
  'STATEMENT',
  'APPEAL',
  'APPEAL_RECEIPT',
  'APPEAL_DECISION',
  'TRAIL',
]);
export type BundleRole = z.infer<typeof bundleRoleSchema>;

export const bundlePurposeSchema = z.enum(['NATIONAL_REGISTER', 'OBJECTION', 'BPASN']);
export type BundlePurpose = z.infer<typeof bundlePurposeSchema>;

/** `must` and one of each list of `oneOf` belong into the bundle: what is not there is named, never made up. */
export const bundleRulesSchema = z.strictObject({
  ...ruleHeader,
  documents: z.record(
    bundleRoleSchema,
    z.strictObject({ folder: z.string().regex(/^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$/), title: bilingualSchema }),
  ),
  purposes: z.record(
    bundlePurposeSchema,
    z.strictObject({
      title: bilingualSchema,
      may: z.array(bundleRoleSchema).min(1),
      must: z.array(bundleRoleSchema).min(1),
      oneOf: z.array(z.array(bundleRoleSchema).min(2)),
    }),
  ),
});
export type BundleRules = z.infer<typeof bundleRulesSchema>;
