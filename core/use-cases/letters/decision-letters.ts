import { localDate } from '../../calendar/zones.ts';
import { currentDisclosure } from '../../case/disclosure.ts';
import type { Dismissal, Proposal, Sanction, StateOf } from '../../case/state.ts';
import { trackOf } from '../../case/state.ts';
import { NotFound } from '../../errors.ts';
import type { DecisionData, SanctionLetterData } from '../../letters/letter-data.ts';
import { type SanctionForm, sanctionLetterForm } from '../../letters/letter-forms.ts';
import { reportLetterId } from './examination-letters.ts';
import {
  commonOf,
  type LetterFacts,
  type LetterPorts,
  personOf,
  principlesOf,
  provisionsOf,
  referenceTo,
  sanctionNameOf,
  staffOf,
} from './letter-facts.ts';
import { numberOf } from './number-of.ts';
import type { LetterDraft } from './print-letter.ts';

export type Decided = StateOf<'SERVICE'> | StateOf<'DISMISSED'>;

export const DECISION_LETTER = 'decision-record';

const examinationOf = (facts: LetterFacts, round: number): DecisionData['examination'] => {
  const { state } = facts;
  const report = state.reports.findLast((reported) => reported.round === round);
  if (report === undefined) return { attendance: 'NONE' };
  const reference = referenceTo(facts, reportLetterId(round));
  const summonses = state.summonses
    .filter((summons) => summons.round === round)
    .flatMap((summons) => referenceTo(facts, summons.letterId) ?? []);
  return {
    attendance: report.inAbsentia ? 'ABSENT' : 'HELD',
    ...(reference === undefined ? {} : { report: reference }),
    summonses,
  };
};

const withoutStop = (text: string): string => text.trim().replace(/[.;,\s]+$/, '');

/** What the decision considers: the acts that the report found, then why the official decides so. */
const considered = ({ state }: LetterFacts, { round, reason }: Sanction | Dismissal): string => {
  const report = state.reports.findLast((reported) => reported.round === round);
  return report === undefined ? reason : `${withoutStop(report.findings)}; ${reason}`;
};

const decisionData = async (
  ports: LetterPorts,
  facts: LetterFacts,
  { finding, number }: { finding: Sanction | Dismissal; number: string },
): Promise<DecisionData> => {
  const { state, respondent } = facts;
  const { actor, round } = finding;
  if (actor.kind !== 'official') throw new NotFound(`no deciding official of ${state.caseId}`);
  return {
    ...commonOf(facts, number, finding.at),
    authority: personOf(await staffOf(ports, state, actor.nip)),
    respondent: personOf(respondent),
    incident: { date: state.report.occurredOn },
    examination: examinationOf(facts, round),
    decision: {
      reason: considered(facts, finding),
      disclosureHash: 'disclosureHash' in finding ? finding.disclosureHash : finding.contentHash,
    },
  };
};

/** Keputusan penghentian: not proven. */
export const dismissalLetter = async (
  ports: LetterPorts,
  facts: LetterFacts,
  dismissal: Dismissal,
): Promise<LetterDraft<'DISMISSAL'>> => {
  const date = localDate(dismissal.at, facts.agency.zone);
  const number = await numberOf(ports, facts, { form: 'DISMISSAL', date });
  const data = await decisionData(ports, facts, { finding: dismissal, number });
  return { form: 'DISMISSAL', letterId: DECISION_LETTER, signedBy: data.authority.name, data };
};

const mannerOf = ({ rules }: LetterFacts, sanction: Sanction): Pick<SanctionLetterData, 'manner'> =>
  sanction.level === 'MODERATE'
    ? {
        manner: rules.configuration.moderateSanctionForm.value === 'PP53_SUBSTITUTE' ? 'TRANSITION' : 'ALLOWANCE_CUT',
      }
    : {};

/** The decision on a sanction, in the form of its code; a PPPK one names the agency's own rule. */
export const sanctionLetter = async (
  ports: LetterPorts,
  facts: LetterFacts,
  sanction: Sanction,
): Promise<LetterDraft<SanctionForm>> => {
  const { state, rules, agency } = facts;
  const track = trackOf(state) ?? 'DISCIPLINE_PNS';
  const { positionClass } = facts.respondent;
  const form = sanctionLetterForm(sanction.sanctionCode, { track, positionClass });
  const number = await numberOf(ports, facts, { form, date: localDate(sanction.at, agency.zone) });
  const data: SanctionLetterData = {
    ...(await decisionData(ports, facts, { finding: sanction, number })),
    sanction: sanctionNameOf(facts, sanction.sanctionCode),
    violations: provisionsOf(facts, sanction.provisions),
    principles: principlesOf(facts, sanction.principles ?? currentDisclosure(state)?.principles ?? []),
    ...mannerOf(facts, sanction),
  };
  const common = { letterId: DECISION_LETTER, signedBy: data.authority.name };
  if (form !== 'SANCTION_PPPK') return { form, ...common, data };
  const agencyRule = rules.pppkSanctions.at(-1)?.citations[0]?.text ?? 'Peraturan disiplin PPPK instansi';
  return { form, ...common, data: { ...data, agencyRule } };
};

export const PROPOSAL_LETTER = 'letter-proposal';

/** Usul penjatuhan hukuman to the President. */
export const proposalLetter = async (
  ports: LetterPorts,
  facts: LetterFacts,
  proposal: Proposal,
): Promise<LetterDraft<'PROPOSAL'>> => {
  const { state, agency, respondent } = facts;
  const { actor } = proposal;
  if (actor.kind !== 'official') throw new NotFound(`no proposing official of ${state.caseId}`);
  const proposer = personOf(await staffOf(ports, state, actor.nip));
  const number = await numberOf(ports, facts, { form: 'PROPOSAL', date: localDate(proposal.at, agency.zone) });
  const report = referenceTo(facts, reportLetterId(proposal.round));
  return {
    form: 'PROPOSAL',
    letterId: PROPOSAL_LETTER,
    signedBy: proposer.name,
    data: {
      ...commonOf(facts, number, proposal.at),
      to: 'Presiden Republik Indonesia',
      proposer,
      respondent: personOf(respondent),
      incident: { date: state.report.occurredOn },
      violations: provisionsOf(facts, proposal.provisions),
      sanction: sanctionNameOf(facts, proposal.sanctionCode),
      ...(report === undefined ? {} : { report }),
      reason: proposal.reason,
      attachments: report === undefined ? [] : [`Laporan Hasil Pemeriksaan nomor ${report.number}`],
      disclosureHash: proposal.disclosureHash,
    },
  };
};
