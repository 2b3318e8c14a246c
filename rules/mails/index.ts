import { mailTextsSchema } from '../../core/mails/mail-texts.ts';
import { parseRuleFile } from '../../core/rules/rule-file.ts';
import mails from './mails.json' with { type: 'json' };

/** The sentences of every mail, checked once on loading. */
export const mailTexts = parseRuleFile('rules/mails/mails.json', mailTextsSchema, mails);
