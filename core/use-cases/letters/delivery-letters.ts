import { localDate } from '../../calendar/zones.ts';
import type { Served, StateOf } from '../../case/state.ts';
import { NotFound } from '../../errors.ts';
import type { Nip } from '../../ids.ts';
import type { DecisionReference } from '../../letters/letter-data.ts';
import { countedFrom } from '../office-calendar.ts';
import { commonOf, type LetterFacts, type LetterPorts, personOf, sanctionNameOf, staffOf } from './letter-facts.ts';
import { numberOf } from './number-of.ts';
import type { LetterDraft } from './print-letter.ts';

type Sanctioned = StateOf<'SERVICE'> | StateOf<'APPEAL_WINDOW'> | StateOf<'APPEAL'>;

export const deliverySummonsLetterId = 'letter-delivery-summons';
export const deliveryReceiptLetterId = 'letter-delivery-receipt';
export const appealReceiptLetterId = 'letter-appeal-receipt';

const officialIn = ({ actor }: Pick<Served, 'actor'>, caseId: string): Nip => {
  if (actor.kind !== 'official') throw new NotFound(`no official acted on ${caseId}`);
  return actor.nip;
};

/** The decision as other letters refer to it. */
const decisionReference = (facts: LetterFacts, state: Sanctioned): DecisionReference => {
  const { name } = sanctionNameOf(facts, state.sanction.sanctionCode);
  return {
    number: state.signed?.decisionNumber ?? state.caseId,
    date: localDate(state.sanction.at, facts.agency.zone),
    subject: state.sanction.level === 'MORAL' ? `sanksi moral ${name}` : `hukuman disiplin ${name}`,
  };
};

/** Surat Panggilan untuk Menerima Keputusan: within the time to deliver, at the office of whoever decided. */
export const deliverySummonsLetter = async (
  ports: LetterPorts,
  facts: LetterFacts,
  state: StateOf<'SERVICE'>,
): Promise<LetterDraft<'DELIVERY_SUMMONS'>> => {
  const { agency, rules, respondent } = facts;
  const authority = personOf(await staffOf(ports, state, officialIn(state.sanction, state.caseId)));
  const date = localDate(state.sanction.at, agency.zone);
  const number = await numberOf(ports, facts, { form: 'DELIVERY_SUMMONS', date });
  const last = countedFrom(rules, { agency, unit: authority.unit, name: 'delivery', from: date });
  return {
    form: 'DELIVERY_SUMMONS',
    letterId: deliverySummonsLetterId,
    signedBy: authority.name,
    data: {
      ...commonOf(facts, number, state.sanction.at),
      person: personOf(respondent),
      reportTo: authority,
      meeting: { date: last.date, time: '09:00', place: authority.unit, mode: 'IN_PERSON' },
      decision: decisionReference(facts, state),
      signatory: { ...authority, capacity: 'OFFICIAL' },
    },
  };
};

/** Tanda terima: that, how and when the decision was received, and what starts with it. */
export const deliveryReceiptLetter = async (
  ports: LetterPorts,
  facts: LetterFacts,
  state: StateOf<'APPEAL_WINDOW'> | StateOf<'APPEAL'>,
): Promise<LetterDraft<'DELIVERY_RECEIPT'>> => {
  const { agency, respondent } = facts;
  const { served } = state;
  const deliveredBy = personOf(await staffOf(ports, state, officialIn(served, state.caseId)));
  const number = await numberOf(ports, facts, { form: 'DELIVERY_RECEIPT', date: localDate(served.at, agency.zone) });
  const { receivedOn, method, outcome, effectiveOn, remedy } = served;
  return {
    form: 'DELIVERY_RECEIPT',
    letterId: deliveryReceiptLetterId,
    signedBy: deliveredBy.name,
    data: {
      ...commonOf(facts, number, served.at),
      recipient: personOf(respondent),
      deliveredBy,
      decision: decisionReference(facts, state),
      receivedOn,
      method,
      outcome,
      effectiveOn,
      remedy: { route: remedy.route, ...(remedy.until === undefined ? {} : { until: remedy.until }) },
    },
  };
};

/** Tanda terima of an objection or appeal, and where it goes. */
export const appealReceiptLetter = async (
  ports: LetterPorts,
  facts: LetterFacts,
  { state, receivedBy, forwardedTo }: { state: StateOf<'APPEAL'>; receivedBy: Nip; forwardedTo: string },
): Promise<LetterDraft<'APPEAL_RECEIPT'>> => {
  const { agency, respondent } = facts;
  const { appeal, served } = state;
  const receiver = personOf(await staffOf(ports, state, receivedBy));
  const number = await numberOf(ports, facts, { form: 'APPEAL_RECEIPT', date: localDate(appeal.at, agency.zone) });
  return {
    form: 'APPEAL_RECEIPT',
    letterId: appealReceiptLetterId,
    signedBy: receiver.name,
    data: {
      ...commonOf(facts, number, appeal.at),
      appellant: personOf(respondent),
      route: appeal.route,
      filedOn: appeal.filedOn,
      decision: decisionReference(facts, state),
      receivedOn: served.receivedOn,
      forwardedTo,
      attachments: appeal.artifacts.map(({ artifactId, sha256 }) => `${artifactId} (SHA-256 ${sha256})`),
      receivedBy: receiver,
    },
  };
};
