import { signDecision } from '../case/commands/closing.ts';
import { storeEvidence } from '../case/commands/evidence.ts';
import type { CaseState } from '../case/state.ts';
import { IllegalTransition } from '../errors.ts';
import { canonicalJson } from '../trail/digest.ts';
import {
  type Decided,
  dismissalLetter,
  PROPOSAL_LETTER,
  proposalLetter,
  sanctionLetter,
} from './letters/decision-letters.ts';
import { deliverySummonsLetter, deliverySummonsLetterId } from './letters/delivery-letters.ts';
import { recordLetter, signedRecordLetterId } from './letters/examination-letters.ts';
import { issueLetter } from './letters/issue-letter.ts';
import { type LetterFacts, type LetterPorts, letterFacts } from './letters/letter-facts.ts';
import { type LetterDraft, printLetter } from './letters/print-letter.ts';
import { mayAppend, mustAppend, requireCase } from './load-case.ts';
import type { FlowCase, FlowResult } from './ports.ts';

export type IssuePorts = LetterPorts;

const STEP = 'IssueDecision';

const decisionLetter = async (ports: IssuePorts, facts: LetterFacts, state: Decided): Promise<LetterDraft> =>
  state.status === 'DISMISSED'
    ? dismissalLetter(ports, facts, state.dismissal)
    : sanctionLetter(ports, facts, state.sanction);

/** Files the decision; what is on record stays: a form that an earlier attempt filed is the one that is signed. */
const fileDecision = async (ports: IssuePorts, facts: LetterFacts, state: Decided): Promise<string> => {
  const letter = await decisionLetter(ports, facts, state);
  for (const document of await printLetter(ports, state, letter)) {
    const { round: _round, ...artifact } = document;
    await mayAppend(ports, {
      caseId: state.caseId,
      commandId: `evidence:${artifact.artifactId}`,
      step: STEP,
      command: storeEvidence({ ...artifact, kind: 'DECISION_RECORD' }),
    });
  }
  return letter.data.letter.number;
};

const sign = async (ports: IssuePorts, state: Decided): Promise<CaseState> => {
  const decisionNumber = await fileDecision(ports, await letterFacts(ports, state), state);
  const { evidence } = await requireCase(ports, state.caseId);
  const documents = evidence
    .filter(({ kind }) => kind === 'DECISION_RECORD')
    .map(({ sha256, size, mediaType }) => ({ sha256, size, mediaType }));
  const content = canonicalJson({ caseNumber: state.caseId, decisionNumber, documents });
  const signature = await ports.signer.sign(content, 'tertib-decision+jws');
  return mustAppend(ports, {
    caseId: state.caseId,
    commandId: 'sign-decision',
    step: STEP,
    command: signDecision({ decisionNumber, documents, signature }),
  });
};

/** The respondent is called to receive a sanction; a dismissal is only told. */
const callToReceive = async (ports: IssuePorts, state: CaseState): Promise<void> => {
  if (state.status !== 'SERVICE') return;
  const facts = await letterFacts(ports, state);
  await issueLetter(ports, state, {
    letterId: deliverySummonsLetterId,
    step: STEP,
    draft: () => deliverySummonsLetter(ports, facts, state),
  });
};

/** What the examinee signed, corrected or refused after the record was written belongs to the file that the decision rests on. */
const completeRecord = async (ports: IssuePorts, state: CaseState): Promise<CaseState> => {
  const held = state.examinations.at(-1);
  const signed = state.recordSignings.some(({ record }) => record === held?.record.sha256);
  if (held === undefined || !signed) return state;
  const facts = await letterFacts(ports, state);
  const letterId = signedRecordLetterId(held.round);
  const draft = () => recordLetter(ports, facts, { held, letterId });
  return issueLetter(ports, state, { letterId, step: STEP, draft });
};

/** Issues the decision as PDF and HTML, files both, signs their hashes, and calls the respondent to receive a sanction. */
export const issueDecisionStep = async (ports: IssuePorts, input: FlowCase): Promise<FlowResult> => {
  const { caseId, agencyId, round } = input;
  const state = await requireCase(ports, caseId);
  const issued: FlowResult = { caseId, agencyId, round, outcome: 'ISSUED' };
  if (state.status === 'SERVICE' || state.status === 'DISMISSED') {
    await completeRecord(ports, state);
    await callToReceive(ports, state.signed === undefined ? await sign(ports, state) : state);
    return issued;
  }
  if (state.status === 'REFERRED') await issueProposal(ports, state);
  else if (state.signed === undefined) throw new IllegalTransition(`IssueDecision in status ${state.status}`);
  return issued;
};

/** A proposal to the President leaves as a letter. */
const issueProposal = async (ports: IssuePorts, state: CaseState): Promise<void> => {
  if (state.status !== 'REFERRED' || !('proposal' in state)) return;
  const { proposal } = state;
  const facts = await letterFacts(ports, state);
  const draft = () => proposalLetter(ports, facts, proposal);
  await issueLetter(ports, state, { letterId: PROPOSAL_LETTER, step: STEP, draft });
};
