import type { StateOf } from '../case/state.ts';
import { NoEligibleAssignee } from '../errors.ts';
import { type AssigneePorts, chooseAssignee } from './choose-assignee.ts';
import {
  appealReceiptLetter,
  appealReceiptLetterId,
  deliveryReceiptLetter,
  deliveryReceiptLetterId,
} from './letters/delivery-letters.ts';
import { issueLetter } from './letters/issue-letter.ts';
import { type LetterPorts, letterFacts } from './letters/letter-facts.ts';
import { requireCase } from './load-case.ts';
import type { FlowCase, FlowResult } from './ports.ts';
import { remedyAddressee } from './remedy-addressee.ts';

/** Letters, and naming who may take an appeal: no task is opened here. */
export type ReceiptPorts = LetterPorts & AssigneePorts;

const confirmDelivery = async (
  ports: ReceiptPorts,
  state: StateOf<'APPEAL_WINDOW'> | StateOf<'APPEAL'>,
): Promise<void> => {
  const facts = await letterFacts(ports, state);
  const draft = () => deliveryReceiptLetter(ports, facts, state);
  await issueLetter(ports, state, { letterId: deliveryReceiptLetterId, step: 'ForwardAppeal', draft });
};

const confirmAppeal = async (ports: ReceiptPorts, state: StateOf<'APPEAL'>): Promise<void> => {
  const holder = await chooseAssignee(ports, state, 'appeal');
  if (holder === undefined) throw new NoEligibleAssignee(`${state.caseId}: nobody may take the appeal`);
  const facts = await letterFacts(ports, state);
  const forwardedTo = await remedyAddressee(ports, facts.rules, { state, holder });
  await issueLetter(ports, state, {
    letterId: appealReceiptLetterId,
    step: 'ForwardAppeal',
    draft: () => appealReceiptLetter(ports, facts, { state, receivedBy: holder.nip, forwardedTo }),
  });
};

/** Gives receipts: for the decision that was delivered, and for the objection or appeal that was filed, saying where it goes. */
export const forwardAppealStep = async (ports: ReceiptPorts, input: FlowCase): Promise<FlowResult> => {
  const { caseId, agencyId, round } = input;
  const state = await requireCase(ports, caseId);
  if (state.status === 'APPEAL_WINDOW') await confirmDelivery(ports, state);
  if (state.status === 'APPEAL') await confirmAppeal(ports, state);
  return { caseId, agencyId, round, outcome: 'CONFIRMED' };
};
