import { localDate } from '../calendar/zones.ts';
import { currentDisclosure } from '../case/disclosure.ts';
import { type CaseState, trackOf } from '../case/state.ts';
import type { CaseStatus } from '../case/transitions.ts';
import type { CaseRow } from '../ports.ts';
import { type Comparable, comparablesOf, type PastSanction, type SanctionOutcome } from '../register/comparables.ts';
import { catalogueToReadBy, findSanction } from '../rules/catalogue.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { Ports } from './ports.ts';

type ComparablePorts = Pick<Ports, 'cases' | 'directory'>;

const outcomes: Partial<Readonly<Record<CaseStatus, SanctionOutcome>>> = {
  CLOSED: 'EFFECTIVE',
  EFFECTIVE: 'EFFECTIVE',
  APPEAL: 'PENDING',
  APPEAL_WINDOW: 'PENDING',
  SERVICE: 'PENDING',
};
const sanctioned: readonly CaseStatus[] = ['CLOSED', 'EFFECTIVE', 'APPEAL', 'APPEAL_WINDOW', 'SERVICE'];
/** Looked at in each status, newest first: enough for the twenty that are shown. */
const PER_STATUS = 50;

const pastSanction = async (
  { directory }: ComparablePorts,
  rules: RuleBook,
  row: CaseRow,
): Promise<PastSanction | undefined> => {
  const {
    agencyId,
    respondentNip,
    sanctionCode,
    track,
    provisions,
    impact,
    status,
    updatedAt,
    decidedAt = updatedAt,
  } = row;
  const outcome = outcomes[status];
  if (respondentNip === undefined || sanctionCode === undefined || track === undefined || outcome === undefined) {
    return undefined;
  }
  const respondent = await directory.staff(agencyId, respondentNip);
  const catalogue = catalogueToReadBy(rules, { track });
  const level = catalogue === undefined ? undefined : findSanction(catalogue, sanctionCode)?.level;
  const agency = await directory.agency(agencyId);
  if (respondent === undefined || level === undefined || agency === undefined) return undefined;
  return {
    decidedOn: localDate(decidedAt, agency.zone),
    track,
    provisions: provisions ?? [],
    impact,
    level,
    positionClass: respondent.positionClass,
    sanctionCode,
    outcome,
  };
};

/**
 * Past sanctions of the agency that bear on this case, one list for each level that the report makes possible, without anything that
 * names a person.
 */
export const comparableSanctions = async (
  ports: ComparablePorts,
  rules: RuleBook,
  state: CaseState,
): Promise<readonly Comparable[]> => {
  const report = 'examinationReport' in state ? state.examinationReport : undefined;
  const charged = report?.charges ?? currentDisclosure(state)?.charges ?? [];
  const past: PastSanction[] = [];
  for (const status of sanctioned) {
    const { items } = await ports.cases.list({ agencyId: state.agencyId, status, limit: PER_STATUS });
    for (const row of items) {
      const sanction = row.caseId === state.caseId ? undefined : await pastSanction(ports, rules, row);
      if (sanction !== undefined) past.push(sanction);
    }
  }
  const question = { track: trackOf(state) ?? 'DISCIPLINE_PNS', provisions: charged, impact: report?.impact } as const;
  const levels = [...new Set(past.map(({ level }) => level))];
  return levels.flatMap((level) => comparablesOf(past, { ...question, level }));
};
