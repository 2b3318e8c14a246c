import { dayTerm } from '../../calendar/format-date.ts';
import { localDate } from '../../calendar/zones.ts';
import { currentDisclosure } from '../../case/disclosure.ts';
import type { ExaminationFindings } from '../../case/process-events.ts';
import type { CaseState } from '../../case/state.ts';
import { type examinationResult, examiningTeam, lastSummons } from '../../case/summons.ts';
import { NotFound } from '../../errors.ts';
import type { ExaminationReportData, LetterSignatory } from '../../letters/letter-data.ts';
import type { LocalDate } from '../../time.ts';
import { readCorrections, readRecord } from '../examination-texts.ts';
import { examinersOf } from '../examiners.ts';
import {
  commonOf,
  examinationBasis,
  type LetterFacts,
  type LetterPorts,
  personOf,
  provisionsOf,
  referenceTo,
  sanctionNameOf,
  staffOf,
} from './letter-facts.ts';
import { numberOf } from './number-of.ts';
import type { LetterDraft } from './print-letter.ts';

export const recordLetterId = (round: number): string => `letter-record-${round}`;
/** The record as it was signed, corrected or refused after it had been written. */
export const signedRecordLetterId = (round: number): string => `letter-record-${round}-signed`;
export const reportLetterId = (round: number): string => `letter-report-${round}`;

type Result = NonNullable<ReturnType<typeof examinationResult>>;
export type Held = Extract<Result, { kind: 'HELD' }>['held'];

const examinerPeople = async (ports: LetterPorts, state: CaseState) =>
  Promise.all(examinersOf(state).map(async (nip) => personOf(await staffOf(ports, state, nip))));

/** How the record was signed in the end: by the examiner's word, or by the examinee on their own page. */
export const signingOf = (state: CaseState, held: Held): 'SIGNED' | 'REFUSED' | 'PENDING' =>
  state.recordSignings.find(({ record }) => record === held.record.sha256)?.manner ?? held.signing;

const unknown = 'tidak disebutkan';
const unanswered = 'tidak dijawab';

/** Berita Acara Pemeriksaan, from the filed record and what the examinee did with it. */
export const recordLetter = async (
  ports: LetterPorts,
  facts: LetterFacts,
  { held, letterId }: { held: Held; letterId: string },
): Promise<LetterDraft<'EXAMINATION_RECORD'>> => {
  const { state, agency, respondent } = facts;
  const record = await readRecord(ports, held.record.sha256);
  const corrections = await readCorrections(ports, state, held.record.sha256);
  const summons = lastSummons(state);
  const examiners = await examinerPeople(ports, state);
  const date = localDate(held.at, agency.zone);
  const number = await numberOf(ports, facts, { form: 'EXAMINATION_RECORD', ordinal: held.session, date });
  return {
    form: 'EXAMINATION_RECORD',
    letterId,
    signedBy: examiners[0]?.name ?? '',
    data: {
      ...commonOf(facts, number, held.at),
      examination: { date, place: summons?.place ?? respondent.unit, mode: summons?.mode ?? 'IN_PERSON' },
      examiners,
      basis: examinationBasis(facts),
      examinee: personOf(respondent),
      violations: provisionsOf(facts, currentDisclosure(state)?.charges ?? []),
      questions: record.questions.map(({ number, question, answer }) => ({
        number,
        question: question === '' ? unknown : question,
        answer: answer === '' ? unanswered : answer,
      })),
      ...(record.statement === null ? {} : { statement: record.statement }),
      ...(corrections === undefined ? {} : { corrections }),
      signing: signingOf(state, held),
      disclosureHash: held.disclosureHash,
    },
  };
};

/** Which result is reported: what was found, when, and by whose hand. */
export interface ReportPlan {
  readonly result: Result;
  readonly findings: ExaminationFindings;
  /** Whose authority the recommended sanction is, as a post. */
  readonly authority: string;
  readonly date: LocalDate;
}

const actsOf = ({ state, rules }: LetterFacts, { findings }: ReportPlan): ExaminationReportData['acts'] => {
  const scopes = rules.impactLevels.at(-1)?.scopes;
  const scope = findings.impact === undefined ? '' : (scopes?.[findings.impact].id ?? findings.impact);
  const impact = [scope, findings.impactReason ?? ''].filter((part) => part !== '').join(': ');
  return [
    {
      form: findings.findings,
      // What is not known stays blank: the template has its own words for it.
      time: state.report.occurredOn === undefined ? '' : dayTerm(state.report.occurredOn).id,
      place: '',
      aggravating: findings.aggravating ?? '',
      mitigating: findings.mitigating ?? '',
      impact,
    },
  ];
};

const signatoryOf = async (ports: LetterPorts, { state }: LetterFacts, result: Result): Promise<LetterSignatory> => {
  const { actor } = result.kind === 'HELD' ? result.held : result.missed;
  if (actor.kind !== 'official') throw new NotFound(`no examiner of ${state.caseId}`);
  const capacity = examiningTeam(state) === undefined ? 'SUPERIOR' : 'CHAIR';
  return { ...personOf(await staffOf(ports, state, actor.nip)), capacity };
};

const summonsReferences = (facts: LetterFacts) =>
  facts.state.summonses
    .filter(({ round }) => round === facts.state.round)
    .flatMap((summons) => {
      const reference = referenceTo(facts, summons.letterId);
      const missed = facts.state.absences.find(({ seq, ordinal }) => seq > summons.seq && ordinal === summons.ordinal);
      const servedOn = missed?.proof.servedOn;
      return reference === undefined ? [] : [{ ...reference, ...(servedOn === undefined ? {} : { servedOn }) }];
    });

/** Laporan Hasil Pemeriksaan, also of an examination that the respondent did not come to. */
export const reportLetter = async (
  ports: LetterPorts,
  facts: LetterFacts,
  plan: ReportPlan,
): Promise<LetterDraft<'EXAMINATION_REPORT'>> => {
  const { state, agency, respondent } = facts;
  const { result, findings, authority, date } = plan;
  const { recommendedSanction: recommended } = findings;
  const fact = result.kind === 'HELD' ? result.held : result.missed;
  const record = referenceTo(facts, recordLetterId(state.round));
  const proven = recommended !== 'NONE';
  const signatory = await signatoryOf(ports, facts, result);
  const number = await numberOf(ports, facts, { form: 'EXAMINATION_REPORT', date });
  return {
    form: 'EXAMINATION_REPORT',
    letterId: reportLetterId(state.round),
    signedBy: signatory.name,
    data: {
      ...commonOf(facts, number, fact.at),
      to: authority,
      attendance: result.kind === 'HELD' ? 'HELD' : 'ABSENT',
      examination: { date: localDate(fact.at, agency.zone) },
      summonses: summonsReferences(facts),
      examiners: await examinerPeople(ports, state),
      basis: examinationBasis(facts),
      respondent: personOf(respondent),
      acts: actsOf(facts, plan),
      finding: proven ? 'PROVEN' : 'NOT_PROVEN',
      findings: findings.findings,
      violations: proven ? provisionsOf(facts, findings.charges) : [],
      ...(recommended === undefined || recommended === 'NONE'
        ? {}
        : { recommended: sanctionNameOf(facts, recommended) }),
      authority,
      attachments: record === undefined ? [] : [`Berita Acara Pemeriksaan nomor ${record.number}`],
      signatory,
      disclosureHash: currentDisclosure(state)?.hash ?? '',
    },
  };
};
