import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pppkSanctionRulesSchema } from '../../../../core/rules/pppk-rules.ts';
import { parseRuleFile } from '../../../../core/rules/rule-file.ts';

const file = 'local/sample/pppk-rules.json';
const text = readFileSync(join(import.meta.dirname, '../../../..', file), 'utf8');

/** The PPPK rule of the sample agency. */
export const samplePppkRules = parseRuleFile(file, pppkSanctionRulesSchema, JSON.parse(text));
