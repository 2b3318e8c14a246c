import { MalformedItem } from '../errors.ts';
import type { LocalDate } from '../time.ts';
import type { SanctionCode, SanctionLevel, Track } from './codes.ts';
import { pppkImpactLevels, pppkSanctions } from './pppk-rules.ts';
import { findRuleInForce, latestRule, type RuleBook, ruleToReadBy } from './rule-book.ts';
import type { Bilingual, Citation, RuleHeader } from './rule-file.ts';
import type { ImpactLevelRules, MoralSanctionRules, Sanction, SanctionForm } from './sanction-rules.ts';

/** What can be imposed on a track: its sanctions and the names of all levels. `id` and `version` are those of its rule. */
export interface Catalogue {
  readonly id: string;
  readonly version: number;
  readonly citations: readonly Citation[];
  readonly levels: Readonly<Record<SanctionLevel, Bilingual>>;
  readonly sanctions: readonly Sanction[];
  /** The PNS catalogue stands in for a PPPK rule that is not loaded. */
  readonly isFallback: boolean;
}

export interface CatalogueQuestion {
  readonly track: Track;
  /** The date of the act: its law judges. Without it, the newest version. */
  readonly date?: LocalDate | undefined;
}

type PickVersion = <T extends RuleHeader>(versions: readonly T[]) => T | undefined;

/** Picks the version in force on a date, or the newest where no date is known; undefined where none is loaded. */
export const versionOn =
  (date: LocalDate | undefined): PickVersion =>
  (versions) => {
    if (date !== undefined) return findRuleInForce(versions, date);
    return versions.length === 0 ? undefined : latestRule(versions);
  };

/** Like `versionOn`, but an act older than every loaded version is read by the oldest. */
export const versionToReadOn =
  (date: LocalDate | undefined): PickVersion =>
  (versions) => {
    if (versions.length === 0) return undefined;
    return date === undefined ? latestRule(versions) : ruleToReadBy(versions, date);
  };

/**
 * The catalogue in force for a track: moral sanctions, PP 94/2021, or the agency's own PPPK rule (the PNS catalogue as far as it fits,
 * where the configuration lets it stand in). Undefined where the rule is not loaded: then nothing can be imposed.
 */
export const catalogueFor = (book: RuleBook, question: CatalogueQuestion): Catalogue | undefined =>
  assemble(book, question.track, versionOn(question.date));

/** The catalogue to read an old case by, for names only; nothing may be imposed by it. */
export const catalogueToReadBy = (book: RuleBook, question: CatalogueQuestion): Catalogue | undefined =>
  assemble(book, question.track, versionToReadOn(question.date));

const assemble = (book: RuleBook, track: Track, pick: PickVersion): Catalogue | undefined => {
  const moral = pick(book.moralSanctions);
  const general = pick(book.sanctions);
  const own = pick(book.pppkSanctions);
  const levels = {
    ...(general ?? latestRule(book.sanctions)).levels,
    MORAL: (moral ?? latestRule(book.moralSanctions)).level,
  };
  switch (track) {
    case 'ETHICS':
      return moral && { ...headOf(moral), levels, sanctions: moralSanctions(moral), isFallback: false };
    case 'DISCIPLINE_PNS':
      return general && { ...headOf(general), levels, sanctions: general.sanctions, isFallback: false };
    case 'DISCIPLINE_PPPK':
      if (own)
        return {
          ...headOf(own),
          levels: { ...levels, ...own.levels },
          sanctions: pppkSanctions(own),
          isFallback: false,
        };
      if (general === undefined || !book.configuration.pppkCatalogueFallback.value) return undefined;
      return { ...headOf(general), levels, sanctions: general.sanctions, isFallback: true };
  }
};

const headOf = ({ id, version, citations }: RuleHeader) => ({ id, version, citations });

const moralSanctions = ({ sanctions }: MoralSanctionRules): readonly Sanction[] =>
  sanctions.map((sanction) => ({ ...sanction, level: 'MORAL', authorityColumn: 'MORAL' }));

/** The impact-to-level matrix in force for a track; the agency's own for PPPK, where its rule holds one. */
export const impactLevelsFor = (book: RuleBook, { track, date }: CatalogueQuestion): ImpactLevelRules | undefined => {
  const pick = versionOn(date);
  const general = pick(book.impactLevels);
  const own = track === 'DISCIPLINE_PPPK' ? pick(book.pppkSanctions) : undefined;
  return own && general ? pppkImpactLevels(own, general) : general;
};

type Sanctions = Pick<Catalogue, 'id' | 'version'> & { readonly sanctions: readonly Sanction[] };

export const findSanction = (catalogue: Sanctions, code: SanctionCode): Sanction | undefined =>
  catalogue.sanctions.find((one) => one.code === code);

/** @throws MalformedItem where the catalogue lacks the code */
export const sanctionOf = (catalogue: Sanctions, code: SanctionCode): Sanction => {
  const sanction = findSanction(catalogue, code);
  if (sanction === undefined)
    throw new MalformedItem(`${catalogue.id} version ${catalogue.version} has no sanction ${code}`);
  return sanction;
};

/** The form a sanction takes under the configuration: a moderate one may have a transitional substitute. */
export const sanctionForm = ({ name, months, substitute }: Sanction, { configuration }: RuleBook): SanctionForm =>
  substitute && configuration.moderateSanctionForm.value === 'PP53_SUBSTITUTE' ? substitute : { name, months };
