import { ruleInForce } from '../rules/rule-book.ts';
import type { LocalDate } from '../time.ts';
import type { LetterForm } from './letter-forms.ts';
import type { LetterTemplate } from './letter-template.ts';

/** Every version of the template of every form. */
export type LetterTemplates = Readonly<Record<LetterForm, readonly LetterTemplate[]>>;

/**
 * The template of a form in force on the date of the letter.
 * @throws RuleNotInForce where no loaded version covers the date
 */
export const templateFor = (templates: LetterTemplates, form: LetterForm, date: LocalDate): LetterTemplate =>
  ruleInForce(templates[form], date);
