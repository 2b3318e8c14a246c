import { currentDisclosure } from '../case/disclosure.ts';
import type { ArtifactKind } from '../case/event-parts.ts';
import type { Artifact, CaseEvent } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import { isBarred } from '../evidence/handing-out.ts';
import type { Sha256 } from '../ids.ts';
import type { LetterForm } from '../letters/letter-forms.ts';
import type { BundleDocument } from '../register/bundle.ts';
import type { BundleRole, BundleRules } from '../register/bundle-rules.ts';
import { caseExport } from '../trail/export.ts';
import type { Ports } from './ports.ts';
import { stampTokens } from './read-custody.ts';

export type DocumentPorts = Pick<Ports, 'evidence' | 'signer' | 'clock'>;

/** A document of the case before its bytes are read. */
interface Paper {
  readonly role: BundleRole;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: Sha256;
}

const roleOfForm: Readonly<Partial<Record<LetterForm, BundleRole>>> = {
  SUMMONS: 'SUMMONS',
  EXAMINATION_RECORD: 'EXAMINATION_RECORD',
  EXAMINATION_REPORT: 'EXAMINATION_REPORT',
  EXAMINING_TEAM: 'EXAMINING_TEAM',
  TEMPORARY_RELEASE: 'TEMPORARY_RELEASE',
  DELIVERY_SUMMONS: 'DELIVERY_SUMMONS',
  DELIVERY_RECEIPT: 'RECEIPT',
  APPEAL_RECEIPT: 'APPEAL_RECEIPT',
};

const roleOfKind: Readonly<Partial<Record<ArtifactKind, BundleRole>>> = {
  DECISION_RECORD: 'DECISION',
  STATEMENT: 'STATEMENT',
  STATEMENT_FILE: 'STATEMENT',
  APPEAL: 'APPEAL',
  APPEAL_FILE: 'APPEAL',
};

/** Letters and decisions leave as they are printed; a page of the same letter beside it adds nothing. */
const isPrinted = ({ mediaType }: Pick<Artifact, 'mediaType'>): boolean => mediaType === 'application/pdf';

const lettersOf = ({ letters }: CaseState): Paper[] =>
  letters.flatMap(({ form, number, documents }) => {
    const role = roleOfForm[form];
    if (role === undefined) return [];
    return documents.filter(isPrinted).map(({ mediaType, sha256 }) => ({ role, name: number, mediaType, sha256 }));
  });

const artifactsOf = ({ evidence }: CaseState): Paper[] =>
  evidence.flatMap((artifact) => {
    const { kind, artifactId, mediaType, sha256 } = artifact;
    const role = roleOfKind[kind];
    const isOurs = kind !== 'DECISION_RECORD' || isPrinted(artifact);
    // Malware is not passed on to another body; the trail says that there was a file.
    return role === undefined || !isOurs || isBarred(artifact) ? [] : [{ role, name: artifactId, mediaType, sha256 }];
  });

/** The clean copies that the respondent was shown: an original can tell who handed it in. */
const copiesOf = (state: CaseState): Paper[] =>
  (currentDisclosure(state)?.evidence ?? []).map(({ artifactId, mediaType, copy }) => ({
    role: 'EVIDENCE',
    name: artifactId,
    mediaType,
    sha256: copy,
  }));

/** What must not leave whatever happens: what the reporter wrote, and what they handed in, unless the respondent sent or saw the very same. */
export const withheldIn = (state: CaseState): Sha256[] => {
  const known = [...copiesOf(state), ...artifactsOf(state)].map(({ sha256 }) => sha256);
  const originals = state.evidence.filter(({ kind }) => kind === 'ATTACHMENT' || kind === 'MESSAGE');
  return [state.report.report.sha256, ...originals.map(({ sha256 }) => sha256)].filter((hash) => !known.includes(hash));
};

const read = async ({ evidence }: DocumentPorts, { sha256, ...paper }: Paper): Promise<BundleDocument[]> => {
  const bytes = await evidence.get(sha256);
  return bytes === undefined ? [] : [{ ...paper, bytes }];
};

/** With the tokens of its time stamps, which the verifier asks for; without who looked, which is this agency's own affair. */
const trailOf = async (ports: DocumentPorts, events: readonly CaseEvent[]): Promise<BundleDocument> => {
  const { signer, clock } = ports;
  const timestamps = await stampTokens(ports, events);
  const file = caseExport({ events, exportedAt: clock.now(), keys: await signer.publicKeys(), timestamps });
  const bytes = new TextEncoder().encode(`${JSON.stringify(file)}\n`);
  return { role: 'TRAIL', name: file.caseNumber, mediaType: 'application/json', bytes };
};

/** The documents of a case that a bundle may hold, in the order of the trail; what is no longer in the store is left out. */
export const documentsFor = async (
  ports: DocumentPorts,
  { state, events }: { readonly state: CaseState; readonly events: readonly CaseEvent[] },
  { may }: Pick<BundleRules['purposes'][keyof BundleRules['purposes']], 'may'>,
): Promise<readonly BundleDocument[]> => {
  const papers = [...lettersOf(state), ...artifactsOf(state), ...copiesOf(state)];
  const found = await Promise.all(papers.filter(({ role }) => may.includes(role)).map((paper) => read(ports, paper)));
  return may.includes('TRAIL') ? [...found.flat(), await trailOf(ports, events)] : found.flat();
};
