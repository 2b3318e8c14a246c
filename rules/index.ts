import { deadlineRulesSchema, holidayYearSchema, workingWeekSchema } from '../core/rules/calendar-rules.ts';
import { chargeMapSchema, principleRulesSchema, provisionRulesSchema } from '../core/rules/charge-rules.ts';
import { ruleConfigurationSchema } from '../core/rules/configuration.ts';
import { processTextsSchema } from '../core/rules/process-texts.ts';
import { remedyRulesSchema } from '../core/rules/remedy-rules.ts';
import type { RuleBook } from '../core/rules/rule-book.ts';
import { ruleBookProblems } from '../core/rules/rule-book-check.ts';
import { parseRuleFile, RuleFileBroken } from '../core/rules/rule-file.ts';
import {
  authorityRulesSchema,
  impactLevelRulesSchema,
  moralSanctionRulesSchema,
  sanctionRulesSchema,
} from '../core/rules/sanction-rules.ts';
import { sanctionTextsSchema } from '../core/rules/sanction-texts.ts';
import { teamRulesSchema } from '../core/rules/team-rules.ts';
import authority2021 from './authority/pp-94-2021.json' with { type: 'json' };
import chargeMap2021 from './charge-map/pp-94-2021.json' with { type: 'json' };
import configuration from './configuration.json' with { type: 'json' };
import deadlines2021 from './deadlines/pp-94-2021.json' with { type: 'json' };
import holidays2025 from './holidays/2025.json' with { type: 'json' };
import holidays2026 from './holidays/2026.json' with { type: 'json' };
import holidays2027 from './holidays/2027.json' with { type: 'json' };
import impactLevels2021 from './impact-levels/pp-94-2021.json' with { type: 'json' };
import moralSanctions2004 from './moral-sanctions/pp-42-2004.json' with { type: 'json' };
import principles2018 from './principles/se-137-2018.json' with { type: 'json' };
import processTexts from './process-texts.json' with { type: 'json' };
import provisions2021 from './provisions/pp-94-2021.json' with { type: 'json' };
import remedies2021 from './remedies/pp-79-2021.json' with { type: 'json' };
import sanctionTexts from './sanction-texts.json' with { type: 'json' };
import sanctions2021 from './sanctions/pp-94-2021.json' with { type: 'json' };
import teams2021 from './teams/pp-94-2021.json' with { type: 'json' };
import workingWeek2023 from './working-week/perpres-21-2023.json' with { type: 'json' };
import sixDayWeek2023 from './working-week/perpres-21-2023-enam-hari.json' with { type: 'json' };

/** A new version of a rule is a new file beside the old one and one more line here; the old file stays for older acts. */
export const ruleBook: RuleBook = {
  principles: [parseRuleFile('rules/principles/se-137-2018.json', principleRulesSchema, principles2018)],
  provisions: [parseRuleFile('rules/provisions/pp-94-2021.json', provisionRulesSchema, provisions2021)],
  chargeMaps: [parseRuleFile('rules/charge-map/pp-94-2021.json', chargeMapSchema, chargeMap2021)],
  sanctions: [parseRuleFile('rules/sanctions/pp-94-2021.json', sanctionRulesSchema, sanctions2021)],
  moralSanctions: [
    parseRuleFile('rules/moral-sanctions/pp-42-2004.json', moralSanctionRulesSchema, moralSanctions2004),
  ],
  pppkSanctions: [],
  impactLevels: [parseRuleFile('rules/impact-levels/pp-94-2021.json', impactLevelRulesSchema, impactLevels2021)],
  authority: [parseRuleFile('rules/authority/pp-94-2021.json', authorityRulesSchema, authority2021)],
  teams: [parseRuleFile('rules/teams/pp-94-2021.json', teamRulesSchema, teams2021)],
  remedies: [parseRuleFile('rules/remedies/pp-79-2021.json', remedyRulesSchema, remedies2021)],
  deadlines: [parseRuleFile('rules/deadlines/pp-94-2021.json', deadlineRulesSchema, deadlines2021)],
  workingWeeks: [
    parseRuleFile('rules/working-week/perpres-21-2023.json', workingWeekSchema, workingWeek2023),
    parseRuleFile('rules/working-week/perpres-21-2023-enam-hari.json', workingWeekSchema, sixDayWeek2023),
  ],
  holidays: [
    parseRuleFile('rules/holidays/2025.json', holidayYearSchema, holidays2025),
    parseRuleFile('rules/holidays/2026.json', holidayYearSchema, holidays2026),
    parseRuleFile('rules/holidays/2027.json', holidayYearSchema, holidays2027),
  ],
  configuration: parseRuleFile('rules/configuration.json', ruleConfigurationSchema, configuration),
  sanctionTexts: parseRuleFile('rules/sanction-texts.json', sanctionTextsSchema, sanctionTexts),
  processTexts: parseRuleFile('rules/process-texts.json', processTextsSchema, processTexts),
};

const problems = ruleBookProblems(ruleBook);
if (problems.length > 0)
  throw new RuleFileBroken(problems.map(({ rule, message }) => `rules: ${rule}: ${message}`).join('; '));
