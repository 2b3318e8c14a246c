import { actDateOf } from '../../core/case/act-date.ts';
import { currentDisclosure } from '../../core/case/disclosure.ts';
import { trackOf } from '../../core/case/state.ts';
import type { Provision } from '../../core/rules/charge-rules.ts';
import type { ProvisionCode } from '../../core/rules/codes.ts';
import { ruleToReadBy } from '../../core/rules/rule-book.ts';
import type { ProvisionView } from '../pages/charge-options.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import type { CaseMaterial } from './material.ts';

/** Counted absence has a procedure of its own; everything else can be charged here. */
const chargeable = ({ rules, state }: CaseMaterial): readonly Provision[] => {
  const date = actDateOf(state);
  const { levels } = ruleToReadBy(rules.impactLevels, date);
  const counted = new Set(levels.filter(({ kind }) => kind === 'BY_ABSENCE').map(({ provision }) => provision));
  return ruleToReadBy(rules.provisions, date).provisions.filter(({ code }) => !counted.has(code));
};

const isEthics = ({ state }: CaseMaterial): boolean => trackOf(state) === 'ETHICS';

interface Proposal {
  readonly rank: number;
  readonly note: string;
}

/** Which principles propose a provision, and how; undefined where none does. */
const proposalOf = ({ rules, state }: CaseMaterial, code: ProvisionCode, lang: Lang): Proposal | undefined => {
  const { fields } = textsFor(lang).task;
  const { charges } = ruleToReadBy(rules.chargeMaps, actDateOf(state));
  const numbers = (list: 'primary' | 'secondary') =>
    charges
      .filter((charge) => charge[list].includes(code))
      .map(({ principle }) => principle.slice(1))
      .join(', ');
  const [primary, secondary] = [numbers('primary'), numbers('secondary')];
  const conditional = charges.flatMap(({ principle, conditional: some }) =>
    some
      .filter(({ provision }) => provision === code)
      .map(({ when }) => fields.conditionalFor(principle.slice(1), when[lang])),
  );
  const notes = [
    ...(primary === '' ? [] : [fields.primaryFor(primary)]),
    ...(secondary === '' ? [] : [fields.secondaryFor(secondary)]),
    ...conditional,
  ];
  if (notes.length === 0) return undefined;
  return { rank: primary !== '' ? 0 : secondary !== '' ? 1 : 2, note: notes.join(' ') };
};

const viewOf = ({ code, article, text }: Provision, lang: Lang) => ({ code, citation: article, wording: text[lang] });

/** What can be charged at the review: proposed provisions first, each with the principles that propose it. */
export const proposedProvisions = (material: CaseMaterial, lang: Lang): ProvisionView[] => {
  if (isEthics(material)) return [];
  return chargeable(material)
    .map((provision) => ({ provision, proposal: proposalOf(material, provision.code, lang) }))
    .toSorted((a, b) => (a.proposal?.rank ?? 3) - (b.proposal?.rank ?? 3))
    .map(({ provision, proposal }) => ({
      ...viewOf(provision, lang),
      proposed: proposal !== undefined,
      note: proposal?.note ?? null,
    }));
};

const disclosedCodes = ({ state }: CaseMaterial): readonly ProvisionCode[] => currentDisclosure(state)?.charges ?? [];

/** What an examination may find: what was disclosed first, everything else folded away. */
export const foundProvisions = (material: CaseMaterial, lang: Lang): ProvisionView[] => {
  if (isEthics(material)) return [];
  const disclosed = disclosedCodes(material);
  return chargeable(material)
    .map((provision) => ({ ...viewOf(provision, lang), proposed: disclosed.includes(provision.code) }))
    .toSorted((a, b) => Number(b.proposed) - Number(a.proposed));
};

/** What a decision may hold against the respondent: only what they were told of. */
export const decidableProvisions = (material: CaseMaterial, lang: Lang): ProvisionView[] => {
  if (isEthics(material)) return [];
  const { state } = material;
  const found = 'examinationReport' in state ? state.examinationReport.charges : [];
  const disclosed = disclosedCodes(material);
  const { foundInReport } = textsFor(lang).task.fields;
  return chargeable(material)
    .filter(({ code }) => disclosed.includes(code))
    .map((provision) => ({
      ...viewOf(provision, lang),
      proposed: true,
      note: found.includes(provision.code) ? foundInReport : null,
    }));
};

/** Provisions as a letter cites them, with their wording; a code that the rules do not know stays a code. */
export const citedProvisions = (
  { rules, state }: CaseMaterial,
  codes: readonly ProvisionCode[],
  lang: Lang,
): string[] => {
  const { provisions } = ruleToReadBy(rules.provisions, actDateOf(state));
  return codes.map((code) => {
    const known = provisions.find((provision) => provision.code === code);
    return known === undefined ? code : `${known.article}: ${known.text[lang]}`;
  });
};

/** The same, in short: articles alone. */
export const articlesOf = ({ rules, state }: CaseMaterial, codes: readonly string[]): string => {
  const { provisions } = ruleToReadBy(rules.provisions, actDateOf(state));
  return codes.map((code) => provisions.find((one) => one.code === code)?.article ?? code).join('; ');
};
