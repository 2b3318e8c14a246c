import { localDate, zonedTime } from '../../calendar/zones.ts';
import { examiningTeam, type Summons } from '../../case/summons.ts';
import type { Instant } from '../../time.ts';
import {
  commonOf,
  type LetterFacts,
  type LetterPorts,
  personOf,
  principlesOf,
  provisionsOf,
  referenceTo,
  staffOf,
} from './letter-facts.ts';
import { numberOf } from './number-of.ts';
import type { LetterDraft } from './print-letter.ts';

export const summonsLetterId = (round: number, session: number): string => `letter-summons-${round}-${session}`;

const clockOf = (at: Instant, { agency }: LetterFacts): string => {
  const { hour, minute } = zonedTime(at, agency.zone);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

/** The first summons of the round, which the second one names. */
const previousOf = (facts: LetterFacts, { ordinal, round }: Summons) => {
  const first = facts.state.summonses.find((summons) => summons.round === round && summons.ordinal === 1);
  return ordinal === 1 || first === undefined ? undefined : referenceTo(facts, first.letterId);
};

/** Surat Panggilan I or II (PP 94/2021 Art 26; Peraturan BKN 6/2022, annex), as its event has it. */
export const summonsLetter = async (
  ports: LetterPorts,
  facts: LetterFacts,
  summons: Summons,
): Promise<LetterDraft<'SUMMONS'>> => {
  const { state, agency, respondent } = facts;
  const { ordinal, session, examinationAt, place, mode, disclosureHash } = summons;
  const examiner = await staffOf(ports, state, summons.examiner);
  const disclosed = state.disclosures.find(({ hash }) => hash === disclosureHash);
  const number = await numberOf(ports, facts, { form: 'SUMMONS', ordinal: session, date: summons.issuedOn });
  return {
    form: 'SUMMONS',
    letterId: summons.letterId,
    signedBy: examiner.name,
    data: {
      ...commonOf(facts, number, summons.at),
      ordinal,
      person: personOf(respondent),
      reportTo: personOf(examiner),
      meeting: { date: localDate(examinationAt, agency.zone), time: clockOf(examinationAt, facts), place, mode },
      violations: provisionsOf(facts, disclosed?.charges ?? []),
      principles: principlesOf(facts, disclosed?.principles ?? []),
      previous: previousOf(facts, summons),
      signatory: { ...personOf(examiner), capacity: examiningTeam(state) === undefined ? 'SUPERIOR' : 'CHAIR' },
      disclosureHash,
    },
  };
};
