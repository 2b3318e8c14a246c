import { loadCase } from '../case/append.ts';
import { type CaseState, respondentNip } from '../case/state.ts';
import { readReport } from '../intake/report-artifact.ts';
import { sameAct } from '../register/same-act.ts';
import type { EarlierSanction } from '../rules/sanction-verdict.ts';
import { confirmedPrinciples } from './charges.ts';
import type { Ports } from './ports.ts';

export type HistoryPorts = Pick<Ports, 'cases' | 'trail' | 'evidence'>;

/** What tells whether two cases are about the same act: uploaded and captured bytes, and the addresses that were reported. */
const actOf = async ({ evidence }: Pick<Ports, 'evidence'>, state: CaseState) => {
  const { sha256 } = state.report.report;
  // A report that was erased leaves what was captured and sent in to tell.
  const urls = (await evidence.has(sha256)) ? (await readReport(evidence, sha256)).incident.urls : [];
  return {
    evidence: state.evidence
      // A page that was not there looks the same for every address.
      .filter(({ kind, quality }) => kind === 'ATTACHMENT' || (kind === 'CAPTURE' && quality === 'COMPLETE'))
      .map(({ sha256 }) => sha256),
    urls,
  };
};

const HISTORY = 50;

/** Sanctions that the respondent had before, oldest first, from the trails of their other cases in the agency. */
export const earlierSanctions = async (ports: HistoryPorts, state: CaseState): Promise<EarlierSanction[]> => {
  const nip = respondentNip(state);
  if (nip === undefined) return [];
  const { items } = await ports.cases.listByRespondent({ agencyId: state.agencyId, nip, limit: HISTORY });
  const own = await actOf(ports, state);
  const found: EarlierSanction[] = [];
  for (const row of items.toReversed()) {
    if (row.caseId === state.caseId || row.sanctionCode === undefined) continue;
    const earlier = await loadCase(ports.trail, row.caseId);
    if (earlier === undefined || !('sanction' in earlier)) continue;
    const { sanctionCode, provisions } = earlier.sanction;
    const changed = earlier.appealDecisions.at(-1);
    found.push({
      caseNumber: earlier.caseId,
      sanctionCode: changed?.sanctionCode ?? sanctionCode,
      provisions,
      principles: confirmedPrinciples(earlier),
      sameAct: sameAct(own, await actOf(ports, earlier)),
      annulled: changed?.outcome === 'ANNULLED',
    });
  }
  return found;
};
