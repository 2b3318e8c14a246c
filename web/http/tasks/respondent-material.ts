import * as z from 'zod';
import { CalendarNotCovered, workingDaysBetween } from '../../../core/calendar/working-days.ts';
import { localDate } from '../../../core/calendar/zones.ts';
import type { Artifact } from '../../../core/case/events.ts';
import { type CaseState, trackOf } from '../../../core/case/state.ts';
import { lastSummons } from '../../../core/case/summons.ts';
import type { Agency } from '../../../core/directory/staff.ts';
import { MalformedItem, NotFound } from '../../../core/errors.ts';
import { type Remedy, remedyFor } from '../../../core/rules/remedy-rules.ts';
import type { RuleBook } from '../../../core/rules/rule-book.ts';
import type { LocalDate } from '../../../core/time.ts';
import { agencyRules } from '../../../core/use-cases/agency-rules.ts';
import { type RecordText, readRecord } from '../../../core/use-cases/examination-texts.ts';
import { officeCalendar } from '../../../core/use-cases/office-calendar.ts';
import { startOf } from '../../../core/use-cases/period-of.ts';
import type { Ports } from '../../../core/use-cases/ports.ts';
import { taskDeadline } from '../../../core/use-cases/task-period.ts';
import type { LiveTask } from '../../../core/use-cases/visit-link.ts';
import type { OwnText, RespondentMaterial, TimeLeft } from '../../views/respondent-material.ts';

export type RespondentMaterialPorts = Pick<Ports, 'directory' | 'evidence' | 'rules' | 'clock'>;

const writtenText = z.record(z.string(), z.string().nullable());

const isJson = ({ mediaType }: Artifact): boolean => mediaType.startsWith('application/json');

/** A filed answer is data; corrections are the text itself. */
const textOf = (artifact: Artifact, bytes: Uint8Array): OwnText => {
  const text = new TextDecoder().decode(bytes);
  if (!isJson(artifact)) return { corrections: text };
  const written = writtenText.parse(JSON.parse(text));
  return Object.fromEntries(Object.entries(written).flatMap(([part, said]) => (said === null ? [] : [[part, said]])));
};

const ownTexts = async ({ evidence }: RespondentMaterialPorts, state: CaseState) => {
  const artifacts = [
    ...state.statements.flatMap((statement) => statement.artifacts),
    ...state.recordSignings.flatMap(({ corrections }) => corrections ?? []),
    ...state.appeals.flatMap((appeal) => appeal.artifacts),
  ].filter(({ kind }) => kind === 'STATEMENT' || kind === 'APPEAL');
  const texts = new Map<Artifact['sha256'], OwnText>();
  for (const artifact of artifacts) {
    const bytes = await evidence.get(artifact.sha256);
    if (bytes !== undefined) texts.set(artifact.sha256, textOf(artifact, bytes));
  }
  return texts;
};

/** The newest record, as long as it can be read. */
const recordText = async (ports: RespondentMaterialPorts, state: CaseState): Promise<RecordText | undefined> => {
  const held = state.examinations.findLast(({ round }) => round === state.round);
  if (held === undefined) return undefined;
  try {
    return await readRecord(ports, held.record.sha256);
  } catch (error) {
    if (error instanceof MalformedItem) return undefined;
    throw error;
  }
};

/** Beyond the years whose days off are loaded nothing is counted, and nothing is said. */
const counted = <T>(count: () => T): T | null => {
  try {
    return count();
  } catch (error) {
    if (error instanceof CalendarNotCovered) return null;
    throw error;
  }
};

/** The day that what the respondent may do ends on: that of the remedy, else that of the task. */
const lastDay = ({ state, task }: LiveTask, { zone }: Agency): LocalDate =>
  (state.status === 'APPEAL_WINDOW' ? state.served.remedy.until : undefined) ?? localDate(task.dueAt, zone);

const timeLeft = (
  { state, task, official }: LiveTask,
  { rules, agency, now }: Pick<RespondentMaterial, 'rules' | 'agency' | 'now'>,
  last: LocalDate,
): TimeLeft => {
  const { kind, periodFrom } = task;
  const calendar = () => officeCalendar(rules, agency, official.unit);
  const from = startOf(state, kind, agency, periodFrom);
  const period = counted(() => taskDeadline(rules, agency, { kind, from, now, unit: official.unit }));
  return {
    workingDays: counted(() => Math.max(0, workingDaysBetween(localDate(now, agency.zone), last, calendar()))),
    // A deadline that was moved, or promised under other rules, is not the one that this count explains.
    derivation: period?.dueAt === task.dueAt ? period.derivation : null,
  };
};

const openRemedy = async (
  { directory }: RespondentMaterialPorts,
  { state, official }: LiveTask,
  { rules, agency }: { rules: RuleBook; agency: Agency },
): Promise<Remedy | undefined> => {
  if (state.status !== 'APPEAL_WINDOW') return undefined;
  const { actor, sanctionCode, at } = state.sanction;
  const decider = actor.kind === 'official' ? await directory.staff(state.agencyId, actor.nip) : undefined;
  return remedyFor(rules, {
    sanctionCode,
    track: trackOf(state) ?? state.triage.track,
    employment: official.employment,
    decidedBy: decider?.roles.includes('ppk') ? 'PPK' : 'OFFICIAL',
    date: localDate(at, agency.zone),
  });
};

/**
 * Reads what a page of the respondent shows beside the state: never the report, and no bytes of evidence.
 * @throws NotFound where the agency is not in the directory
 */
export const respondentMaterial = async (
  ports: RespondentMaterialPorts,
  live: LiveTask,
): Promise<RespondentMaterial> => {
  const { state, task, official } = live;
  const agency = await ports.directory.agency(state.agencyId);
  if (agency === undefined) throw new NotFound(`agency ${state.agencyId} is not in the directory`);
  const rules = await agencyRules(ports, state.agencyId);
  const now = ports.clock.now();
  const examiner = lastSummons(state)?.examiner;
  return {
    state,
    task,
    agency,
    rules,
    respondent: official,
    examiner: examiner === undefined ? undefined : await ports.directory.staff(state.agencyId, examiner),
    ownTexts: await ownTexts(ports, state),
    record: await recordText(ports, state),
    timeLeft: timeLeft(live, { rules, agency, now }, lastDay(live, agency)),
    remedy: await openRemedy(ports, live, { rules, agency }),
    now,
  };
};
