import { trackOf } from '../case/state.ts';
import { NoEligibleAssignee } from '../errors.ts';
import { chooseAssignee } from './choose-assignee.ts';
import { appealReceiptLetter, appealReceiptLetterId } from './letters/delivery-letters.ts';
import { issueLetter } from './letters/issue-letter.ts';
import { letterFacts } from './letters/letter-facts.ts';
import { requireCase } from './load-case.ts';
import type { FlowCase, FlowResult } from './ports.ts';
import type { ExaminationPorts } from './prepare-examination.ts';
import { remedyAddressee } from './remedy-addressee.ts';

/** Confirms to the respondent that the objection or appeal was received, and says where it goes. */
export const forwardAppealStep = async (ports: ExaminationPorts, input: FlowCase): Promise<FlowResult> => {
  const { caseId, agencyId, round } = input;
  const state = await requireCase(ports, caseId);
  const forwarded: FlowResult = { caseId, agencyId, round, outcome: 'FORWARDED' };
  if (state.status !== 'APPEAL') return forwarded;
  const holder = await chooseAssignee(ports, state, 'appeal');
  if (holder === undefined) throw new NoEligibleAssignee(`${caseId}: nobody may take the appeal`);
  const facts = await letterFacts(ports, state);
  const forwardedTo = remedyAddressee(facts.rules, state, { track: trackOf(state) ?? state.triage.track, holder });
  await issueLetter(ports, state, {
    letterId: appealReceiptLetterId,
    step: 'ForwardAppeal',
    draft: () => appealReceiptLetter(ports, facts, { state, receivedBy: holder.nip, forwardedTo }),
  });
  return forwarded;
};
