import { actDateOf } from '../../case/act-date.ts';
import { currentDisclosure } from '../../case/disclosure.ts';
import { respondentNip, trackOf } from '../../case/state.ts';
import { examiningTeam } from '../../case/summons.ts';
import type { Staff } from '../../directory/staff.ts';
import { catalogueFor, findSanction } from '../../rules/catalogue.ts';
import { type ProvisionCode, provisionCodeSchema } from '../../rules/codes.ts';
import type { SanctionQuestion } from '../../rules/sanction-verdict.ts';
import type { DecisionForm } from '../../tasks/act-forms.ts';
import { confirmedPrinciples } from '../charges.ts';
import { decidersFor } from '../choose-decider.ts';
import { earlierSanctions } from '../earlier-sanctions.ts';
import { examinersOf } from '../examiners.ts';
import type { ActContext, ActPorts } from './act-command.ts';

/** What is imposed, or proposed: which sanction, for what, with what impact. */
export type SanctionForm = Pick<
  Extract<DecisionForm, { outcome: 'SANCTION' }>,
  'sanctionCode' | 'provisions' | 'impact' | 'deviationReason'
>;

const isProvision = (code: string): code is ProvisionCode => provisionCodeSchema.safeParse(code).success;

/** Provisions named on the form, or, where none is ticked, those that the report found. Unknown ones stay for the rules to refuse. */
export const namedProvisions = ({ state }: ActContext, named: readonly string[]): readonly string[] => {
  if (named.length > 0) return [...new Set(named)];
  const found = 'examinationReport' in state ? state.examinationReport.charges : [];
  return found.length > 0 ? found : (currentDisclosure(state)?.charges ?? []);
};

/** The same, as far as they are provisions at all. */
export const chargedProvisions = (context: ActContext, named: readonly string[]): ProvisionCode[] =>
  namedProvisions(context, named).filter(isProvision);

/** The column of the authority table that a sanction stands in. */
const columnOf = ({ rules, state }: ActContext, code: SanctionForm['sanctionCode']) => {
  const track = trackOf(state) ?? 'DISCIPLINE_PNS';
  const catalogue = catalogueFor(rules, { track, date: actDateOf(state) });
  return catalogue === undefined ? undefined : findSanction(catalogue, code)?.authorityColumn;
};

/** What the official is in the table of authority: post, PPK, and how many steps above the respondent. */
const actingOfficial = async (ports: ActPorts, context: ActContext, code: SanctionForm['sanctionCode']) => {
  const { rules, state, official } = context;
  const ranking = await decidersFor(ports, rules, state, { column: columnOf(context, code) });
  const ranked = ranking.kind === 'OFFICIALS' ? ranking.candidates : [];
  const examined = examinersOf(state);
  const apart = ranked.filter(({ staff }) => !examined.includes(staff.nip));
  return {
    authority: {
      positionClass: official.positionClass,
      isPpk: official.roles.includes('ppk'),
      lineStep: ranked.find(({ staff }) => staff.nip === official.nip)?.lineStep ?? null,
      nip: official.nip,
    },
    isVacant: ranking.kind === 'OFFICIALS' && ranking.isVacant,
    onlyCompetent: apart.length === 0,
  };
};

/** The respondent of a case, where the directory still has them. */
export const respondentOf = async (ports: ActPorts, { state }: ActContext): Promise<Staff | undefined> => {
  const nip = respondentNip(state);
  return nip === undefined ? undefined : ports.directory.staff(state.agencyId, nip);
};

/** Everything that the rules are asked about a sanction. */
export const sanctionQuestion = async (
  ports: ActPorts,
  context: ActContext,
  { form, respondent }: { readonly form: SanctionForm; readonly respondent: Staff },
): Promise<SanctionQuestion> => {
  const { state, agency } = context;
  const report = 'examinationReport' in state ? state.examinationReport : undefined;
  return {
    sanctionCode: form.sanctionCode,
    provisions: namedProvisions(context, form.provisions),
    principles: confirmedPrinciples(state),
    impact: form.impact ?? report?.impact,
    track: trackOf(state) ?? 'DISCIPLINE_PNS',
    actDate: actDateOf(state),
    respondent: {
      positionClass: respondent.positionClass,
      employment: respondent.employment,
      agencyKind: agency.kind,
      isPpk: respondent.roles.includes('ppk'),
    },
    ...(await actingOfficial(ports, context, form.sanctionCode)),
    hasTeam: examiningTeam(state) !== undefined,
    earlier: await earlierSanctions(ports, state),
    recommended: report?.recommendedSanction,
    deviationReason: form.deviationReason,
    examiners: examinersOf(state),
  };
};
