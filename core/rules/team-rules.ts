import * as z from 'zod';
import type { LocalDate } from '../time.ts';
import { versionToReadOn } from './catalogue.ts';
import {
  disciplineLevelSchema,
  type PositionClass,
  positionClassSchema,
  type SanctionLevel,
  type Track,
} from './codes.ts';
import { latestRule, type RuleBook } from './rule-book.ts';
import { bilingualSchema, citationSchema, ruleHeader } from './rule-file.ts';

/** Which part of the office a member stands for. */
export const teamElementSchema = z.enum(['SUPERIOR', 'OVERSIGHT', 'PERSONNEL', 'OTHER']);
export type TeamElement = z.infer<typeof teamElementSchema>;

/** What a member is in the team; chair and secretary are members too. */
export const teamPositionSchema = z.enum(['CHAIR', 'SECRETARY', 'MEMBER']);
export type TeamPosition = z.infer<typeof teamPositionSchema>;

/** How an examining team and an ethics panel are composed. */
export const teamRulesSchema = z
  .strictObject({
    ...ruleHeader,
    elements: z.record(teamElementSchema, bilingualSchema),
    positions: z.record(teamPositionSchema, bilingualSchema),
    team: z.strictObject({
      mandatoryElements: z.array(teamElementSchema).min(1),
      usualPositions: z.record(teamElementSchema, teamPositionSchema),
      mandatoryFor: z.array(disciplineLevelSchema),
      optionalFor: z.array(disciplineLevelSchema),
      citation: citationSchema,
    }),
    panel: z.strictObject({ minimum: z.int().min(3), odd: z.boolean(), citation: citationSchema }),
    /** Posts from the lowest to the highest; those on one rung count as equal. */
    ranks: z.strictObject({ ladder: z.array(z.array(positionClassSchema).min(1)).min(2), citation: citationSchema }),
  })
  .check(({ value, issues }) => {
    const ranked = value.ranks.ladder.flat();
    for (const one of positionClassSchema.options)
      if (ranked.filter((other) => other === one).length !== 1)
        issues.push({ code: 'custom', path: ['ranks', 'ladder'], message: `${one} must stand once`, input: one });
  });
export type TeamRules = z.infer<typeof teamRulesSchema>;

export interface TeamMember {
  readonly nip: string;
  /** How a refusal calls the member; the employee number where it is not given. */
  readonly name?: string | undefined;
  readonly element: TeamElement;
  readonly position: TeamPosition;
  readonly positionClass: PositionClass;
}

/** Whose examination it is; `barred`: respondent, accused superior, reporter, whoever has a stake. */
export interface TeamQuestion {
  readonly track: Track;
  readonly examineePositionClass: PositionClass;
  readonly barred?: readonly string[] | undefined;
  /** The day the team is formed; without it the newest rule. */
  readonly date?: LocalDate | undefined;
}

export const teamRulesOn = (book: RuleBook, date: LocalDate | undefined): TeamRules =>
  versionToReadOn(date)(book.teams) ?? latestRule(book.teams);

const rungOf = ({ ranks }: TeamRules, positionClass: PositionClass): number =>
  ranks.ladder.findIndex((rung) => rung.includes(positionClass));

/** Whether a post is high enough to examine another: not lower than it. */
export const mayExamine = (rules: TeamRules, examiner: PositionClass, examinee: PositionClass): boolean =>
  rungOf(rules, examiner) >= rungOf(rules, examinee);

/** The higher of two posts first. */
export const byRank =
  (rules: TeamRules) =>
  (a: { readonly positionClass: PositionClass }, b: { readonly positionClass: PositionClass }): number =>
    rungOf(rules, b.positionClass) - rungOf(rules, a.positionClass);

export type TeamNeed = 'MANDATORY' | 'OPTIONAL' | 'NONE';

/** Whether a sanction of this level needs a team, or a moral one a panel: heavy must, moderate may, light is the superior's alone. */
export const teamNeed = (
  book: RuleBook,
  { level, date }: { readonly level: SanctionLevel; readonly date?: LocalDate | undefined },
): TeamNeed => {
  if (level === 'MORAL') return book.configuration.ethicsPanelRequired.value ? 'MANDATORY' : 'OPTIONAL';
  const { team } = teamRulesOn(book, date);
  if (team.mandatoryFor.includes(level)) return 'MANDATORY';
  return team.optionalFor.includes(level) ? 'OPTIONAL' : 'NONE';
};
