import { localDate } from '../calendar/zones.ts';
import { actDateOf } from '../case/act-date.ts';
import { signDecision } from '../case/commands/closing.ts';
import { storeEvidence } from '../case/commands/evidence.ts';
import { disclosureHash } from '../case/content-hash.ts';
import { type Dismissal, type Sanction, type StateOf, trackOf } from '../case/state.ts';
import type { Agency, Staff } from '../directory/staff.ts';
import { IllegalTransition, NotFound } from '../errors.ts';
import { artifactIdSchema, type Nip } from '../ids.ts';
import { composeLetter } from '../letters/compose-letter.ts';
import type { LetterData } from '../letters/letter-data.ts';
import { letterHtml } from '../letters/letter-html.ts';
import { catalogueToReadBy, sanctionForm, sanctionOf } from '../rules/catalogue.ts';
import { ruleInForce } from '../rules/rule-book.ts';

import { canonicalJson } from '../trail/digest.ts';
import { mayAppend, mustAppend, requireCase } from './load-case.ts';
import type { FlowCase, FlowResult, Ports } from './ports.ts';

export type IssuePorts = Pick<
  Ports,
  'trail' | 'cases' | 'clock' | 'evidence' | 'directory' | 'letterPrinter' | 'signer' | 'rules' | 'letters'
>;

type Decided = StateOf<'SERVICE'> | StateOf<'DISMISSED'>;

const findingOf = (state: Decided): Sanction | Dismissal =>
  state.status === 'DISMISSED' ? state.dismissal : state.sanction;

/** Unique by the case and the round it was decided in. */
const decisionNumber = (state: Decided): string => `${state.caseId}/K-${findingOf(state).round}`;

interface Parties {
  readonly agency: Agency;
  readonly official: Staff;
  readonly respondent: Staff;
}

const person = async (ports: IssuePorts, state: Decided, nip: Nip): Promise<Staff> => {
  const staff = await ports.directory.staff(state.agencyId, nip);
  if (staff === undefined) throw new NotFound(`${nip} is no longer in the directory of ${state.agencyId}`);
  return staff;
};

const partiesOf = async (ports: IssuePorts, state: Decided): Promise<Parties> => {
  const { actor } = findingOf(state);
  const agency = await ports.directory.agency(state.agencyId);
  if (agency === undefined || actor.kind !== 'official') throw new NotFound(`no deciding official of ${state.caseId}`);
  return {
    agency,
    official: await person(ports, state, actor.nip),
    respondent: await person(ports, state, state.triage.respondent.nip),
  };
};

const commonData = (state: Decided, { agency, official, respondent }: Parties) => {
  const finding = findingOf(state);
  const { name, nip, position, unit } = respondent;
  return {
    case: {
      number: state.caseId,
      track: state.triage.track,
      receivedOn: localDate(state.receivedAt, agency.zone),
    },
    agency: { name: agency.name, city: agency.city ?? agency.name },
    authority: { position: official.position, name: official.name, nip: official.nip },
    respondent: { name, nip, position, unit },
    incident: { date: state.report.occurredOn },
    decision: {
      number: decisionNumber(state),
      date: localDate(finding.at, agency.zone),
      at: finding.at,
      reason: finding.reason,
      disclosureHash: 'disclosureHash' in finding ? finding.disclosureHash : disclosureHash(state),
    },
    copies: [`Unit kepegawaian ${agency.name}`],
  };
};

const letterDataOf = (ports: IssuePorts, state: Decided, parties: Parties): LetterData => {
  const common = commonData(state, parties);
  if (state.status === 'DISMISSED') return common;
  const { rules } = ports;
  const date = actDateOf(state);
  const { sanctionCode, level, provisions } = state.sanction;
  const known = ruleInForce(rules.provisions, date).provisions;
  const catalogue = catalogueToReadBy(rules, { track: trackOf(state) ?? state.triage.track, date });
  if (catalogue === undefined) throw new NotFound(`no catalogue of sanctions for ${state.caseId}`);
  return {
    ...common,
    sanction: {
      code: sanctionCode,
      name: sanctionForm(sanctionOf(catalogue, sanctionCode), rules).name.id,
      level: catalogue.levels[level].id,
    },
    violations: provisions.map((code) => {
      const provision = known.find((candidate) => candidate.code === code);
      if (provision === undefined) throw new NotFound(`no provision ${code} in the rules of ${date}`);
      return { article: provision.article, text: provision.text.id };
    }),
  };
};

interface Printed {
  readonly sha256: Awaited<ReturnType<Ports['evidence']['put']>>['sha256'];
  readonly size: number;
  readonly mediaType: string;
}

/** The same decision always gives the same bytes, so a repeated step stores nothing new. */
const print = async (ports: IssuePorts, state: Decided): Promise<Printed[]> => {
  const template = state.status === 'DISMISSED' ? ports.letters.dismissal : ports.letters.sanction;
  const letter = composeLetter(template, letterDataOf(ports, state, await partiesOf(ports, state)));
  const pdf = { bytes: await ports.letterPrinter.pdf(letter), mediaType: 'application/pdf' };
  const html = { bytes: new TextEncoder().encode(letterHtml(letter)), mediaType: 'text/html; charset=utf-8' };
  return Promise.all(
    [pdf, html].map(async (form) => ({ ...(await ports.evidence.put(form)), mediaType: form.mediaType })),
  );
};

/** What is on record stays: where an earlier attempt filed a form, that one is signed, whatever the directory says by now. */
const fileDocuments = async (ports: IssuePorts, state: Decided, printed: readonly Printed[]): Promise<Printed[]> => {
  for (const document of printed) {
    const artifactId = artifactIdSchema.parse(
      `decision-record-${document.mediaType.startsWith('text/html') ? 'html' : 'pdf'}`,
    );
    await mayAppend(ports, {
      caseId: state.caseId,
      commandId: `evidence:${artifactId}`,
      step: 'IssueDecision',
      command: storeEvidence({
        artifactId,
        kind: 'DECISION_RECORD',
        method: 'GENERATED',
        capturedAt: findingOf(state).at,
        ...document,
      }),
    });
  }
  const { evidence } = await requireCase(ports, state.caseId);
  return evidence
    .filter(({ kind }) => kind === 'DECISION_RECORD')
    .map(({ sha256, size, mediaType }) => ({ sha256, size, mediaType }));
};

/** Issues the decision record as PDF and HTML, files both as artefacts, and signs their hashes. */
export const issueDecisionStep = async (ports: IssuePorts, input: FlowCase): Promise<FlowResult> => {
  const { caseId, agencyId, round } = input;
  const state = await requireCase(ports, caseId);
  const issued: FlowResult = { caseId, agencyId, round, outcome: 'ISSUED' };
  if (state.signed !== undefined) return issued;
  if (state.status !== 'SERVICE' && state.status !== 'DISMISSED') {
    throw new IllegalTransition(`IssueDecision in status ${state.status}`);
  }
  const documents = await fileDocuments(ports, state, await print(ports, state));
  const number = decisionNumber(state);
  const signature = await ports.signer.sign(
    canonicalJson({ caseNumber: caseId, decisionNumber: number, documents }),
    'tertib-decision+jws',
  );
  await mustAppend(ports, {
    caseId,
    commandId: 'sign-decision',
    step: 'IssueDecision',
    command: signDecision({ decisionNumber: number, documents, signature }),
  });
  return issued;
};
