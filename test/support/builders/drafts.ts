/** Every builder of events in one place: tests import from here, the files follow the stages of a case. */
export * from './decision-drafts.ts';
export {
  AUTHORITY,
  act,
  artifactOf,
  assigneeFor,
  CASE,
  dayOf,
  HIGHER_AUTHORITY,
  type OfficialKind,
  OTHER_CASE,
  officialFor,
  PERSONNEL,
  paperOf,
  period,
  REASON,
  RESPONDENT,
  START,
  SUPERIOR,
  shaOf,
  TASKS,
  TRIAGE_OFFICER,
  taskIdOf,
} from './draft-parts.ts';
export { draftFor } from './every-draft.ts';
export * from './examination-drafts.ts';
export * from './intake-drafts.ts';
export * from './service-drafts.ts';
export * from './task-drafts.ts';
