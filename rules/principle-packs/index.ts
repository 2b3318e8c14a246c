import { judgementSchema, type PrinciplePacks, rulePackSchema } from '../../core/classify/rule-pack.ts';
import { parseRuleFile } from '../../core/rules/rule-file.ts';
import judgement from './judgement.json' with { type: 'json' };
import p1 from './p1.json' with { type: 'json' };
import p2 from './p2.json' with { type: 'json' };
import p3 from './p3.json' with { type: 'json' };
import p4 from './p4.json' with { type: 'json' };
import p5 from './p5.json' with { type: 'json' };
import p6 from './p6.json' with { type: 'json' };
import p7 from './p7.json' with { type: 'json' };
import p8 from './p8.json' with { type: 'json' };

/** The packs in force: what `suggestPrinciples` reads texts with. */
export const principlePacks: PrinciplePacks = {
  packs: Object.entries({ p1, p2, p3, p4, p5, p6, p7, p8 }).map(([name, file]) =>
    parseRuleFile(`rules/principle-packs/${name}.json`, rulePackSchema, file),
  ),
  judgement: parseRuleFile('rules/principle-packs/judgement.json', judgementSchema, judgement),
};
