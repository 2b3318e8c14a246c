import { actDateOf } from '../../core/case/act-date.ts';
import { undisclosedEvidence } from '../../core/case/disclosure.ts';
import { standingCharges } from '../../core/case/standing-charges.ts';
import { examiningTeam, type Summons, servedProof } from '../../core/case/summons.ts';
import type { ArtifactId } from '../../core/ids.ts';
import type { RecommendedSanction } from '../../core/rules/codes.ts';
import { ruleToReadBy } from '../../core/rules/rule-book.ts';
import { momentOf } from '../design/moment.ts';
import type { ProcessView, ReportView } from '../pages/console-process.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { artifactName } from './artifact-names.ts';
import type { HrefOf } from './evidence.ts';
import type { CaseMaterial } from './material.ts';
import { dateMoment } from './moments.ts';
import { personName } from './people.ts';
import { sanctionName } from './sanctions.ts';
import { proofText } from './summonses.ts';

interface Seen {
  readonly material: CaseMaterial;
  readonly hrefOf: HrefOf;
  readonly lang: Lang;
}

const chargesOf = ({ material, lang }: Seen): ProcessView['charges'] => {
  const { state, rules } = material;
  const standing = standingCharges(state);
  if (standing === undefined || standing.codes.length === 0) return null;
  const { provisions } = ruleToReadBy(rules.provisions, actDateOf(state));
  const items = standing.codes.map((code) => {
    const provision = provisions.find((known) => known.code === code);
    return { code, article: provision?.article ?? code, text: provision?.text[lang] ?? '' };
  });
  return { from: standing.from, items };
};

const teamOf = ({ material, lang }: Seen): ProcessView['team'] => {
  const { domain } = textsFor(lang);
  const { members = [] } = examiningTeam(material.state) ?? {};
  return members.map(({ nip, element, position }) => ({
    name: personName(material, nip),
    element: domain.teamElement[element],
    seat: domain.teamPosition[position],
  }));
};

const releaseOf = ({ material, lang }: Seen): ProcessView['release'] => {
  const release = material.state.releases.at(-1);
  if (release === undefined) return null;
  const { from, actingOfficial } = release;
  return {
    from: dateMoment(from, lang),
    acting: actingOfficial === undefined ? null : personName(material, actingOfficial),
  };
};

const servedText = ({ material, lang }: Seen, summons: Summons): string | null => {
  const { state } = material;
  const missed = state.absences.find(({ round, seq }) => round === summons.round && seq > summons.seq);
  const proof = servedProof(state, summons) ?? missed?.proof;
  return proof === undefined ? null : proofText(proof, lang);
};

type Attendance = ProcessView['summonses'][number]['attendance'];

/** What the first thing after the summons, and before the next one, says of it. */
const attendanceOf = ({ material: { state } }: Seen, { seq, round }: Summons): Attendance => {
  const next = state.summonses.find((later) => later.seq > seq)?.seq ?? Number.POSITIVE_INFINITY;
  const isOn = (fact: { readonly seq: number; readonly round: number }) =>
    fact.round === round && fact.seq > seq && fact.seq < next;
  if (state.examinations.some(isOn)) return 'held';
  const missed = state.absences.find(isOn);
  if (missed !== undefined) return missed.final ? 'missedFinal' : 'missed';
  return state.reschedulings.some(isOn) || next !== Number.POSITIVE_INFINITY ? 'moved' : 'awaited';
};

/** The PDF of a letter, else its first document. */
const letterHref = ({ material: { state }, hrefOf }: Seen, letterId: ArtifactId): string | null => {
  const documents = state.letters.find((letter) => letter.letterId === letterId)?.documents ?? [];
  const document = documents.find(({ mediaType }) => mediaType === 'application/pdf') ?? documents[0];
  return document === undefined ? null : hrefOf(document.artifactId);
};

const summonsOf = (seen: Seen, summons: Summons): ProcessView['summonses'][number] => {
  const { agency } = seen.material;
  const { ordinal, letterId, issuedOn, examinationAt, place, mode, warning } = summons;
  return {
    ordinal,
    href: letterHref(seen, letterId),
    issuedOn: dateMoment(issuedOn, seen.lang),
    at: momentOf(examinationAt, agency.zone, seen.lang),
    place: `${place} (${textsFor(seen.lang).domain.examinationMode[mode]})`,
    served: servedText(seen, summons),
    attendance: attendanceOf(seen, summons),
    warning: warning?.[seen.lang] ?? null,
  };
};

const nameOf = ({ material, lang }: Seen, artifactId: ArtifactId): string => {
  const artifact = material.state.evidence.find((known) => known.artifactId === artifactId);
  return artifact === undefined ? artifactId : artifactName(material, artifact, lang);
};

const disclosuresOf = (seen: Seen): ProcessView['disclosures'] => {
  const { state, agency } = seen.material;
  return state.disclosures.map(({ version, at, hash, evidence, withheld }) => ({
    version,
    at: momentOf(at, agency.zone, seen.lang),
    hash,
    evidence: evidence.map(({ artifactId }) => nameOf(seen, artifactId)),
    withheld: withheld.map((artifactId) => nameOf(seen, artifactId)),
  }));
};

const recommendation = ({ material, lang }: Seen, code: RecommendedSanction | undefined): string | null => {
  if (code === undefined) return null;
  return code === 'NONE' ? textsFor(lang).console.process.noSanction : sanctionName(material, code, lang);
};

const reportOf = (seen: Seen): ReportView | null => {
  const { state, agency, rules } = seen.material;
  const report = state.reports.at(-1);
  if (report === undefined) return null;
  const { scopes } = ruleToReadBy(rules.impactLevels, actDateOf(state));
  return {
    at: momentOf(report.at, agency.zone, seen.lang),
    inAbsentia: report.inAbsentia,
    findings: report.findings,
    impact: report.impact === undefined ? null : scopes[report.impact][seen.lang],
    impactReason: report.impactReason ?? null,
    aggravating: report.aggravating ?? null,
    mitigating: report.mitigating ?? null,
    recommendation: recommendation(seen, report.recommendedSanction),
  };
};

/** `PDF`, `HTML`: what a document of a letter is called beside its number. */
const formatOf = (mediaType: string): string => (/^\w+\/([\w-]+)/.exec(mediaType)?.[1] ?? mediaType).toUpperCase();

const lettersOf = ({ material: { state, agency }, hrefOf, lang }: Seen): ProcessView['letters'] =>
  state.letters.map(({ form, number, at, documents }) => ({
    form,
    number,
    at: momentOf(at, agency.zone, lang),
    documents: documents.map(({ artifactId, sha256, mediaType }) => ({
      name: formatOf(mediaType),
      sha256,
      href: hrefOf(artifactId),
    })),
  }));

/** The due process of a case for its console page. */
export const processOf = (material: CaseMaterial, hrefOf: HrefOf, lang: Lang): ProcessView => {
  const seen = { material, hrefOf, lang };
  const isDisclosed = material.state.disclosures.length > 0;
  return {
    charges: chargesOf(seen),
    team: teamOf(seen),
    release: releaseOf(seen),
    summonses: material.state.summonses.map((summons) => summonsOf(seen, summons)),
    disclosures: disclosuresOf(seen),
    undisclosed: isDisclosed ? undisclosedEvidence(material.state).map((artifactId) => nameOf(seen, artifactId)) : [],
    report: reportOf(seen),
    letters: lettersOf(seen),
  };
};
