import type { Artifact, EventData, EventDraft, TaskKind } from '../../../core/case/events.ts';
import {
  artifactIdSchema,
  type CaseId,
  caseIdSchema,
  type Nip,
  type Sha256,
  type TaskId,
  taskIdSchema,
} from '../../../core/ids.ts';
import { DAY, type Instant, instantSchema, type LocalDate, localDateSchema, plusMs } from '../../../core/time.ts';
import { sha256Hex } from '../../../core/trail/digest.ts';
import { nipOf } from './staff.ts';

/** The case of the builders, when its report came in, and another case. */
export const CASE: CaseId = caseIdSchema.parse('CONTOH-2026-7K3M9QXA');
export const OTHER_CASE: CaseId = caseIdSchema.parse('CONTOH-2026-0000000Z');
export const START: Instant = instantSchema.parse('2026-11-23T02:15:00.000Z');

/** Who is who: officials of the builders' directory. The personnel unit delivers; somebody above the authority decides the remedy. */
export const TRIAGE_OFFICER = nipOf(1);
export const SUPERIOR = nipOf(2);
export const AUTHORITY = nipOf(3);
export const RESPONDENT = nipOf(4);
export const HIGHER_AUTHORITY = nipOf(6);
export const PERSONNEL = nipOf(7);

export const REASON = 'Bukti sudah dibaca dan cukup.';

/** A SHA-256 that a text stands for. */
export const shaOf = (text: string): Sha256 => sha256Hex(text);

/** A valid task id, a different one for each number. */
export const taskIdOf = (number: number): TaskId => taskIdSchema.parse(String(number).padStart(16, '0'));

/** The numbers of the tasks that the paths of the builders open. */
export const TASKS: Readonly<Record<TaskKind, number>> = {
  triage: 1,
  review: 2,
  decision: 3,
  answer: 7,
  team: 13,
  examination: 14,
  response: 15,
  service: 16,
  remedy: 17,
  appeal: 18,
  execution: 19,
};

export type Draft<T extends EventDraft['type']> = { readonly type: T; readonly data: EventData[T] };

export const period = { dueAt: plusMs(START, 5 * DAY), remindAt: plusMs(START, 3 * DAY) };

export const dayOf = (text: string): LocalDate => localDateSchema.parse(text);

/** What every act of an official carries. */
export const act = (number: number, round = 1) => ({
  taskId: taskIdOf(number),
  round,
  contentHash: shaOf('content'),
  reason: REASON,
});

const officials: Readonly<Record<Exclude<TaskKind, 'answer' | 'response' | 'remedy'>, Nip>> = {
  triage: TRIAGE_OFFICER,
  review: SUPERIOR,
  team: AUTHORITY,
  examination: SUPERIOR,
  decision: AUTHORITY,
  service: PERSONNEL,
  appeal: HIGHER_AUTHORITY,
  execution: PERSONNEL,
};
export type OfficialKind = keyof typeof officials;

export const officialFor = (kind: OfficialKind): Nip => officials[kind];

/** Whose task of a kind it is in the builders' case. */
export const assigneeFor = (kind: TaskKind): EventData['TaskOpened']['assignee'] => {
  if (kind === 'answer') return { kind: 'reporter' };
  if (kind === 'response' || kind === 'remedy') return { kind: 'respondent', nip: RESPONDENT };
  return { kind: 'official', nip: officials[kind] };
};

/** An artefact that stands for a document of the name. */
export const artifactOf = (name: string, over: Partial<Artifact> = {}): Artifact => ({
  artifactId: artifactIdSchema.parse(name),
  kind: 'CAPTURE',
  sha256: shaOf(name),
  mediaType: 'text/html',
  size: 1024,
  method: 'HTTP',
  capturedAt: START,
  round: 1,
  ...over,
});

/** An artefact that was made or sent in here. */
export const paperOf = (kind: Artifact['kind'], name: string, round = 1): Artifact =>
  artifactOf(name, { kind, mediaType: 'application/pdf', method: 'GENERATED', round });
