import { expireTask } from '../../../core/case/commands/tasks.ts';
import type { Command } from '../../../core/case/decision.ts';
import { beyondDisclosure, currentDisclosure, wasHeard } from '../../../core/case/disclosure.ts';
import { type CaseState, type OpenTask, trackOf } from '../../../core/case/state.ts';
import { examinationResult, standingSummons } from '../../../core/case/summons.ts';
import { isBefore } from '../../../core/time.ts';
import { close, complete, effect, file, judge, sanction, serve, sign } from './decision-moves.ts';
import {
  answerDisclosure,
  decline,
  form,
  freeze,
  freezeMore,
  hold,
  miss,
  reporting,
  summon,
} from './examination-moves.ts';
import { answer, opening, plan, reviewProceeds, suggest, triageProceeds } from './intake-moves.ts';
import { type Make, type Moment, oneOf, periodFrom } from './move.ts';

/** The respondent lets the time pass: whatever the clock says, it is over. */
const silence: Make = (seen, { now }) => {
  const task = seen.respondentTask;
  if (task === undefined) throw new RangeError('nobody is asked');
  return expireTask(task.taskId, isBefore(now, task.dueAt) ? task.dueAt : now, periodFrom(now));
};

/** What the holder of the open task does with it, in an ordinary case. */
const byHolder = (seen: CaseState, { kind }: OpenTask, { variant }: Moment): Make => {
  switch (kind) {
    case 'answer':
      return answer;
    case 'triage':
      return triageProceeds;
    case 'review':
      return reviewProceeds;
    case 'team':
      return oneOf([form, decline], variant);
    case 'examination':
      return standingSummons(seen) === undefined ? hold : oneOf([hold, miss], variant);
    case 'decision':
      return sanction;
    case 'service':
      return serve;
    case 'appeal':
      return judge;
    case 'execution':
      return complete;
    case 'response':
      return oneOf([answerDisclosure, silence], variant);
    case 'remedy':
      return oneOf([file, silence], variant);
    default:
      return kind satisfies never;
  }
};

/** Whether what the respondent was told is what they are held to: the track, and whatever was found. */
const toldAll = (seen: CaseState): boolean => {
  const disclosed = currentDisclosure(seen);
  const found = seen.examinations.findLast(({ round }) => round === seen.round)?.charges ?? [];
  return (
    disclosed !== undefined &&
    disclosed.track === trackOf(seen) &&
    beyondDisclosure(disclosed, { charges: found, principles: [] }).length === 0
  );
};

/** A team was asked for, and neither formed nor declined since. */
const waitsForTeam = ({ teamRequests, teams, teamsDeclined }: CaseState): boolean => {
  const asked = teamRequests.at(-1)?.seq ?? 0;
  return asked > 0 && [...teams, ...teamsDeclined].every(({ seq }) => seq < asked);
};

const inExamination = (seen: CaseState, moment: Moment): Make => {
  const isOver = examinationResult(seen) !== undefined;
  if (!toldAll(seen)) return isOver ? freezeMore : freeze;
  if (isOver && wasHeard(seen)) return reporting;
  if (isOver)
    return seen.respondentTask === undefined ? opening('response') : byHolder(seen, seen.respondentTask, moment);
  if (waitsForTeam(seen)) return opening('team');
  if (standingSummons(seen) === undefined) return summon;
  const asksFirst = seen.respondentTask === undefined && moment.variant % 2 === 0;
  return asksFirst ? opening('response') : opening('examination');
};

const inRemedy = (seen: CaseState, moment: Moment): Make => {
  if (seen.respondentTask !== undefined) return byHolder(seen, seen.respondentTask, moment);
  return seen.endedTasks.some(({ kind, round }) => kind === 'remedy' && round === seen.round)
    ? effect
    : opening('remedy');
};

const inAppeal = ({ appealDecisions }: CaseState): Make => {
  const decided = appealDecisions.at(-1);
  if (decided === undefined) return opening('appeal');
  return decided.outcome === 'ANNULLED' ? close : effect;
};

/** What the system does where no official is asked. */
const bySystem = (seen: CaseState, moment: Moment): Make => {
  switch (seen.status) {
    case 'RECEIVED':
      return plan;
    case 'CAPTURING':
      return suggest;
    case 'TRIAGE':
      return opening('triage');
    case 'REVIEW':
      return opening('review');
    case 'EXAMINATION':
      return inExamination(seen, moment);
    case 'DECISION':
      return opening('decision');
    case 'SERVICE':
      return seen.signed === undefined ? sign : opening('service');
    case 'APPEAL_WINDOW':
      return inRemedy(seen, moment);
    case 'APPEAL':
      return inAppeal(seen);
    case 'EFFECTIVE':
      return seen.effect.endsOn !== undefined && seen.executions.length === 0 ? opening('execution') : close;
    case 'CLOSED':
    case 'DISMISSED':
    case 'REJECTED':
    case 'REFERRED':
    case 'MERGED':
      return close;
    default:
      return seen satisfies never;
  }
};

/** The next ordinary thing in the life of a case, from wherever it stands. */
export const onward = (seen: CaseState, moment: Moment): Command =>
  (seen.openTask === undefined ? bySystem(seen, moment) : byHolder(seen, seen.openTask, moment))(seen, moment);
