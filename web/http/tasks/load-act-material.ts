import { localDate } from '../../../core/calendar/zones.ts';
import type { CaseState } from '../../../core/case/state.ts';
import type { Staff } from '../../../core/directory/staff.ts';
import { type SanctionColumn, sanctionColumnSchema } from '../../../core/rules/sanction-rules.ts';
import { decidersFor } from '../../../core/use-cases/choose-decider.ts';
import { comparableSanctions } from '../../../core/use-cases/comparable-sanctions.ts';
import { earlierSanctions } from '../../../core/use-cases/earlier-sanctions.ts';
import { readCaptures } from '../../../core/use-cases/read-captures.ts';
import { proposedTeam, teamCandidates } from '../../../core/use-cases/team-proposal.ts';
import type { TaskKind } from '../../text/codes.ts';
import type { CaseMaterial, MayDecide, TeamCandidate } from '../../views/material.ts';
import { loadMaterial } from './load-material.ts';
import type { ActPagePorts } from './task-page-ports.ts';

/** So many are offered; who is missing among the rest says nothing about anybody. */
const CANDIDATES = 20;

type ActPorts = Pick<ActPagePorts, 'directory' | 'evidence' | 'rules' | 'clock' | 'people' | 'mac' | 'cases' | 'trail'>;

/** Whom a team can be formed of: those of the proposed one first, then the nearest. */
const candidatesOf = async (ports: ActPorts, { state, agency, rules, now }: CaseMaterial): Promise<TeamCandidate[]> => {
  const candidates = await teamCandidates(ports, state);
  const proposal = await proposedTeam(ports, { state, rules, date: localDate(now, agency.zone) });
  const seatOf = (nip: string) =>
    proposal.ok ? (proposal.members.find((member) => member.nip === nip)?.position ?? null) : null;
  return candidates
    .map(({ staff, element }) => ({ staff, element, proposed: seatOf(staff.nip) }))
    .toSorted((a, b) => Number(a.proposed === null) - Number(b.proposed === null))
    .slice(0, CANDIDATES);
};

/** In which columns of the authority table the official is among those who may decide, and which are the President's. */
const mayDecideOf = async (ports: ActPorts, { state, rules }: CaseMaterial, official: Staff): Promise<MayDecide> => {
  const entries: [SanctionColumn, 'IMPOSE' | 'PROPOSE'][] = [];
  for (const column of sanctionColumnSchema.options) {
    const ranking = await decidersFor(ports, rules, state, { column });
    if (ranking.kind === 'PRESIDENT') entries.push([column, 'PROPOSE']);
    if (ranking.kind !== 'OFFICIALS') continue;
    if (ranking.candidates.some(({ staff }) => staff.nip === official.nip)) entries.push([column, 'IMPOSE']);
  }
  return new Map(entries);
};

/**
 * Reads what the page of a task shows beside the state of its case: for a decision also what was imposed before, for the forming of a
 * team also whom it can be formed of.
 * @throws NotFound where the agency is not in the directory
 */
export const loadActMaterial = async (
  ports: ActPorts,
  state: CaseState,
  { kind, official }: { readonly kind: TaskKind; readonly official: Staff },
): Promise<CaseMaterial> => {
  const material = { ...(await loadMaterial(ports, state)), captures: await readCaptures(ports, state) };
  if (kind === 'team') return { ...material, candidates: await candidatesOf(ports, material) };
  if (kind !== 'decision') return material;
  return {
    ...material,
    earlier: await earlierSanctions(ports, state),
    comparables: await comparableSanctions(ports, material.rules, state),
    mayDecide: await mayDecideOf(ports, material, official),
  };
};
