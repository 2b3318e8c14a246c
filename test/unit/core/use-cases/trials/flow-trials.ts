import { systemActor } from '../../../../../core/case/actor.ts';
import { rowOf } from '../../../../../core/case/row.ts';
import { artifactIdSchema } from '../../../../../core/ids.ts';
import { defaultIntakeLimits } from '../../../../../core/report.ts';
import { captureNotTaken } from '../../../../../core/sweep/capture-not-taken.ts';
import { HOUR, plusMs } from '../../../../../core/time.ts';
import { sha256Hex } from '../../../../../core/trail/digest.ts';
import { attachFile } from '../../../../../core/use-cases/attach-file.ts';
import { captureEvidence } from '../../../../../core/use-cases/capture-evidence.ts';
import { parkCaseStep } from '../../../../../core/use-cases/close-case.ts';
import { collectUploads } from '../../../../../core/use-cases/collect-uploads.ts';
import { recapture } from '../../../../../core/use-cases/recapture.ts';
import { settleScans } from '../../../../../core/use-cases/settle-scans.ts';
import { startCase } from '../../../../../core/use-cases/start-case.ts';
import { SLOW_MARK } from '../../../../support/mark-scanner.ts';
import { Walk } from '../../../../support/memory/walk.ts';
import { pngChunk, pngWith } from '../../../../support/pictures.ts';
import { heavily, lightly, steps } from '../../../../support/sample-report.ts';
import { prepare } from '../crash-points.ts';
import {
  ATTACHED,
  absentia,
  appeal,
  asking,
  attachment,
  decided,
  decision,
  examination,
  execution,
  filed,
  filedAppeal,
  heavyDecision,
  incident,
  lightService,
  merging,
  missedOnce,
  president,
  rejected,
  review,
  service,
  suggested,
  team,
  teamExamination,
  triage,
  unappealed,
  withPage,
  withShownPage,
} from '../worlds.ts';
import { entering, noInput, opening, type World } from './make-trial.ts';

const after =
  (world: World, fields: Record<string, unknown>): World =>
  async () =>
    (await world()).acted(fields);

const beyond = { ...steps.examination, charges: ['3d', '4c'] };
const annulled = { ...steps.appeal, outcome: 'ANNULLED' };
const moral = { ...steps.examination, charges: [], impact: undefined, recommendedSanction: 'M1' };

const ethicsPanel: World = async () => (await triage()).through({ ...steps.triage, track: 'ETHICS' }, steps.review);
const lightlyServed: World = async () => {
  const walk = await (await lightService()).through(lightly.service);
  await walk.lapse('remedy');
  return walk;
};

/** Every state that runs a step by itself, in each way in which it does something else. */
export const stateTrials = [
  entering('PlanCapture', 'of a report with an address', withPage),
  entering('CaptureAll', 'of a page that answers', withPage),
  entering('CaptureAll', 'of a page that a browser shows', withShownPage),
  entering('CaptureAll', 'of a page that does not answer', () => Walk.file(incident(['https://mati.test/']))),
  entering('SuggestPrinciples', 'on a page', withPage),
  entering('AskReporter', 'what triage wants to know', asking),
  entering('MergeReport', 'into another case', merging),
  entering('PrepareExamination', 'with the first summons', after(review, steps.review)),
  entering('PrepareExamination', 'with the second summons', missedOnce),
  entering('PrepareExamination', 'after a team was formed', after(team, heavily.team)),
  entering('PrepareExamination', 'after a panel was formed', after(ethicsPanel, { outcome: 'FORM' })),
  entering(
    'PrepareExamination',
    'on another day',
    after(examination, { outcome: 'RESCHEDULE', examinationOn: '2026-03-13' }),
  ),
  entering('PrepareExamination', 'with a release from duties', after(teamExamination, { outcome: 'RELEASE' })),
  entering('PrepareExamination', 'again, where the decision came back', after(decision, { outcome: 'RETURN' })),
  entering('ReportExamination', 'that was held', after(examination, steps.examination)),
  entering('ReportExamination', 'in absence', absentia),
  entering('ReportExamination', 'with more than was disclosed', after(examination, beyond)),
  entering('ReportExamination', 'of a panel', async () =>
    (await (await ethicsPanel()).through({ outcome: 'FORM' })).acted(moral),
  ),
  entering('IssueDecision', 'on a sanction', decided),
  entering('IssueDecision', 'on a heavy sanction', after(heavyDecision, heavily.decision)),
  entering('IssueDecision', 'on a dismissal by the authority', after(decision, { outcome: 'DISMISS' })),
  entering('IssueDecision', 'on a dismissal at review', after(review, { outcome: 'DISMISS' })),
  entering('IssueDecision', 'on a proposal', after(president, { ...lightly.decision, outcome: 'PROPOSE' })),
  entering('Notify', 'of a sanction', decided),
  entering('Notify', 'of a rejection', rejected),
  entering('Notify', 'of a proposal', after(president, { ...lightly.decision, outcome: 'PROPOSE' })),
  entering('ConfirmService', 'of a decision that was received', after(service, steps.service)),
  entering('ForwardAppeal', 'to whoever decides it', filedAppeal),
  entering('NotifyAppeal', 'that a sanction stands', after(appeal, steps.appeal)),
  entering('NotifyAppeal', 'that a sanction is gone', after(appeal, annulled)),
  entering('TakeEffect', 'of a sanction that nobody objected to', unappealed),
  entering('TakeEffect', 'of a sanction that was upheld', after(appeal, steps.appeal)),
  entering('TakeEffect', 'of a sanction that is over at once', lightlyServed),
  entering('CloseCase', 'after a rejection', rejected),
  entering(
    'CloseCase',
    'after a sanction was served',
    after(async () => (await execution()).at((await (await execution()).openTask()).dueAt), steps.execution),
  ),
  entering('CloseCase', 'after a sanction was annulled', after(appeal, annulled)),
] as const;

export const openingTrials = [
  opening('triage', suggested),
  opening('answer', async () => (await (await asking()).plan()).notify()),
  opening('review', after(triage, steps.triage)),
  opening('team', async () => (await after(review, heavily.review)()).go('FormTeam')),
  opening('examination', async () => (await after(review, steps.review)()).go('Examine')),
  opening('response', async () => (await after(examination, beyond)()).go('AwaitResponse')),
  opening('decision', async () => (await after(examination, steps.examination)()).go('Decide')),
  opening('service', async () => (await decided()).go('Serve')),
  opening('remedy', async () => (await after(service, steps.service)()).go('AwaitRemedy')),
  opening('appeal', async () => (await filedAppeal()).go('Appeal')),
  opening('execution', async () => (await unappealed()).go('Execute')),
] as const;

const FIRST = artifactIdSchema.parse('capture-1-1');
const AGAIN = artifactIdSchema.parse('capture-1-1-again-1');
const askAgain = ({ ports, caseId }: Walk) =>
  recapture(ports, { caseId, artifactId: FIRST, actor: systemActor('Trial') });
const requestedAgain: World = async () => {
  const walk = await suggested(withShownPage());
  await askAgain(walk);
  return walk;
};

/** A picture whose scan takes its time. */
const SLOW_PICTURE = pngWith([pngChunk('tEXt', `Comment\0${SLOW_MARK}`)]);
const addedFile = ({ receiptCode }: Walk) => ({
  receiptCode,
  bytes: SLOW_PICTURE,
  mediaType: 'image/png',
  limits: defaultIntakeLimits,
});

/** What else the flow and the intake call, beside states. */
export const otherTrials = [
  prepare({
    name: 'parkCaseStep',
    world: suggested,
    input: noInput,
    run: async (walk) =>
      parkCaseStep(walk.ports, { ...(await walk.place()), failure: { Error: 'NoEligibleAssignee' } }),
    sameAnswer: true,
  }),
  prepare({
    name: 'attachFile',
    world: suggested,
    input: noInput,
    run: (walk) => attachFile(walk.ports, addedFile(walk)),
    sameAnswer: true,
  }),
  prepare({
    name: 'settleScans, with an answer that came late',
    world: async () => {
      const walk = await suggested();
      await attachFile(walk.ports, addedFile(walk));
      walk.store.scans.set(sha256Hex(SLOW_PICTURE), 'CLEAN');
      return walk;
    },
    input: noInput,
    run: async (walk) => (await settleScans(walk.ports, await walk.state())).evidence.map(({ scan }) => scan?.verdict),
    sameAnswer: true,
  }),
  prepare({
    name: 'collectUploads',
    world: async () => {
      const walk = await suggested(Walk.file({ attachments: [attachment, { ...attachment, fileName: 'dua.png' }] }));
      walk.store.uploads.set(`${walk.caseId}/attachment-1`, ATTACHED);
      walk.store.uploads.set(`${walk.caseId}/attachment-2`, new TextEncoder().encode('sesuatu lain'));
      return walk;
    },
    input: noInput,
    run: async (walk) => (await collectUploads(walk.ports, await walk.state())).evidence.length,
    sameAnswer: true,
  }),
  prepare({
    name: 'startCase',
    world: async () => {
      const walk = await suggested(filed());
      for (const name of walk.store.executions.keys()) walk.store.executions.set(name, 'OVER');
      return walk;
    },
    input: noInput,
    run: async (walk) => startCase(walk.ports, await walk.place()),
    sameAnswer: false,
  }),
  prepare({
    name: 'recapture',
    world: () => suggested(withShownPage()),
    input: noInput,
    run: (walk) => askAgain(walk),
    sameAnswer: true,
  }),
  prepare({
    name: 'captureEvidence: a page that is captured again',
    world: requestedAgain,
    input: noInput,
    run: async (walk) => captureEvidence(walk.ports, { ...(await walk.place()), artifactId: AGAIN }),
    sameAnswer: false,
  }),
  prepare({
    name: 'sweep: a capture that nobody took for a day',
    world: async () => {
      const walk = await requestedAgain();
      return walk.at(plusMs(walk.ports.clock.now(), 25 * HOUR));
    },
    input: noInput,
    run: async (walk) => captureNotTaken(walk.ports, { row: rowOf(await walk.state()), state: await walk.state() }),
    sameAnswer: false,
  }),
] as const;
