import { rowOf } from '../../../core/case/row.ts';
import type { CaseState } from '../../../core/case/state.ts';
import type { Staff } from '../../../core/directory/staff.ts';
import { NotFound } from '../../../core/errors.ts';
import type { Nip } from '../../../core/ids.ts';
import { readReport } from '../../../core/intake/report-artifact.ts';
import { agencyRules } from '../../../core/use-cases/agency-rules.ts';
import type { Ports } from '../../../core/use-cases/ports.ts';
import { classifiedTexts } from '../../../core/use-cases/suggest-principles.ts';
import type { CaseMaterial } from '../../views/material.ts';

export type MaterialPorts = Pick<Ports, 'directory' | 'evidence' | 'rules' | 'clock'>;

/** Everybody whom the case names: who had a task in it, whom it is about, and who examines or stands in. */
const peopleIn = async ({ directory }: MaterialPorts, state: CaseState): Promise<Map<string, Staff>> => {
  const { participants, respondentNip, claimedRespondentNip } = rowOf(state);
  const examining = [
    ...state.teams.flatMap(({ members }) => members.map(({ nip }) => nip)),
    ...state.summonses.map(({ examiner }) => examiner),
  ];
  const standingIn = state.releases.map(({ actingOfficial }) => actingOfficial);
  const named = [...participants, respondentNip, claimedRespondentNip, ...examining, ...standingIn].filter(
    (nip): nip is Nip => nip !== undefined,
  );
  const found = await Promise.all([...new Set(named)].map((nip) => directory.staff(state.agencyId, nip)));
  return new Map(found.flatMap((staff) => (staff === undefined ? [] : [[staff.nip, staff]])));
};

/**
 * Reads what a page about a case shows beside its state.
 * @throws NotFound where the agency is not in the directory
 */
export const loadMaterial = async (ports: MaterialPorts, state: CaseState): Promise<CaseMaterial> => {
  const agency = await ports.directory.agency(state.agencyId);
  if (agency === undefined) throw new NotFound(`agency ${state.agencyId} is not in the directory`);
  const { sha256 } = state.report.report;
  const isThere = await ports.evidence.has(sha256);
  const texts = isThere ? await classifiedTexts(ports.evidence, state) : [];
  return {
    state,
    agency,
    report: isThere ? await readReport(ports.evidence, sha256) : null,
    texts: new Map(texts.map(({ artifactSha256, text }) => [artifactSha256, text])),
    people: await peopleIn(ports, state),
    rules: await agencyRules(ports, state.agencyId),
    now: ports.clock.now(),
  };
};
