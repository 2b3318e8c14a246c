import { actDateOf } from '../case/act-date.ts';
import type { ExaminationFindings } from '../case/process-events.ts';
import { type CaseState, respondentNip, trackOf } from '../case/state.ts';
import { superiorsOf } from '../directory/line.ts';
import type { Staff } from '../directory/staff.ts';
import { catalogueFor, findSanction } from '../rules/catalogue.ts';
import type { DisciplineLevel } from '../rules/codes.ts';
import { type DeciderRanking, rankDeciders } from '../rules/deciders.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { SanctionColumn } from '../rules/sanction-rules.ts';
import { chargesOf } from './charges.ts';
import { examinersOf } from './examiners.ts';
import type { Ports } from './ports.ts';

type DeciderPorts = Pick<Ports, 'directory'>;

/** The highest column of each level: where the report leaves open which heavy sanction it is, the highest authority takes it. */
const columnOf: Readonly<Record<DisciplineLevel, SanctionColumn>> = {
  LIGHT: 'LIGHT',
  MODERATE: 'MODERATE',
  HEAVY: 'B3',
};

/** The column of the authority table that the report calls for: that of the recommended sanction, else of the level found. */
const columnFor = async (
  ports: DeciderPorts,
  rules: RuleBook,
  state: CaseState,
  found: ExaminationFindings | undefined,
): Promise<SanctionColumn> => {
  const track = trackOf(state) ?? 'DISCIPLINE_PNS';
  if (track === 'ETHICS') return 'MORAL';
  const report = found ?? ('examinationReport' in state ? state.examinationReport : undefined);
  const recommended = report?.recommendedSanction;
  const catalogue = catalogueFor(rules, { track, date: actDateOf(state) });
  if (recommended !== undefined && recommended !== 'NONE' && catalogue !== undefined) {
    const sanction = findSanction(catalogue, recommended);
    if (sanction !== undefined) return sanction.authorityColumn;
  }
  const { heaviest } = await chargesOf(ports, rules, state, report?.charges ?? [], report?.impact);
  return heaviest === null ? 'B3' : columnOf[heaviest];
};

/**
 * Who may decide, best first (PP 94/2021, authority table). Whoever examined comes last where the law keeps examining and deciding apart;
 * a light sanction is the direct superior's own.
 * @param known what was found, where it is not reported yet; or the column of the sanction in question
 */
export const decidersFor = async (
  ports: DeciderPorts,
  rules: RuleBook,
  state: CaseState,
  known: { readonly found?: ExaminationFindings; readonly column?: SanctionColumn | undefined } = {},
): Promise<DeciderRanking> => {
  const nip = respondentNip(state);
  const respondent = nip === undefined ? undefined : await ports.directory.staff(state.agencyId, nip);
  const agency = await ports.directory.agency(state.agencyId);
  if (respondent === undefined || agency === undefined) return { kind: 'NOT_DEFINED' };
  const column = known.column ?? (await columnFor(ports, rules, state, known.found));
  const ranking = rankDeciders(rules, {
    respondent,
    agencyKind: agency.kind,
    column,
    line: await superiorsOf(ports.directory, state.agencyId, respondent.nip),
    ppks: await withRole(ports, state, 'ppk'),
    date: actDateOf(state),
  });
  if (ranking.kind !== 'OFFICIALS' || column === 'LIGHT') return ranking;
  const examined = examinersOf(state);
  const last = (candidate: { readonly staff: Staff }) => (examined.includes(candidate.staff.nip) ? 1 : 0);
  return { ...ranking, candidates: ranking.candidates.toSorted((a, b) => last(a) - last(b)) };
};

const withRole = async ({ directory }: DeciderPorts, state: CaseState, role: 'ppk'): Promise<Staff[]> =>
  (await directory.listStaff(state.agencyId)).filter((person) => person.roles.includes(role));
