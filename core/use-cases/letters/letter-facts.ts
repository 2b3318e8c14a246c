import { localDate } from '../../calendar/zones.ts';
import { actDateOf } from '../../case/act-date.ts';
import { type CaseState, respondentNip, trackOf } from '../../case/state.ts';
import { examiningTeam } from '../../case/summons.ts';
import type { Agency, Staff } from '../../directory/staff.ts';
import { NotFound } from '../../errors.ts';
import type { Nip } from '../../ids.ts';
import type {
  ExaminationBasis,
  LetterCommon,
  LetterPerson,
  LetterPrinciple,
  LetterProvision,
  LetterReference,
  LetterSanction,
} from '../../letters/letter-data.ts';
import { catalogueToReadBy, sanctionForm, sanctionOf } from '../../rules/catalogue.ts';
import type { PrincipleCode, ProvisionCode, SanctionCode } from '../../rules/codes.ts';
import { type RuleBook, ruleToReadBy } from '../../rules/rule-book.ts';
import type { Instant } from '../../time.ts';
import { agencyRules } from '../agency-rules.ts';
import type { Ports } from '../ports.ts';

/** What writing letters takes. */
export type LetterPorts = Pick<
  Ports,
  | 'trail'
  | 'cases'
  | 'clock'
  | 'evidence'
  | 'directory'
  | 'letterPrinter'
  | 'documentSigner'
  | 'signer'
  | 'rules'
  | 'letters'
  | 'letterNumbering'
>;

/** Who and what every letter of a case names, read once. */
export interface LetterFacts {
  readonly state: CaseState;
  readonly agency: Agency;
  readonly rules: RuleBook;
  readonly respondent: Staff;
}

/** @throws NotFound where the directory no longer has the person */
export const staffOf = async (
  { directory }: Pick<Ports, 'directory'>,
  { agencyId }: Pick<CaseState, 'agencyId'>,
  nip: Nip,
): Promise<Staff> => {
  const staff = await directory.staff(agencyId, nip);
  if (staff === undefined) throw new NotFound(`${nip} is no longer in the directory of ${agencyId}`);
  return staff;
};

/** @throws NotFound where agency or respondent are not in the directory */
export const letterFacts = async (
  ports: Pick<Ports, 'directory' | 'rules'>,
  state: CaseState,
): Promise<LetterFacts> => {
  const agency = await ports.directory.agency(state.agencyId);
  const nip = respondentNip(state);
  if (agency === undefined || nip === undefined) throw new NotFound(`no agency or respondent of ${state.caseId}`);
  return {
    state,
    agency,
    rules: await agencyRules(ports, state.agencyId),
    respondent: await staffOf(ports, state, nip),
  };
};

export const personOf = ({ name, nip, position, unit }: Staff): LetterPerson => ({ name, nip, position, unit });

/** What every letter has. `at` is when what it records happened. */
export const commonOf = ({ state, agency }: LetterFacts, number: string, at: Instant): LetterCommon => {
  const { zone, name } = agency;
  return {
    case: {
      number: state.caseId,
      track: trackOf(state) ?? 'DISCIPLINE_PNS',
      receivedOn: localDate(state.receivedAt, zone),
    },
    agency: { name, city: agency.city ?? name, zone },
    letter: { number, date: localDate(at, zone), at },
    copies: [`Unit kepegawaian ${name}`],
  };
};

/** Provisions as they are cited, by the rule of the date of the act. @throws NotFound for one that rule does not have */
export const provisionsOf = ({ rules, state }: LetterFacts, codes: readonly ProvisionCode[]): LetterProvision[] => {
  const date = actDateOf(state);
  const known = ruleToReadBy(rules.provisions, date).provisions;
  return codes.map((code) => {
    const provision = known.find((candidate) => candidate.code === code);
    if (provision === undefined) throw new NotFound(`no provision ${code} in the rules of ${date}`);
    return { article: provision.article, text: provision.text.id };
  });
};

/** Principles in their official wording. */
export const principlesOf = ({ rules, state }: LetterFacts, codes: readonly PrincipleCode[]): LetterPrinciple[] => {
  const { principles } = ruleToReadBy(rules.principles, actDateOf(state));
  return principles.filter(({ code }) => codes.includes(code)).map(({ code, wording }) => ({ code, text: wording }));
};

/** A sanction as the catalogue of the track names it. @throws NotFound where no catalogue is loaded */
export const sanctionNameOf = ({ rules, state }: LetterFacts, code: SanctionCode): LetterSanction => {
  const track = trackOf(state) ?? 'DISCIPLINE_PNS';
  const catalogue = catalogueToReadBy(rules, { track, date: actDateOf(state) });
  if (catalogue === undefined) throw new NotFound(`no sanction catalogue for ${track} in ${state.agencyId}`);
  const sanction = sanctionOf(catalogue, code);
  return { code, name: sanctionForm(sanction, rules).name.id, level: catalogue.levels[sanction.level].id };
};

/** A letter of the case that another letter refers to. */
export const referenceTo = ({ state, agency }: LetterFacts, letterId: string): LetterReference | undefined => {
  const letter = state.letters.find((issued) => issued.letterId === letterId);
  return letter === undefined ? undefined : { number: letter.number, date: localDate(letter.at, agency.zone) };
};

/** The letter by which the team was formed. */
export const teamLetterId = (seq: number): string => `letter-team-${seq}`;

/** What entitles to examine: the superior's own duty, or the decision that formed the team. */
export const examinationBasis = (facts: LetterFacts): ExaminationBasis => {
  const team = examiningTeam(facts.state);
  const reference = team === undefined ? undefined : referenceTo(facts, teamLetterId(team.seq));
  return reference === undefined ? { kind: 'OWN' } : { kind: 'TEAM', ...reference };
};
