import { localDate } from '../calendar/zones.ts';
import { reportExamination } from '../case/commands/process.ts';
import { beyondDisclosure, currentDisclosure, wasHeard } from '../case/disclosure.ts';
import type { ExaminationFindings } from '../case/process-events.ts';
import { type CaseState, trackOf } from '../case/state.ts';
import { examinationResult, isRecordPending } from '../case/summons.ts';
import { IllegalTransition } from '../errors.ts';
import { artifactIdSchema } from '../ids.ts';
import { confirmedPrinciples } from './charges.ts';
import { decidersFor } from './choose-decider.ts';
import { recordLetter, recordLetterId, reportLetter, reportLetterId } from './letters/examination-letters.ts';
import { issueLetter } from './letters/issue-letter.ts';
import { letterFacts } from './letters/letter-facts.ts';
import { mustAppend, requireCase } from './load-case.ts';
import type { FlowCase, FlowResult } from './ports.ts';
import { disclose, type ExaminationPorts, openHearing } from './prepare-examination.ts';

const STEP = 'ReportExamination';

type Result = NonNullable<ReturnType<typeof examinationResult>>;

const findingsOf = (result: Result): ExaminationFindings => {
  const found = result.kind === 'HELD' ? result.held : result.missed.report;
  if (found === undefined) throw new IllegalTransition('an absence that is final has no report');
  const { findings, charges, impact, impactReason, aggravating, mitigating, recommendedSanction } = found;
  return {
    findings,
    charges,
    ...(impact === undefined ? {} : { impact }),
    ...(impactReason === undefined ? {} : { impactReason }),
    ...(aggravating === undefined ? {} : { aggravating }),
    ...(mitigating === undefined ? {} : { mitigating }),
    ...(recommendedSanction === undefined ? {} : { recommendedSanction }),
  };
};

/** What was found must have been told: charges beyond the disclosure, or another track, are disclosed first. */
const disclosedFor = async (ports: ExaminationPorts, state: CaseState, found: ExaminationFindings) => {
  const disclosed = currentDisclosure(state);
  const principles = confirmedPrinciples(state);
  const stands = disclosed !== undefined && disclosed.track === trackOf(state);
  if (stands && beyondDisclosure(disclosed, { charges: found.charges, principles }).length === 0) return state;
  const charges = [...new Set([...(disclosed?.charges ?? []), ...found.charges])];
  return disclose(ports, state, { charges, step: STEP });
};

/** Whose decision it will be, as the report names it. */
const authorityName = async (
  ports: ExaminationPorts,
  state: CaseState,
  found: ExaminationFindings,
): Promise<string> => {
  const { rules, agency } = await letterFacts(ports, state);
  const ranking = await decidersFor(ports, rules, state, { found });
  switch (ranking.kind) {
    case 'OFFICIALS':
      return ranking.candidates[0]?.staff.position ?? agency.name;
    case 'PRESIDENT':
      return ranking.proposer.id;
    case 'NOBODY':
      return ranking.titles[0]?.id ?? agency.name;
    case 'NOT_DEFINED':
      return `Pejabat Pembina Kepegawaian ${agency.name}`;
    default:
      return ranking satisfies never;
  }
};

const issueReport = async (ports: ExaminationPorts, state: CaseState, result: Result): Promise<CaseState> => {
  const { round } = state;
  let current = state;
  if (result.kind === 'HELD') {
    const facts = await letterFacts(ports, current);
    const letterId = recordLetterId(round);
    const draft = () => recordLetter(ports, facts, { held: result.held, letterId });
    current = await issueLetter(ports, current, { letterId, step: STEP, draft });
  }
  const facts = await letterFacts(ports, current);
  const { at } = result.kind === 'HELD' ? result.held : result.missed;
  const findings = findingsOf(result);
  const authority = await authorityName(ports, current, findings);
  const plan = { result, findings, authority, date: localDate(at, facts.agency.zone) };
  const draft = () => reportLetter(ports, facts, plan);
  return issueLetter(ports, current, { letterId: reportLetterId(round), step: STEP, draft });
};

/**
 * Takes what the examination came to up to the authority: written as record (BAP) and report (LHP), which name the disclosure. Where
 * something was found that the respondent was not told of, they are told and given time to answer first.
 */
export const reportExaminationStep = async (ports: ExaminationPorts, input: FlowCase): Promise<FlowResult> => {
  const { caseId, agencyId } = input;
  const before = await requireCase(ports, caseId);
  const { round } = before;
  const done = (outcome: 'REPORTED' | 'AWAIT_RESPONSE'): FlowResult => ({ caseId, agencyId, round, outcome });
  if (before.status !== 'EXAMINATION') return done('REPORTED');
  const result = examinationResult(before);
  if (result === undefined) throw new IllegalTransition(`${caseId}: nothing to report yet`);
  const disclosed = await disclosedFor(ports, before, findingsOf(result));
  if (!wasHeard(disclosed)) {
    await openHearing(ports, disclosed);
    return done('AWAIT_RESPONSE');
  }
  const state = await issueReport(ports, disclosed, result);
  // Who had said that they were done still has the record to sign.
  if (isRecordPending(state)) await openHearing(ports, state);
  const letters = state.letters.filter((issued) => issued.round === round && isReport(issued.letterId, round));
  await mustAppend(ports, {
    caseId,
    commandId: `report:${round}`,
    step: STEP,
    command: reportExamination({
      ...findingsOf(result),
      inAbsentia: result.kind === 'IN_ABSENTIA',
      letters: letters.map(({ letterId }) => artifactIdSchema.parse(letterId)),
    }),
  });
  return done('REPORTED');
};

const isReport = (letterId: string, round: number): boolean =>
  [recordLetterId(round), reportLetterId(round)].includes(letterId);
