import type { SanctionChoice } from '../../case/commands/acts.ts';
import { beyondDisclosure, currentDisclosure } from '../../case/disclosure.ts';
import { trackOf } from '../../case/state.ts';
import { isRecordPending } from '../../case/summons.ts';
import { disciplineLevelSchema, impactScopeSchema } from '../../rules/codes.ts';
import { heaviestLevel } from '../../rules/level.ts';
import { processRefusal, processWarning } from '../../rules/process-texts.ts';
import { checkSanction } from '../../rules/sanction-check.ts';
import type { SanctionAccepted, SanctionQuestion } from '../../rules/sanction-verdict.ts';
import { type ActContext, type ActPorts, no, type RefusedAct, refuse } from './act-command.ts';
import { chargedProvisions, respondentOf, type SanctionForm, sanctionQuestion } from './sanction-facts.ts';

const respondentGone = no(
  'sanctionCode',
  'UNKNOWN_RESPONDENT',
  'Terlapor tidak ada lagi dalam direktori.',
  'The respondent is no longer in the directory.',
);

/** The field of the form that has to change, by the code of the refusal. */
const pathOf = (code: string): string => {
  if (code === 'DEVIATION_NEEDS_REASON') return 'deviationReason';
  return code.startsWith('PROVISION') ? 'provisions' : 'sanctionCode';
};

/** Nothing may be held against the respondent that they were not told of. */
const beyond = (context: ActContext, form: SanctionForm): RefusedAct | undefined => {
  const { state, rules } = context;
  const disclosed = currentDisclosure(state);
  const charges = chargedProvisions(context, form.provisions);
  const items = disclosed === undefined ? charges : beyondDisclosure(disclosed, { charges, principles: [] });
  return items.length === 0
    ? undefined
    : refuse('provisions', processRefusal(rules, 'EVIDENCE_NOT_DISCLOSED', { items: items.join(', ') }));
};

const chosen = (
  context: ActContext,
  form: SanctionForm,
  { question, level, ruleVersions }: { question: SanctionQuestion } & Pick<SanctionChoice, 'level' | 'ruleVersions'>,
): SanctionChoice => ({
  sanctionCode: form.sanctionCode,
  level,
  provisions: chargedProvisions(context, form.provisions),
  principles: trackOf(context.state) === 'ETHICS' ? question.principles : undefined,
  impact: question.impact,
  deviationReason: form.deviationReason,
  warning: signingWarning(context),
  ruleVersions,
});

/** A record that waits for its signature carries no sanction where the agency says so, as long as the respondent may still answer. */
const unsigned = ({ state, rules }: ActContext): RefusedAct | undefined =>
  rules.configuration.unsignedRecord.value === 'REFUSE' && isRecordPending(state) && state.respondentTask !== undefined
    ? refuse('outcome', processRefusal(rules, 'RECORD_UNSIGNED'))
    : undefined;

const signingWarning = ({ state, rules }: ActContext) => {
  if (!isRecordPending(state)) return undefined;
  const { id, en } = processWarning(rules, 'RECORD_UNSIGNED');
  return { id, en };
};

/** Without an impact nothing shows that more than the lightest level is deserved. */
const isAboveLightest = ({ level, charges }: SanctionAccepted): boolean => {
  const reached = impactScopeSchema.options.map((impact) => heaviestLevel(charges, impact));
  const lightest = disciplineLevelSchema.options.find((one) => reached.includes(one));
  const order: readonly string[] = disciplineLevelSchema.options;
  return lightest !== undefined && order.indexOf(level) > order.indexOf(lightest);
};

/** The form weighed by disclosure and by the rules of the act; or why it cannot be. */
const weighed = async (ports: ActPorts, context: ActContext, form: SanctionForm) => {
  const respondent = await respondentOf(ports, context);
  const unready = respondent === undefined ? respondentGone : (beyond(context, form) ?? unsigned(context));
  if (respondent === undefined || unready !== undefined) return unready ?? respondentGone;
  const question = await sanctionQuestion(ports, context, { form, respondent });
  return { kind: 'weighed', question, verdict: checkSanction(question, context.rules) } as const;
};

/** The sanction on the form, checked against the disclosure, and against level, authority, history and track by the rules of the act. */
export const sanctionChoice = async (
  ports: ActPorts,
  context: ActContext,
  form: SanctionForm,
): Promise<SanctionChoice | RefusedAct> => {
  const found = await weighed(ports, context, form);
  if (found.kind === 'refused') return found;
  const { question, verdict } = found;
  if (!verdict.ok) return refuse(pathOf(verdict.refusal.code), verdict.refusal);
  const { level, ruleVersions } = verdict;
  if (question.impact === undefined && isAboveLightest(verdict)) {
    return refuse('impact', processRefusal(context.rules, 'IMPACT_MISSING'));
  }
  return chosen(context, form, { question, level, ruleVersions });
};

/** Why a sanction cannot be proposed to the President: what holds for any sanction, but that the President is the authority. */
export const proposalRefusal = async (
  ports: ActPorts,
  context: ActContext,
  form: SanctionForm,
): Promise<RefusedAct | undefined> => {
  const found = await weighed(ports, context, form);
  if (found.kind === 'refused') return found;
  const { verdict } = found;
  if (verdict.ok || verdict.refusal.code === 'AUTHORITY_IS_PRESIDENT') return undefined;
  return refuse(pathOf(verdict.refusal.code), verdict.refusal);
};
