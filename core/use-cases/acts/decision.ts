import { dismissCase, imposeSanction, returnCase } from '../../case/commands/acts.ts';
import { proposeDecision } from '../../case/commands/after-decision.ts';
import { processRefusal } from '../../rules/process-texts.ts';
import { deviationProblem } from '../../rules/sanction-check.ts';
import type { DecisionForm } from '../../tasks/act-forms.ts';
import { mayHoldTask } from '../choose-assignee.ts';
import { decidersFor } from '../choose-decider.ts';
import { type ActCommand, type ActContext, type ActPorts, actOf, refuse, yes } from './act-command.ts';
import { handOver, reassignTo } from './hand-over.ts';
import { catalogueOf } from './recommendation.ts';
import { proposalRefusal, sanctionChoice } from './sanction.ts';
import { chargedProvisions, respondentOf } from './sanction-facts.ts';

type Of<O extends DecisionForm['outcome']> = Extract<DecisionForm, { outcome: O }>;

const sanction = async (ports: ActPorts, context: ActContext, form: Of<'SANCTION'>): Promise<ActCommand> => {
  const choice = await sanctionChoice(ports, context, form);
  return 'kind' in choice
    ? choice
    : yes(imposeSanction({ ...actOf(context, form), disclosureHash: form.disclosureHash }, choice));
};

/** No sanction, where the report recommends one, needs reasons of some length. */
const dismiss = (context: ActContext, form: Of<'DISMISS'>): ActCommand => {
  const { state, rules } = context;
  const recommended = 'examinationReport' in state ? state.examinationReport.recommendedSanction : undefined;
  const choice = { recommended, chosen: 'NONE', reason: form.reason, catalogue: catalogueOf(context) } as const;
  const deviation = deviationProblem(rules, choice);
  return deviation === undefined
    ? yes(dismissCase({ ...actOf(context, form), disclosureHash: form.disclosureHash }))
    : refuse('reason', deviation);
};

/** A case that the table gives to the President leaves as a proposal; any other is decided here. */
const propose = async (ports: ActPorts, context: ActContext, form: Of<'PROPOSE'>): Promise<ActCommand> => {
  const { rules, state } = context;
  const ranking = await decidersFor(ports, rules, state);
  if (ranking.kind !== 'PRESIDENT') {
    return refuse('outcome', processRefusal(rules, 'NOT_PRESIDENT_CASE'));
  }
  const problem = await proposalRefusal(ports, context, form);
  if (problem !== undefined) return problem;
  const { disclosureHash, sanctionCode } = form;
  const provisions = chargedProvisions(context, form.provisions);
  return yes(proposeDecision(actOf(context, form), { disclosureHash, sanctionCode, provisions, to: 'PRESIDENT' }));
};

/** The next higher official who may decide: for whoever finds that the case is beyond their own power. */
const forward = async (
  ports: ActPorts,
  context: ActContext,
  form: { readonly reason: string },
): Promise<ActCommand> => {
  const { rules, state, official } = context;
  const ranking = await decidersFor(ports, rules, state);
  const people = await ports.directory.listStaff(state.agencyId);
  const ranked = ranking.kind === 'OFFICIALS' ? ranking.candidates.map(({ staff }) => staff) : [];
  const above = ranked.slice(1 + ranked.findIndex(({ nip }) => nip === official.nip));
  const ppks = people.filter(({ roles }) => roles.includes('ppk'));
  for (const candidate of [...above, ...ppks]) {
    if (candidate.nip === official.nip || !(await mayHoldTask(ports, state, candidate))) continue;
    return reassignTo(ports, context, { to: candidate.nip, cause: 'FORWARDED', reason: form.reason });
  }
  const respondent = (await respondentOf(ports, context))?.position ?? '';
  return refuse('outcome', processRefusal(rules, 'NOBODY_COMPETENT', { respondent }));
};

/** What the sanctioning authority may do: impose, dismiss, return, send up, propose to the President, or step back. */
export const decisionCommand = async (
  ports: ActPorts,
  context: ActContext,
  form: DecisionForm,
): Promise<ActCommand> => {
  switch (form.outcome) {
    case 'SANCTION':
      return sanction(ports, context, form);
    case 'PROPOSE':
      return propose(ports, context, form);
    case 'DISMISS':
      return dismiss(context, form);
    case 'RETURN':
      return yes(returnCase(actOf(context, form)));
    case 'FORWARD':
      return forward(ports, context, form);
    case 'RECUSE':
      return handOver(ports, context, { cause: 'RECUSED', reason: form.reason });
    default:
      return form satisfies never;
  }
};
