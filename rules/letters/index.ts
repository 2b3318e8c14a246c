import { type LetterTemplate, letterTemplateSchema } from '../../core/letters/letter-template.ts';
import { parseRuleFile } from '../../core/rules/rule-file.ts';
import dismissal from './decision-dismissal.json' with { type: 'json' };
import sanction from './decision-sanction.json' with { type: 'json' };

/** The decision records: one for a sanction, one for a dismissal. */
export const letterTemplates: { readonly sanction: LetterTemplate; readonly dismissal: LetterTemplate } = {
  sanction: parseRuleFile('rules/letters/decision-sanction.json', letterTemplateSchema, sanction),
  dismissal: parseRuleFile('rules/letters/decision-dismissal.json', letterTemplateSchema, dismissal),
};
