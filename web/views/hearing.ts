import { currentDisclosure } from '../../core/case/disclosure.ts';
import { trackOf } from '../../core/case/state.ts';
import { examiningTeam } from '../../core/case/summons.ts';
import { momentOf } from '../design/moment.ts';
import type { DisclosureView, HearingView, PaperView, StatementView, TeamMemberView } from '../pages/hearing-parts.ts';
import type { Lang } from '../text/lang.ts';
import { citedProvisions } from './charges.ts';
import type { HrefOf } from './evidence.ts';
import type { CaseMaterial } from './material.ts';
import { paperOf } from './papers.ts';
import { principlesOf } from './suggestion.ts';
import { summonsesOf } from './summonses.ts';
import { hiddenEvidence } from './visible-evidence.ts';

interface Place {
  readonly hrefOf: HrefOf;
  readonly lang: Lang;
}

const shownPapers = (material: CaseMaterial, place: Place): PaperView[] => {
  const { state } = material;
  const disclosed = currentDisclosure(state)?.evidence ?? [];
  return state.evidence
    .filter(({ artifactId }) => disclosed.some((one) => one.artifactId === artifactId))
    .map((item) => paperOf(material, item, place));
};

/** What the respondent was last shown in this round; null before that. */
export const disclosureOf = (material: CaseMaterial, place: Place): DisclosureView | null => {
  const { state, agency } = material;
  const { lang } = place;
  const disclosed = currentDisclosure(state);
  if (disclosed === undefined) return null;
  return {
    version: disclosed.version,
    at: momentOf(disclosed.at, agency.zone, lang),
    hash: disclosed.hash,
    charges: citedProvisions(material, disclosed.charges, lang),
    principles: principlesOf(material, lang)
      .filter(({ code }) => disclosed.principles.includes(code))
      .map(({ code, title }) => `${code.slice(1)}. ${title}`),
    shown: shownPapers(material, place),
    hidden: hiddenEvidence(material, lang),
  };
};

/** What the respondent sent in this round, oldest first. */
const statementsOf = (material: CaseMaterial, place: Place): StatementView[] => {
  const { state, agency } = material;
  return state.statements
    .filter(({ round }) => round === state.round)
    .map(({ at, artifacts, complete }) => ({
      at: momentOf(at, agency.zone, place.lang),
      papers: artifacts.map((artifact) => paperOf(material, artifact, place)),
      complete,
    }));
};

const teamOf = ({ state, people }: CaseMaterial): TeamMemberView[] =>
  (examiningTeam(state)?.members ?? []).map(({ nip, element, position }) => {
    const staff = people.get(nip);
    return {
      name: staff?.name ?? nip,
      position: staff?.position ?? '',
      unit: staff?.unit ?? '',
      element,
      place: position,
    };
  });

/** How the respondent is heard: what they were shown, the summonses, what they answered, and who examines. */
export const hearingOf = (material: CaseMaterial, place: Place): HearingView => ({
  disclosure: disclosureOf(material, place),
  summonses: summonsesOf(material, place),
  statements: statementsOf(material, place),
  isPanel: trackOf(material.state) === 'ETHICS',
  team: teamOf(material),
});
