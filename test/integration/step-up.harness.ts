import { agencySettingsSchema } from '../../core/rules/agency-settings.ts';
import type { StepUpSettings } from '../../core/step-up/settings.ts';
import { timeStep, totpCode } from '../../core/step-up/totp.ts';
import { epochOf, plusMs } from '../../core/time.ts';
import type { Walk } from '../support/memory/walk.ts';
import { steps } from '../support/sample-report.ts';
import { called, held, lastCode, onTheDay, pathOf, prove, signedIn, visitor } from './respondent-pages.harness.ts';
import { type Answer, type Browser, hiddenIn } from './task-pages.harness.ts';

export const REASON = 'Bukti sudah dibaca dan cukup beralasan.';

/** From now on the agency asks for step-up. */
export const asking = (walk: Walk, stepUp: Partial<StepUpSettings>): Walk => {
  const settings = agencySettingsSchema.parse({ agencyId: 'uji', stepUp });
  walk.store.settings.set('uji', settings);
  return walk;
};

const reported = async (): Promise<Walk> => {
  const walk = await called();
  return (await onTheDay(walk)).through({ ...held, ...steps.examination, signing: 'SIGNED' });
};
let waiting: Promise<Walk> | undefined;

/** A case that waits for its decision, in a world of its own, in an agency that asks whoever decides for step-up. */
export const toDecide = async (stepUp: Partial<StepUpSettings> = {}): Promise<Walk> => {
  waiting ??= reported();
  return asking((await waiting).copy(), { decision: 'REQUIRED', ...stepUp });
};

export interface AtStep {
  readonly walk: Walk;
  readonly link: string;
  readonly person: Browser;
  readonly page: Answer;
}

/** Behind the mailed link of the open task, in a browser that proved the mailbox. */
export const atStep = async (walk: Walk): Promise<AtStep> => {
  const link = await pathOf(walk, (await walk.openTask()).taskId);
  const person = visitor(walk);
  return { walk, link, person, page: await prove(walk, person, link) };
};

/** The same in a session of the console; sessions that begin at one moment are one, to the seal of this world. */
export const atConsoleStep = async (walk: Walk): Promise<AtStep> => {
  walk.at(plusMs(walk.store.now, 1));
  const { taskId, assignee } = await walk.openTask();
  const link = `/konsol/tugas/${taskId}`;
  const person = await signedIn(walk, 'ppk', assignee.kind === 'official' ? assignee.nip : '');
  return { walk, link, person, page: await person.get(link) };
};

export const secretOn = ({ body }: Answer): string => /data-totp-secret="([A-Z2-7]+)"/.exec(body)?.[1] ?? '';

const unescaped = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** What the page would hand to the browser's passkey interface. */
export const passkeyOptions = ({ body }: Answer): unknown =>
  JSON.parse(unescaped(/data-passkey="([^"]*)"/.exec(body)?.[1] ?? 'null'));

/** The code of an app with this secret, now or some steps away. */
export const codeAt = ({ store }: Walk, secret: string, steps = 0): string =>
  totpCode(secret, timeStep(epochOf(store.now)) + steps);

/** Half a minute and more passes. */
export const nextStep = (walk: Walk, steps = 1): Walk => walk.at(plusMs(walk.store.now, steps * 30_000));

/** Posts the form of step-up. */
export const answerStep = (at: Pick<AtStep, 'person' | 'link'>, page: Answer, fields: Record<string, string>) =>
  at.person.post(at.link, { ...hiddenIn(page), ...fields });

/** Enrols the code app that the page offers; the secret. */
export const enrolApp = async (at: AtStep): Promise<string> => {
  const secret = secretOn(at.page);
  const answer = await answerStep(at, at.page, { code: codeAt(at.walk, secret) });
  if (answer.status !== 303) throw new Error(`not enrolled: ${answer.status}`);
  return secret;
};

export const decision = {
  outcome: 'SANCTION',
  sanctionCode: 'S1',
  impact: 'AGENCY',
  provisions: ['3d'],
  reason: REASON,
};

export const typesOf = async (walk: Walk): Promise<string[]> =>
  (await walk.ports.trail.read(walk.caseId)).map(({ type }) => type);

export { lastCode };
