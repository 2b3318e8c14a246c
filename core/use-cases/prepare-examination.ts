import { freezeDisclosure } from '../case/commands/process.ts';
import { currentDisclosure } from '../case/disclosure.ts';
import { type CaseState, trackOf } from '../case/state.ts';
import { examinationResult, examiningTeam, standingSummons } from '../case/summons.ts';
import type { ProvisionCode } from '../rules/codes.ts';
import { agencyRules } from './agency-rules.ts';
import { chargesAtReview, chargesOf, confirmedPrinciples } from './charges.ts';
import { disclosureSet } from './disclosure-set.ts';
import { issueSummonsOf } from './issue-summons.ts';
import { releaseLetter, releaseLetterId, teamLetter } from './letters/examining-letters.ts';
import { issueLetter } from './letters/issue-letter.ts';
import { type LetterPorts, letterFacts, teamLetterId } from './letters/letter-facts.ts';
import { summonsLetter } from './letters/summons-letter.ts';
import { mustAppend, requireCase } from './load-case.ts';
import { type OpenTaskPorts, openInTrail } from './open-task.ts';
import type { FlowCase, FlowResult } from './ports.ts';
import { ensureOpenTask } from './task-rows.ts';

export type ExaminationPorts = OpenTaskPorts & LetterPorts;

const STEP = 'PrepareExamination';

/** A team is asked for, or must be: a panel for ethics, a team where what is in sight, or was found, is heavy (PP 94/2021 Art 29). */
export const needsTeam = async (ports: ExaminationPorts, state: CaseState): Promise<boolean> => {
  if (examiningTeam(state) !== undefined) return false;
  const rules = await agencyRules(ports, state.agencyId);
  const declined = state.teamsDeclined.findLast(({ seq }) => seq > (state.trackChanges.at(-1)?.seq ?? 0));
  const asked = state.teamRequests.some(({ seq }) => declined === undefined || seq > declined.seq);
  if (asked) return true;
  if (declined?.round === state.round) return false;
  if (trackOf(state) === 'ETHICS') return rules.configuration.ethicsPanelRequired.value;
  const found = state.reports.at(-1);
  const review = state.reviews.findLast(({ outcome }) => outcome === 'PROCEED');
  const impact = found?.impact ?? (review?.outcome === 'PROCEED' ? review.impact : undefined);
  if (impact === undefined) return false;
  const codes = found?.charges ?? chargesAtReview(rules, state);
  return (await chargesOf(ports, rules, state, codes, impact)).heaviest === 'HEAVY';
};

/** Freezes the next disclosure of the round with these charges, and closes what was open on the older one. */
export const disclose = async (
  ports: ExaminationPorts,
  state: CaseState,
  { charges, step }: { charges: readonly ProvisionCode[]; step: string },
): Promise<CaseState> => {
  const version = 1 + state.disclosures.filter(({ round }) => round === state.round).length;
  return mustAppend(ports, {
    caseId: state.caseId,
    commandId: `disclose:${state.round}:${version}`,
    step,
    command: freezeDisclosure({
      ...(await disclosureSet(ports, state)),
      track: trackOf(state) ?? 'DISCIPLINE_PNS',
      principles: [...confirmedPrinciples(state)],
      charges: [...charges],
    }),
  });
};

/** Whether what is frozen is still what the respondent is held to: same round, same track. */
const disclosureStands = (state: CaseState): boolean => currentDisclosure(state)?.track === trackOf(state);

/** Opens the respondent's page where it is not open, and mails its link. */
export const openHearing = async (ports: ExaminationPorts, state: CaseState): Promise<CaseState> => {
  const { round } = state;
  const open =
    state.respondentTask === undefined ? await openInTrail(ports, state, { kind: 'response', round }) : state;
  await ensureOpenTask(ports, open);
  return open;
};

/** The letters of what is on record: the decision that formed the team, the release from duties, each summons. */
const issueLetters = async (ports: ExaminationPorts, state: CaseState): Promise<CaseState> => {
  const facts = await letterFacts(ports, state);
  let current = state;
  for (const [index, team] of state.teams.entries()) {
    const draft = () => teamLetter(ports, facts, { team, ordinal: index + 1 });
    current = await issueLetter(ports, current, { letterId: teamLetterId(team.seq), step: STEP, draft });
  }
  for (const [index, release] of state.releases.entries()) {
    const draft = () => releaseLetter(ports, facts, { release, ordinal: index + 1 });
    current = await issueLetter(ports, current, { letterId: releaseLetterId(release.seq), step: STEP, draft });
  }
  for (const summons of state.summonses) {
    const draft = () => summonsLetter(ports, facts, summons);
    current = await issueLetter(ports, current, { letterId: summons.letterId, step: STEP, draft });
  }
  return current;
};

/**
 * Makes an examination ready, in this order and only what is missing: a team where one is needed, the disclosure, the summons, the letters,
 * and the respondent's page. A new execution finds all of it done.
 */
export const prepareExaminationStep = async (ports: ExaminationPorts, input: FlowCase): Promise<FlowResult> => {
  const { caseId, agencyId } = input;
  let state = await requireCase(ports, caseId);
  const done = (outcome: 'TEAM' | 'EXAMINE'): FlowResult => ({ caseId, agencyId, round: state.round, outcome });
  if (state.status !== 'EXAMINATION' || state.openTask !== undefined) {
    return done(state.openTask?.kind === 'team' ? 'TEAM' : 'EXAMINE');
  }
  // Once it was held, or missed for good, nobody is summoned again: what was found goes up.
  if (examinationResult(state) !== undefined) return done('EXAMINE');
  if (await needsTeam(ports, state)) return done('TEAM');
  if (!disclosureStands(state)) {
    const charges = chargesAtReview(await agencyRules(ports, agencyId), state);
    state = await disclose(ports, state, { charges, step: STEP });
  }
  if (standingSummons(state) === undefined) state = await issueSummonsOf(ports, state);
  state = await openHearing(ports, await issueLetters(ports, state));
  return done('EXAMINE');
};
