import { actDateOf } from '../../core/case/act-date.ts';
import { trackOf } from '../../core/case/state.ts';
import { type Catalogue, catalogueToReadBy, findSanction, sanctionForm } from '../../core/rules/catalogue.ts';
import { type SanctionCode, sanctionLevelSchema } from '../../core/rules/codes.ts';
import type { Sanction } from '../../core/rules/sanction-rules.ts';
import type { Option, OptionGroup } from '../design/fields.ts';
import { capitalised } from '../design/words.ts';
import type { Lang } from '../text/lang.ts';
import type { CaseMaterial } from './material.ts';

/** What a sanction is named by. */
type Naming = Pick<CaseMaterial, 'rules' | 'state'>;

/** The catalogue of the case's track on the date of the act; undefined where the agency has not loaded its own. */
export const catalogueOf = ({ rules, state }: Naming): Catalogue | undefined =>
  catalogueToReadBy(rules, { track: trackOf(state) ?? 'DISCIPLINE_PNS', date: actDateOf(state) });

const nameOf = ({ rules }: Naming, sanction: Sanction, lang: Lang): string =>
  capitalised(sanctionForm(sanction, rules).name[lang]);

/** A sanction as the catalogue names it; its code where the catalogue does not know it. */
export const sanctionName = (material: Naming, code: SanctionCode, lang: Lang): string => {
  const catalogue = catalogueOf(material);
  const sanction = catalogue && findSanction(catalogue, code);
  return sanction === undefined ? code : nameOf(material, sanction, lang);
};

/** Why a sanction is shown but cannot be chosen, or what choosing it means; `hidden` leaves it out. */
export type Offer = 'free' | 'hidden' | { readonly note: string; readonly disabled: boolean };

const optionOf = (
  material: CaseMaterial,
  { sanction, offer }: { sanction: Sanction; offer: Offer },
  lang: Lang,
): Option[] => {
  const { code: value } = sanction;
  const label = nameOf(material, sanction, lang);
  if (offer === 'hidden') return [];
  if (offer === 'free') return [{ value, label }];
  return [{ value, label: `${label} (${offer.note})`, disabled: offer.disabled }];
};

/** The catalogue by level, as far as it fits the respondent's employment and `offerOf` lets it be seen. */
export const sanctionGroups = (
  material: CaseMaterial,
  { employment, offerOf }: { employment: string | undefined; offerOf: (sanction: Sanction) => Offer },
  lang: Lang,
): OptionGroup[] => {
  const catalogue = catalogueOf(material);
  if (catalogue === undefined || employment === undefined) return [];
  const fitting = catalogue.sanctions.filter((sanction) => sanction.employment.some((one) => one === employment));
  return sanctionLevelSchema.options
    .map((level) => ({
      label: capitalised(catalogue.levels[level][lang]),
      options: fitting
        .filter((sanction) => sanction.level === level)
        .flatMap((sanction) => optionOf(material, { sanction, offer: offerOf(sanction) }, lang)),
    }))
    .filter(({ options }) => options.length > 0);
};
