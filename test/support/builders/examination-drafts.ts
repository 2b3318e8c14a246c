import { disclosureHashOf } from '../../../core/case/disclosure.ts';
import type { EventData } from '../../../core/case/events.ts';
import type { ExaminationFindings } from '../../../core/case/process-events.ts';
import { artifactIdSchema, type Sha256 } from '../../../core/ids.ts';
import { provisionCodeSchema } from '../../../core/rules/codes.ts';
import { DAY, plusMs } from '../../../core/time.ts';
import { act, CASE, type Draft, dayOf, paperOf, START, SUPERIOR, shaOf, TASKS, taskIdOf } from './draft-parts.ts';
import { nipOf } from './staff.ts';

export const CHARGE = provisionCodeSchema.parse('3f');
/** A charge that the builders' disclosure does not hold. */
export const OTHER_CHARGE = provisionCodeSchema.parse('3d');

type Frozen = EventData['DisclosureFrozen'];

/** What the respondent is shown: one charge, and the capture in a clean copy. */
export const disclosureFrozen = (over: Partial<Omit<Frozen, 'hash'>> = {}): Draft<'DisclosureFrozen'> => {
  const capture = { sha256: shaOf('capture-1'), copy: shaOf('copy-1'), mediaType: 'text/plain', size: 640 };
  const frozen: Omit<Frozen, 'hash'> = {
    round: 1,
    version: 1,
    track: 'DISCIPLINE_PNS',
    principles: ['P2'],
    charges: [CHARGE],
    evidence: [{ artifactId: artifactIdSchema.parse('capture-1'), ...capture }],
    withheld: [],
    ...over,
  };
  return { type: 'DisclosureFrozen', data: { ...frozen, hash: disclosureHashOf(CASE, frozen) } };
};

/** The fingerprint of the first disclosure of a round in the builders' case. */
export const disclosureOf = (round = 1): Sha256 => disclosureFrozen({ round }).data.hash;

const seats = [
  { nip: SUPERIOR, element: 'SUPERIOR', position: 'CHAIR' },
  { nip: nipOf(8), element: 'OVERSIGHT', position: 'SECRETARY' },
  { nip: nipOf(9), element: 'PERSONNEL', position: 'MEMBER' },
] as const;

export const teamFormed = (round = 1): Draft<'ExaminingTeamFormed'> => ({
  type: 'ExaminingTeamFormed',
  data: { ...act(TASKS.team, round), members: [...seats] },
});
export const teamDeclined = (round = 1): Draft<'ExaminingTeamDeclined'> => ({
  type: 'ExaminingTeamDeclined',
  data: act(TASKS.team, round),
});
export const teamRequested = (round = 1): Draft<'TeamRequested'> => ({
  type: 'TeamRequested',
  data: act(TASKS.examination, round),
});
export const trackChanged = (number: number = TASKS.examination, round = 1): Draft<'TrackChanged'> => ({
  type: 'TrackChanged',
  data: { ...act(number, round), from: 'DISCIPLINE_PNS', to: 'ETHICS' },
});

const letterName = (round: number, session: number) => artifactIdSchema.parse(`summons-${round}-${session}`);

export const letterIssued = (
  name: string,
  form: EventData['LetterIssued']['form'] = 'SUMMONS',
  round = 1,
): Draft<'LetterIssued'> => ({
  type: 'LetterIssued',
  data: {
    letterId: artifactIdSchema.parse(name),
    form,
    number: `R-1/${name}/2026`,
    round,
    documents: [paperOf('LETTER', `${name}-pdf`, round)],
    signature: 'e30.e30.e30',
  },
});

export const summonsIssued = (over: Partial<EventData['SummonsIssued']> = {}): Draft<'SummonsIssued'> => {
  const { round = 1, session = 1 } = over;
  return {
    type: 'SummonsIssued',
    data: {
      round,
      session,
      ordinal: 1,
      letterId: letterName(round, session),
      issuedOn: dayOf('2026-11-23'),
      examinationAt: plusMs(START, 9 * DAY),
      place: 'Ruang Rapat Kepegawaian',
      mode: 'IN_PERSON',
      examiner: SUPERIOR,
      disclosureHash: disclosureOf(round),
      workingDays: 7,
      ...over,
    },
  };
};

export const summonsServed = (session = 1, round = 1): Draft<'SummonsServed'> => ({
  type: 'SummonsServed',
  data: { round, session, manner: 'OPENED', servedOn: dayOf('2026-11-24') },
});

export const findings: ExaminationFindings = {
  findings: 'Unggahan dibuat dan disebarkan oleh terlapor.',
  charges: [CHARGE],
  impact: 'UNIT',
  impactReason: 'Dibaca di unit kerja.',
  aggravating: 'Tidak ada.',
  mitigating: 'Mengakui dan menghapus.',
  recommendedSanction: 'R2',
};

export const examinationHeld = (over: Partial<EventData['ExaminationHeld']> = {}): Draft<'ExaminationHeld'> => {
  const { round = 1, session = 1 } = over;
  return {
    type: 'ExaminationHeld',
    data: {
      ...act(TASKS.examination, round),
      ...findings,
      session,
      record: paperOf('EXAMINATION_RECORD', `examination-record-${round}-${session}`, round),
      disclosureHash: disclosureOf(round),
      signing: 'SIGNED',
      ...over,
    },
  };
};

export const examinationMissed = (over: Partial<EventData['ExaminationMissed']> = {}): Draft<'ExaminationMissed'> => {
  const { round = 1, final = false } = over;
  return {
    type: 'ExaminationMissed',
    data: {
      ...act(TASKS.examination, round),
      session: 1,
      ordinal: final ? 2 : 1,
      proof: { manner: 'HANDED_OVER', servedOn: dayOf('2026-11-24') },
      final,
      disclosureHash: disclosureOf(round),
      ...(final ? { report: findings } : {}),
      ...over,
    },
  };
};

export const examinationRescheduled = (round = 1): Draft<'ExaminationRescheduled'> => ({
  type: 'ExaminationRescheduled',
  data: { ...act(TASKS.examination, round), appointment: { on: dayOf('2026-12-07'), at: '10:00' } },
});
export const examinationReturned = (round = 1): Draft<'ExaminationReturned'> => ({
  type: 'ExaminationReturned',
  data: act(TASKS.examination, round),
});
export const releaseOrdered = (round = 1): Draft<'TemporaryReleaseOrdered'> => ({
  type: 'TemporaryReleaseOrdered',
  data: { ...act(TASKS.examination, round), from: dayOf('2026-11-25'), actingOfficial: nipOf(8) },
});

export const statementRecorded = (over: Partial<EventData['StatementRecorded']> = {}): Draft<'StatementRecorded'> => {
  const { round = 1, taskId = taskIdOf(TASKS.response) } = over;
  return {
    type: 'StatementRecorded',
    data: {
      taskId,
      round,
      disclosureHash: disclosureOf(round),
      artifacts: [paperOf('STATEMENT', `statement-${round}`, round)],
      complete: true,
      ...over,
    },
  };
};

export const recordSigned = (
  over: Partial<EventData['ExaminationRecordSigned']> = {},
): Draft<'ExaminationRecordSigned'> => ({
  type: 'ExaminationRecordSigned',
  data: {
    taskId: taskIdOf(TASKS.response),
    round: 1,
    record: examinationHeld().data.record.sha256,
    manner: 'SIGNED',
    ...over,
  },
});

export const examinationReported = (
  over: Partial<EventData['ExaminationReported']> = {},
): Draft<'ExaminationReported'> => {
  const { round = 1 } = over;
  return {
    type: 'ExaminationReported',
    data: {
      ...findings,
      round,
      inAbsentia: false,
      disclosureHash: disclosureOf(round),
      letters: [artifactIdSchema.parse(`examination-report-${round}`)],
      ...over,
    },
  };
};
