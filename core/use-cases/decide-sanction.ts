import { actDateOf } from '../case/act-date.ts';
import type { SanctionChoice } from '../case/commands/acts.ts';
import type { CaseState } from '../case/state.ts';
import { type Refused, refused } from '../refusal.ts';
import { provisionCodeSchema } from '../rules/codes.ts';
import { proposedCharges } from '../rules/proposed-charges.ts';
import { findRuleInForce, type RuleBook, ruleInForce, ruleToReadBy } from '../rules/rule-book.ts';
import type { RuleHeader } from '../rules/rule-file.ts';
import { checkSanction } from '../rules/sanction-check.ts';
import type { DecisionForm } from '../tasks/act-forms.ts';
import type { LocalDate } from '../time.ts';
import type { ActContext } from './decide-act.ts';
import type { OpenTaskPorts } from './open-task.ts';

/** Provisions named on the form, or, where none is ticked, the primary ones of the principles that the superior confirmed. */
export const chargedProvisions = (rules: RuleBook, state: CaseState, named: readonly string[]): readonly string[] => {
  if (named.length > 0 || !('review' in state)) return named;
  return proposedCharges(state.review.principles, ruleToReadBy(rules.chargeMaps, actDateOf(state))).primary;
};

/** Which versions judged, for the record. */
const ruleVersionsOn = (rules: RuleBook, date: LocalDate): string[] =>
  [rules.sanctions, rules.impactLevels, rules.authority, rules.provisions]
    .map((versions) => ruleInForce<RuleHeader>(versions, date))
    .map(({ id, version }) => `${id}@${version}`);

type SanctionForm = Extract<DecisionForm, { outcome: 'SANCTION' }>;

/** A person is judged by the rule in force when the act happened; there is none to judge by here. */
const rulesNotLoaded = refused(
  'RULES_NOT_LOADED',
  'Aturan yang berlaku pada tanggal perbuatan belum dimuat; sanksi tidak dapat dijatuhkan menurut aturan yang lebih baru.',
  'The rules in force on the date of the act are not loaded; no sanction can be imposed by a later rule.',
);

/** The sanction on the form, checked against level, authority and track by the rules of the date of the act. */
export const sanctionChoice = async (
  ports: OpenTaskPorts,
  { state, official }: ActContext,
  form: SanctionForm,
): Promise<SanctionChoice | (Refused & { path: string })> => {
  const agency = await ports.directory.agency(state.agencyId);
  const nip = state.status === 'DECISION' ? state.triage.respondent.nip : undefined;
  const respondent = nip === undefined ? undefined : await ports.directory.staff(state.agencyId, nip);
  if (state.status !== 'DECISION' || agency === undefined || respondent === undefined) {
    return {
      ...refused(
        'UNKNOWN_RESPONDENT',
        'Terlapor tidak ada lagi dalam direktori.',
        'The respondent is no longer in the directory.',
      ),
      path: 'sanctionCode',
    };
  }
  if (findRuleInForce(ports.rules.sanctions, actDateOf(state)) === undefined)
    return { ...rulesNotLoaded, path: 'sanctionCode' };
  const provisions = chargedProvisions(ports.rules, state, form.provisions);
  const verdict = checkSanction(
    {
      sanctionCode: form.sanctionCode,
      provisions,
      impact: form.impact,
      track: state.triage.track,
      actDate: actDateOf(state),
      respondent: {
        positionClass: respondent.positionClass,
        employment: respondent.employment,
        agencyKind: agency.kind,
        isPpk: respondent.roles.includes('ppk'),
      },
      authority: { positionClass: official.positionClass, isPpk: official.roles.includes('ppk') },
    },
    ports.rules,
  );
  if (!verdict.ok) return { kind: 'refused', refusal: verdict.refusal, path: 'sanctionCode' };
  return {
    sanctionCode: form.sanctionCode,
    level: verdict.level,
    provisions: provisions.map((code) => provisionCodeSchema.parse(code)),
    impact: form.impact,
    ruleVersions: ruleVersionsOn(ports.rules, actDateOf(state)),
  };
};
