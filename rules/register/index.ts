import { bundleRulesSchema } from '../../core/register/bundle-rules.ts';
import { registerRulesSchema } from '../../core/register/register-rules.ts';
import { parseRuleFile } from '../../core/rules/rule-file.ts';
import bundles from './bundles.json' with { type: 'json' };
import siasn from './siasn.json' with { type: 'json' };

/** The codes of the national register, and what it still needs to be told by hand. */
export const registerRules = parseRuleFile('rules/register/siasn.json', registerRulesSchema, siasn);

/** Which documents go into which bundle. */
export const bundleRules = parseRuleFile('rules/register/bundles.json', bundleRulesSchema, bundles);
