import { type LetterNumbering, letterNumberingSchema } from '../../core/letters/letter-number.ts';
import { letterTemplateSchema } from '../../core/letters/letter-template.ts';
import type { LetterTemplates } from '../../core/letters/template-for.ts';
import { parseRuleFile } from '../../core/rules/rule-file.ts';
import appealReceipt from './appeal-receipt.json' with { type: 'json' };
import classReduction from './class-reduction.json' with { type: 'json' };
import deliveryReceipt from './delivery-receipt.json' with { type: 'json' };
import deliverySummons from './delivery-summons.json' with { type: 'json' };
import dismissal from './dismissal.json' with { type: 'json' };
import examinationRecord from './examination-record.json' with { type: 'json' };
import examinationReport from './examination-report.json' with { type: 'json' };
import examiningTeam from './examining-team.json' with { type: 'json' };
import moralSanction from './moral-sanction.json' with { type: 'json' };
import numbering from './numbering.json' with { type: 'json' };
import proposal from './proposal.json' with { type: 'json' };
import sanctionB1 from './sanction-b1.json' with { type: 'json' };
import sanctionB2 from './sanction-b2.json' with { type: 'json' };
import sanctionB3 from './sanction-b3.json' with { type: 'json' };
import sanctionLight from './sanction-light.json' with { type: 'json' };
import sanctionModerate from './sanction-moderate.json' with { type: 'json' };
import sanctionPppk from './sanction-pppk.json' with { type: 'json' };
import summons from './summons.json' with { type: 'json' };
import temporaryRelease from './temporary-release.json' with { type: 'json' };

const parsed = (file: string, value: unknown) => [
  parseRuleFile(`rules/letters/${file}.json`, letterTemplateSchema, value),
];

const light = parsed('sanction-light', sanctionLight);
const moderate = parsed('sanction-moderate', sanctionModerate);
const moral = parsed('moral-sanction', moralSanction);

/** A new version of a template is a new file beside the old one, in the list of its forms. */
export const letterTemplates: LetterTemplates = {
  SUMMONS: parsed('summons', summons),
  EXAMINATION_RECORD: parsed('examination-record', examinationRecord),
  EXAMINATION_REPORT: parsed('examination-report', examinationReport),
  EXAMINING_TEAM: parsed('examining-team', examiningTeam),
  TEMPORARY_RELEASE: parsed('temporary-release', temporaryRelease),
  SANCTION_R1: light,
  SANCTION_R2: light,
  SANCTION_R3: light,
  SANCTION_S1: moderate,
  SANCTION_S2: moderate,
  SANCTION_S3: moderate,
  SANCTION_B1: parsed('sanction-b1', sanctionB1),
  SANCTION_B2: parsed('sanction-b2', sanctionB2),
  SANCTION_B3: parsed('sanction-b3', sanctionB3),
  CLASS_REDUCTION: parsed('class-reduction', classReduction),
  DELIVERY_SUMMONS: parsed('delivery-summons', deliverySummons),
  DELIVERY_RECEIPT: parsed('delivery-receipt', deliveryReceipt),
  MORAL_M1: moral,
  MORAL_M2: moral,
  DISMISSAL: parsed('dismissal', dismissal),
  APPEAL_RECEIPT: parsed('appeal-receipt', appealReceipt),
  SANCTION_PPPK: parsed('sanction-pppk', sanctionPppk),
  PROPOSAL: parsed('proposal', proposal),
};

/** How letters are numbered where an agency has no pattern of its own. */
export const letterNumbering: LetterNumbering = parseRuleFile(
  'rules/letters/numbering.json',
  letterNumberingSchema,
  numbering,
);
