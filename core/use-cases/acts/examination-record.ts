import { localDate } from '../../calendar/zones.ts';
import type { Disclosure } from '../../case/disclosure.ts';
import type { Artifact } from '../../case/events.ts';
import { examiningTeam } from '../../case/summons.ts';
import { artifactIdSchema } from '../../ids.ts';
import type { HeldForm } from '../../tasks/examination-form.ts';
import { canonicalJson } from '../../trail/digest.ts';
import type { ActContext, ActPorts } from './act-command.ts';

export interface Answered {
  readonly number: number;
  readonly question: string;
  readonly answer: string;
}

/** The record of an examination as it is filed: what was asked and answered, and what was said on the whole. */
export interface ExaminationRecord {
  readonly caseNumber: string;
  readonly round: number;
  readonly session: number;
  readonly heldOn: string;
  readonly examiners: readonly string[];
  readonly examinee: string;
  readonly disclosureHash: string;
  readonly questions: readonly Answered[];
  readonly statement: string | null;
}

/** Questions with their answers, numbered; a pair that is empty on both sides is left out. */
export const answeredIn = ({ questions, answers }: Pick<HeldForm, 'questions' | 'answers'>): readonly Answered[] =>
  questions
    .map((question, index) => ({ question: question.trim(), answer: (answers[index] ?? '').trim() }))
    .filter(({ question, answer }) => question !== '' || answer !== '')
    .map((pair, index) => ({ number: index + 1, ...pair }));

/** Files the record (BAP) as an artefact: what the examinee said is never text of the trail. */
export const fileRecord = async (
  ports: ActPorts,
  { state, task, official, agency }: ActContext,
  { form, disclosed, examinee }: { form: HeldForm; disclosed: Disclosure; examinee: string },
): Promise<Artifact> => {
  const team = examiningTeam(state);
  const record: ExaminationRecord = {
    caseNumber: state.caseId,
    round: state.round,
    session: task.session,
    heldOn: localDate(ports.clock.now(), agency.zone),
    examiners: team === undefined ? [official.nip] : team.members.map(({ nip }) => nip),
    examinee,
    disclosureHash: disclosed.hash,
    questions: answeredIn(form),
    statement: form.statement ?? null,
  };
  const mediaType = 'application/json';
  const bytes = new TextEncoder().encode(canonicalJson(record));
  const stored = await ports.evidence.put({ bytes, mediaType, heldFor: state.caseId });
  return {
    artifactId: artifactIdSchema.parse(`examination-record-${state.round}-${task.session}`),
    kind: 'EXAMINATION_RECORD',
    ...stored,
    mediaType,
    method: 'FORM',
    capturedAt: ports.clock.now(),
    round: state.round,
  };
};
