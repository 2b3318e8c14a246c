import type { CaseState, Report } from '../../core/case/state.ts';
import type { ReportView } from '../pages/report-parts.ts';
import type { RecordSigning } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { citedProvisions } from './charges.ts';
import { derivationOf, derivationsOf } from './derivations.ts';
import type { HrefOf } from './evidence.ts';
import type { CaseMaterial } from './material.ts';
import { letterOf, paperOf } from './papers.ts';
import { sanctionName } from './sanctions.ts';

/** How the examinee took the record: at the examination, or since on their own page. */
export const signingOf = ({ recordSignings }: CaseState, held: CaseState['examinations'][number]): RecordSigning =>
  recordSignings.findLast(({ record }) => record === held.record.sha256)?.manner ?? held.signing;

/** A recommendation in words; null where there is none. */
export const recommendationOf = (
  material: CaseMaterial,
  recommended: Report['recommendedSanction'],
  lang: Lang,
): string | null => {
  if (recommended === undefined) return null;
  return recommended === 'NONE' ? textsFor(lang).task.parts.notProven : sanctionName(material, recommended, lang);
};

const recordOf = (material: CaseMaterial, place: { hrefOf: HrefOf; lang: Lang }): ReportView['record'] => {
  const { state } = material;
  const held = state.examinations.findLast(({ round }) => round === state.round);
  if (held === undefined) return null;
  return { paper: paperOf(material, held.record, place), signing: signingOf(state, held) };
};

/** The report that a decision rests on; null before there is one. */
export const reportOf = (material: CaseMaterial, place: { hrefOf: HrefOf; lang: Lang }): ReportView | null => {
  const { state } = material;
  const { lang } = place;
  if (!('examinationReport' in state)) return null;
  const report = state.examinationReport;
  const { impact, charges } = report;
  const derived =
    impact === undefined ? derivationsOf(material, charges, lang) : [derivationOf(material, { charges, impact }, lang)];
  return {
    inAbsentia: report.inAbsentia,
    findings: report.findings,
    charges: citedProvisions(material, charges, lang),
    impact: impact === undefined ? null : textsFor(lang).task.act.impacts[impact],
    impactReason: report.impactReason ?? null,
    aggravating: report.aggravating ?? null,
    mitigating: report.mitigating ?? null,
    recommended: recommendationOf(material, report.recommendedSanction, lang),
    record: recordOf(material, place),
    letters: report.letters.flatMap((letterId) => letterOf(material, letterId, place) ?? []),
    derivations: derived.filter((view) => view !== null),
  };
};
