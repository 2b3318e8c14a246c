import { currentDisclosure } from '../../case/disclosure.ts';
import type { ExaminationFindings } from '../../case/process-events.ts';
import { trackOf } from '../../case/state.ts';
import type { Refusal } from '../../refusal.ts';
import { processRefusal } from '../../rules/process-texts.ts';
import type { AbsentForm, HeldForm } from '../../tasks/examination-form.ts';
import type { ActContext } from './act-command.ts';
import { canRecommend, recommendationRefusal } from './recommendation.ts';

type ReportInputs = Pick<
  HeldForm,
  'findings' | 'charges' | 'impact' | 'impactReason' | 'aggravating' | 'mitigating' | 'recommendedSanction'
>;

/** What is left empty stays out; charges left empty are those that the respondent was told of. */
const findingsIn = ({ state }: ActContext, form: ReportInputs, findings: string): ExaminationFindings => {
  const { charges, impact, impactReason, aggravating, mitigating, recommendedSanction } = form;
  return {
    findings,
    charges: charges.length > 0 ? [...new Set(charges)] : [...(currentDisclosure(state)?.charges ?? [])],
    ...(impact === undefined ? {} : { impact }),
    ...(impactReason === undefined ? {} : { impactReason }),
    ...(aggravating === undefined ? {} : { aggravating }),
    ...(mitigating === undefined ? {} : { mitigating }),
    ...(recommendedSanction === undefined ? {} : { recommendedSanction }),
  };
};

const columnNames = {
  findings: { id: 'perbuatan yang terbukti', en: 'the proven acts' },
  aggravating: { id: 'hal yang memberatkan', en: 'aggravating factors' },
  mitigating: { id: 'hal yang meringankan', en: 'mitigating factors' },
  impact: { id: 'dampak perbuatan', en: 'the impact' },
  recommendedSanction: { id: 'rekomendasi hukuman', en: 'the recommended sanction' },
} as const;
type Column = keyof typeof columnNames;

const mandatory = (context: ActContext, form: ReportInputs): readonly Column[] => {
  const recommendation: Column[] = canRecommend(context) ? ['recommendedSanction'] : [];
  const always: Column[] = ['findings', 'aggravating', 'mitigating', ...recommendation];
  const isWeighed = trackOf(context.state) !== 'ETHICS' && form.recommendedSanction !== 'NONE';
  return isWeighed ? [...always, 'impact'] : always;
};

export type Reported =
  | { readonly kind: 'report'; readonly report: ExaminationFindings }
  | { readonly kind: 'refused'; readonly path: string; readonly refusal: Refusal };

/** What the report may say: a sanction that it recommends is one of the track. */
const within = (context: ActContext, form: ReportInputs, findings: string): Reported => {
  const refusal = recommendationRefusal(context, form.recommendedSanction);
  return refusal === undefined
    ? { kind: 'report', report: findingsIn(context, form, findings) }
    : { kind: 'refused', path: 'recommendedSanction', refusal };
};

/** The report of a held examination; every column of the form (LHP, Peraturan BKN 6/2022) must be there. */
export const heldReport = (context: ActContext, form: HeldForm): Reported => {
  const missing = mandatory(context, form).filter((column) => form[column] === undefined);
  const [first] = missing;
  if (first === undefined) return within(context, form, form.findings ?? '');
  const join = (lang: 'id' | 'en') => missing.map((column) => columnNames[column][lang]).join(', ');
  const columns = { id: join('id'), en: join('en') };
  return {
    kind: 'refused',
    path: first,
    refusal: processRefusal(context.rules, 'REPORT_COLUMNS_MISSING', { columns }),
  };
};

/** The report on somebody who did not come twice rests on the evidence at hand: the reason says what is found, where nothing else does. */
export const absentReport = (context: ActContext, form: AbsentForm): Reported =>
  within(context, form, form.findings ?? form.reason);
