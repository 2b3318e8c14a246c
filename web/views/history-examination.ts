import type { Appointment, SummonsProof } from '../../core/case/process-events.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { articlesOf } from './charges.ts';
import { recommendationOf } from './examination-report.ts';
import type { Told } from './history-told.ts';
import type { CaseMaterial } from './material.ts';
import { dateMoment, dueMoment } from './moments.ts';
import { personName } from './people.ts';
import { proofText } from './summonses.ts';

/** Who examines: changes of track, requests, teams. */
const forming = (material: CaseMaterial, lang: Lang): Told[] => {
  const { state } = material;
  const {
    task: { act, facts },
    domain,
  } = textsFor(lang);
  const named = ({ members }: (typeof state.teams)[number]) =>
    members
      .map(({ nip, position }) => `${personName(material, nip)}, ${domain.teamPosition[position].toLowerCase()}`)
      .join('; ');
  return [
    ...state.trackChanges.map((fact) => ({
      fact,
      what: facts.trackChanged(act.tracks[fact.from].label, act.tracks[fact.to].label),
      reason: fact.reason,
    })),
    ...state.teamRequests.map((fact) => ({ fact, what: facts.teamRequested, reason: fact.reason })),
    ...state.teams.map((fact) => ({ fact, what: facts.teamFormed(named(fact)), reason: fact.reason })),
    ...state.teamsDeclined.map((fact) => ({ fact, what: facts.teamDeclined, reason: fact.reason })),
  ];
};

/** What the respondent was shown and when they were to come. */
const summoning = (material: CaseMaterial, lang: Lang): Told[] => {
  const { state, agency } = material;
  const { facts } = textsFor(lang).task;
  return [
    ...state.disclosures.map((fact) => ({
      fact,
      what: facts.disclosed(fact.version, articlesOf(material, fact.charges)),
    })),
    ...state.summonses.map((fact) => ({
      fact,
      what: facts.summoned(fact.ordinal, dueMoment(fact.examinationAt, agency.zone, lang).text, fact.place),
      note: fact.warning?.[lang],
    })),
    ...state.summonsesServed.map((fact) => ({
      fact,
      what: facts.served(textsFor(lang).domain.summonsManner[fact.manner], dateMoment(fact.servedOn, lang).text),
    })),
  ];
};

const appointmentText = ({ on, at, place }: Appointment, lang: Lang): string =>
  [on && dateMoment(on, lang).text, at, place].filter(Boolean).join(', ');

/** What came of the day: they came, did not, or it was moved. */
const meeting = (material: CaseMaterial, lang: Lang): Told[] => {
  const { state } = material;
  const {
    task: { facts },
    domain,
  } = textsFor(lang);
  const proof = (known: SummonsProof) => proofText(known, lang) ?? domain.summonsManner.NOT_SERVED;
  return [
    ...state.absences.map((fact) => ({
      fact,
      what: facts.missed(fact.ordinal, proof(fact.proof)),
      reason: fact.reason,
      note: fact.final ? facts.goesOnWithout : undefined,
    })),
    ...state.reschedulings.map((fact) => ({
      fact,
      what: facts.rescheduled(appointmentText(fact.appointment, lang)),
      reason: fact.reason,
    })),
    ...state.examinations.map((fact) => ({
      fact,
      what: facts.held(domain.recordSigning[fact.signing]),
      reason: fact.reason,
      note: fact.warning?.[lang],
    })),
    ...state.examinationReturns.map((fact) => ({ fact, what: facts.returned, reason: fact.reason })),
    ...state.releases.map((fact) => ({
      fact,
      what: facts.released(dateMoment(fact.from, lang).text),
      reason: fact.reason,
      note: fact.actingOfficial === undefined ? undefined : personName(material, fact.actingOfficial),
    })),
  ];
};

/** What the respondent said, and what the report makes of it. */
const hearing = (material: CaseMaterial, lang: Lang): Told[] => {
  const { state } = material;
  const { facts, parts } = textsFor(lang).task;
  return [
    ...state.statements.map((fact) => ({
      fact,
      what: facts.statement(fact.artifacts.length),
      note: fact.complete ? parts.complete : undefined,
    })),
    ...state.recordSignings.map((fact) => ({
      fact,
      what: fact.manner === 'SIGNED' ? facts.recordSigned : facts.recordRefused,
      note: fact.corrections === undefined ? undefined : facts.corrected,
    })),
    ...state.reports.map((fact) => ({
      fact,
      what: facts.reported(recommendationOf(material, fact.recommendedSanction, lang) ?? facts.noRecommendation),
      note: fact.inAbsentia ? parts.inAbsentia : undefined,
    })),
  ];
};

/** Everything from the forming of a team to the report. */
export const duringExamination = (material: CaseMaterial, lang: Lang): Told[] => [
  ...forming(material, lang),
  ...summoning(material, lang),
  ...meeting(material, lang),
  ...hearing(material, lang),
];
