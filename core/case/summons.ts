import { refused } from '../refusal.ts';
import { currentDisclosure } from './disclosure.ts';
import type { EventData } from './events.ts';
import type { CaseState, Recorded } from './state.ts';

export type Summons = Recorded<EventData['SummonsIssued']>;
type Team = Recorded<EventData['ExaminingTeamFormed']>;

const ofRound = <T extends { readonly round: number }>(facts: readonly T[], { round }: CaseState): readonly T[] =>
  facts.filter((fact) => fact.round === round);

/**
 * The summons that stands: the newest of the round, unless it was missed, moved, another body examines since, or something else was
 * disclosed than what it calls the respondent to.
 */
export const standingSummons = (state: CaseState): Summons | undefined => {
  const summons = ofRound(state.summonses, state).at(-1);
  if (summons === undefined || summons.disclosureHash !== currentDisclosure(state)?.hash) return undefined;
  const over = [...state.absences, ...state.reschedulings, ...state.teams].some(({ seq }) => seq > summons.seq);
  return over ? undefined : summons;
};

/** The newest summons of the round, whether it still stands or not. */
export const lastSummons = (state: CaseState): Summons | undefined => ofRound(state.summonses, state).at(-1);

/** Summonses of the round that provably arrived and were not followed. */
export const provenAbsences = (state: CaseState) =>
  ofRound(state.absences, state).filter(({ proof }) => proof.manner !== 'NOT_SERVED');

/** First or second summons: one that did not arrive does not count. */
export const nextOrdinal = (state: CaseState): 1 | 2 => (provenAbsences(state).length === 0 ? 1 : 2);

/** How a summons is known to have reached the respondent, where it is. */
export const servedProof = (state: CaseState, { session }: Summons) =>
  ofRound(state.summonsesServed, state).find((served) => served.session === session);

/** The team that examines, formed since triage named the respondent and the case got its track: a panel for ethics is another body. */
export const examiningTeam = (state: CaseState): Team | undefined => {
  const named = state.triages.findLast(({ outcome }) => outcome === 'PROCEED');
  const since = Math.max(named?.seq ?? 0, state.trackChanges.at(-1)?.seq ?? 0);
  return state.teams.findLast(({ seq }) => seq > since);
};

/** What the examination of the round came to: held, or missed for the second time. */
export const examinationResult = (state: CaseState) => {
  const held = ofRound(state.examinations, state).at(-1);
  const missed = ofRound(state.absences, state).findLast(({ final }) => final);
  if (held !== undefined) return { kind: 'HELD', held } as const;
  return missed === undefined ? undefined : ({ kind: 'IN_ABSENTIA', missed } as const);
};

/** The refusal of what presupposes a summons. */
export const noSummons = refused('NO_SUMMONS', 'Tidak ada panggilan yang berlaku.', 'There is no summons that stands.');

/** Whether the record of the round's examination waits for the respondent: neither signed nor refused. */
export const isRecordPending = (state: CaseState): boolean => {
  const held = ofRound(state.examinations, state).at(-1);
  return held?.signing === 'PENDING' && !state.recordSignings.some(({ record }) => record === held.record.sha256);
};
