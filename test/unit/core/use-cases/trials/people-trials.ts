import { sweep } from '../../../../../core/sweep/sweep.ts';
import { addMessage } from '../../../../../core/use-cases/follow-report.ts';
import { recordOpening } from '../../../../../core/use-cases/respondent/record-opening.ts';
import { linkSecret } from '../../../../../core/use-cases/task-link.ts';
import { liveTask } from '../../../../../core/use-cases/visit-link.ts';
import type { Walk } from '../../../../support/memory/walk.ts';
import { heavily, lightly, steps } from '../../../../support/sample-report.ts';
import { prepare } from '../crash-points.ts';
import {
  appeal,
  answering as asked,
  choose,
  dayOff,
  decision,
  examination,
  execution,
  heavyDecision,
  lightDecision,
  missable,
  namingTheHead,
  outsider,
  president,
  remedy,
  review,
  secondMissable,
  service,
  team,
  teamExamination,
  triage,
  twoReports,
} from '../worlds.ts';
import { acting, answering, noInput, ringing, type World } from './make-trial.ts';

const file = (text: string) => ({ bytes: new TextEncoder().encode(text), mediaType: 'text/plain' });
const answer = { statement: 'Akun itu bukan milik saya.', witnesses: 'Rekan Satu' };
const absent = { outcome: 'ABSENT', serviceMethod: 'HANDED_OVER', impact: 'AGENCY' };
const served: World = async () => {
  const walk = await execution();
  return walk.at((await walk.openTask()).dueAt);
};

/** Every act of an official, by kind of task and outcome. */
export const actTrials = [
  acting('triage', '', triage, steps.triage),
  acting('triage', '', triage, { outcome: 'ASK_REPORTER' }),
  acting('triage', '', triage, { outcome: 'REJECT' }),
  acting('triage', '', triage, { outcome: 'REFER' }),
  acting('triage', 'into another case', async () => (await twoReports()).walk, {
    outcome: 'MERGE',
    caseNumber: (await twoReports()).into,
  }),
  acting('triage', 'naming someone above the officer', outsider, namingTheHead),
  acting('review', '', review, steps.review),
  acting('review', '', review, { outcome: 'DISMISS' }),
  acting('review', '', review, { outcome: 'MORE_EVIDENCE' }),
  acting('review', '', review, { outcome: 'CHANGE_TRACK', track: 'ETHICS' }),
  acting('review', '', review, { outcome: 'RECUSE' }),
  acting('team', 'as proposed', team, { outcome: 'FORM' }),
  acting('team', '', team, { outcome: 'DECLINE' }),
  acting('examination', '', examination, steps.examination),
  acting('examination', 'of a team', teamExamination, heavily.examination),
  acting('examination', 'the first time', missable, { ...absent, servedOn: '2026-03-03' }),
  acting('examination', 'the second time', secondMissable, { ...absent, servedOn: '2026-03-12' }),
  acting('examination', '', examination, { outcome: 'RESCHEDULE', examinationOn: '2026-03-13' }),
  acting('examination', '', examination, { outcome: 'RELEASE' }),
  acting('examination', '', examination, { outcome: 'CHANGE_TRACK', track: 'ETHICS' }),
  acting('examination', '', examination, { outcome: 'REQUEST_TEAM' }),
  acting('examination', '', examination, { outcome: 'RETURN_FOR_EVIDENCE' }),
  acting('examination', '', examination, { outcome: 'RECUSE' }),
  acting('decision', '', decision, steps.decision),
  acting('decision', 'that is heavy', heavyDecision, heavily.decision),
  acting('decision', '', decision, { outcome: 'DISMISS' }),
  acting('decision', '', decision, { outcome: 'RETURN' }),
  acting('decision', 'to the President', president, { ...lightly.decision, outcome: 'PROPOSE' }),
  acting('decision', '', lightDecision, { outcome: 'FORWARD' }),
  acting('decision', '', lightDecision, { outcome: 'RECUSE' }),
  acting('service', '', service, steps.service),
  acting('service', '', service, { outcome: 'REFUSED_TO_SIGN' }),
  acting('service', '', service, { outcome: 'DISPATCHED' }),
  acting('appeal', '', appeal, steps.appeal),
  acting('appeal', '', appeal, { ...steps.appeal, outcome: 'CHANGED', sanctionCode: 'S2' }),
  acting('appeal', '', appeal, { ...steps.appeal, outcome: 'ANNULLED' }),
  acting('execution', '', served, steps.execution),
] as const;

/** Every act of the respondent. */
export const ownTrials = [
  answering('response', examination, { ...answer, outcome: 'ANSWER' }, [file('satu'), file('dua')]),
  answering('response', examination, { ...answer, outcome: 'FINISH' }, [file('satu')]),
  answering('response', decision, { outcome: 'SIGN_RECORD' }),
  answering('response', decision, { outcome: 'REFUSE_RECORD', corrections: 'Nama saya salah ditulis.' }),
  answering('remedy', remedy, { outcome: 'FILE', grounds: 'Saya keberatan.' }, [file('satu')]),
] as const;

export const bellTrials = [
  ringing('a reminder', review, { kind: 'review', bell: 'task-remind' }),
  ringing('a silent superior', review, { kind: 'review', bell: 'task-due' }),
  ringing('a silent triage officer', triage, { kind: 'triage', bell: 'task-due' }),
  ringing('a silent authority', decision, { kind: 'decision', bell: 'task-due' }),
  ringing('a silent reporter', asked, { kind: 'answer', bell: 'task-due' }),
  ringing('a silent examiner', examination, { kind: 'examination', bell: 'task-due' }),
  ringing('a decision that nobody delivers', service, { kind: 'service', bell: 'task-due' }),
  ringing('a remedy that nobody decides', appeal, { kind: 'appeal', bell: 'task-due' }),
  ringing('the end of a sanction, foreseen', execution, { kind: 'execution', bell: 'task-remind' }),
  ringing('the end of a sanction that nobody records', execution, { kind: 'execution', bell: 'task-due' }),
  ringing('a respondent who is reminded', examination, { kind: 'response', bell: 'task-remind' }),
  ringing('a respondent who does not answer', examination, { kind: 'response', bell: 'task-due' }),
  ringing('a respondent who does not object', remedy, { kind: 'remedy', bell: 'task-due' }),
] as const;

const respondentsLink = async (walk: Walk) => {
  const { taskId } = await walk.taskOf('response');
  const live = await liveTask(walk.ports, { taskId, secret: await linkSecret(walk.ports, taskId) });
  if (live === undefined) throw new Error('the link does not live');
  return live;
};

/** A day off was added after both the examiner and the respondent got their time. */
const withDayOff: World = async () => choose(await examination(), { daysOff: [dayOff('2026-03-05')] });

export const sideTrials = [
  prepare({
    name: 'addMessage answering a question',
    world: asked,
    input: noInput,
    run: ({ ports, receiptCode }) => addMessage(ports, { receiptCode, text: 'Saya melihatnya sendiri.' }),
    sameAnswer: true,
  }),
  prepare({
    name: 'recordOpening of a page where a summons waits',
    world: examination,
    input: noInput,
    run: async (walk) => recordOpening(walk.ports, await respondentsLink(walk)),
    sameAnswer: false,
  }),
  prepare({
    name: 'the sweep itself, where deadlines have moved',
    world: withDayOff,
    input: noInput,
    run: ({ ports }) => sweep(ports, { minAgeMs: 0, maxCases: 100 }),
    sameAnswer: false,
  }),
] as const;
