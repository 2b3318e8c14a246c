import {
  beyondDisclosure,
  currentDisclosure,
  disclosureHashOf,
  supportsDecision,
  undisclosedEvidence,
  wasHeard,
} from '../../../../core/case/disclosure.ts';
import { type ArtifactKind, artifactKindSchema } from '../../../../core/case/event-parts.ts';
import type { EventDraft } from '../../../../core/case/events.ts';
import { fold } from '../../../../core/case/fold.ts';
import type { CaseState } from '../../../../core/case/state.ts';
import { artifactIdSchema } from '../../../../core/ids.ts';
import { paths, pathTo, stateAfter, stateIn, trailOf } from '../../../support/builders/case.ts';
import {
  CASE,
  CHARGE,
  decisionReturned,
  disclosureFrozen,
  evidenceStored,
  examinationHeld,
  examinationMissed,
  examinationReturned,
  OTHER_CASE,
  OTHER_CHARGE,
  shaOf,
  statementRecorded,
  TASKS,
  taskExpired,
  taskIdOf,
  taskOpened,
} from '../../../support/builders/drafts.ts';

const first = disclosureFrozen();
const second = disclosureFrozen({ version: 2, charges: [CHARGE, OTHER_CHARGE] });
const artifactId = (name: string) => artifactIdSchema.parse(name);

describe('the disclosure that counts', () => {
  it('is none before anything was disclosed', () => {
    expect(currentDisclosure(stateAfter(paths.reviewed))).toBeUndefined();
  });

  it('is the newest of the round', () => {
    expect(currentDisclosure(stateIn('EXAMINATION'))?.hash).toBe(first.data.hash);
    expect(currentDisclosure(stateAfter([...pathTo.EXAMINATION, second]))).toMatchObject({
      version: 2,
      hash: second.data.hash,
    });
  });

  it.each([
    ['a return of the decision', [...pathTo.DECISION, decisionReturned()]],
    ['a return for evidence', [...pathTo.EXAMINATION, examinationReturned()]],
  ])('is none again after %s', (_what, path) => {
    expect(currentDisclosure(stateAfter(path))).toBeUndefined();
  });
});

describe('the fingerprint of a disclosure', () => {
  const { hash, ...frozen } = first.data;
  const [shown] = frozen.evidence;

  it('is the same for the same set', () => {
    expect(disclosureHashOf(CASE, structuredClone(frozen))).toBe(hash);
  });

  it.each([
    ['the round', { ...frozen, round: 2 }],
    ['the version', { ...frozen, version: 2 }],
    ['the track', { ...frozen, track: 'ETHICS' as const }],
    ['a charge', { ...frozen, charges: [OTHER_CHARGE] }],
    ['a principle', { ...frozen, principles: ['P3' as const] }],
    ['a piece of evidence', { ...frozen, evidence: [] }],
    ['a copy of one', { ...frozen, evidence: frozen.evidence.map((each) => ({ ...each, copy: shaOf('another') })) }],
  ])('changes with %s', (_what, changed) => {
    expect(shown).toBeDefined();
    expect(disclosureHashOf(CASE, changed)).not.toBe(hash);
  });

  it('is of one case only', () => {
    expect(disclosureHashOf(OTHER_CASE, frozen)).not.toBe(hash);
  });
});

describe('what lies beyond a disclosure', () => {
  const disclosed = currentDisclosure(stateIn('EXAMINATION'));
  if (disclosed === undefined) throw new RangeError('nothing disclosed');

  it.each([
    ['nothing where all was told', { charges: [CHARGE], principles: ['P2' as const] }, []],
    ['a charge', { charges: [CHARGE, OTHER_CHARGE], principles: [] }, [OTHER_CHARGE]],
    ['a principle', { charges: [], principles: ['P2' as const, 'P8' as const] }, ['P8']],
  ])('is %s', (_what, held, beyond) => {
    expect(beyondDisclosure(disclosed, held)).toEqual(beyond);
  });
});

describe('what may support a decision', () => {
  const disclosed = currentDisclosure(stateIn('EXAMINATION'));
  const own: readonly ArtifactKind[] = ['STATEMENT', 'STATEMENT_FILE', 'EXAMINATION_RECORD'];
  const papers: readonly ArtifactKind[] = [
    'APPEAL',
    'APPEAL_FILE',
    'LETTER',
    'DECISION_RECORD',
    'CAPTURE_ARCHIVE',
    'MAIL_RAW',
  ];
  const evidence = artifactKindSchema.options.filter((kind) => !own.includes(kind) && !papers.includes(kind));

  it.each(own)('is the respondent’s own %s, whatever was disclosed', (kind) => {
    expect(supportsDecision(undefined, { artifactId: artifactId('any-1'), kind })).toBe(true);
  });

  it.each(papers)('is never a paper about the case: %s', (kind) => {
    expect(supportsDecision(disclosed, { artifactId: artifactId('capture-1'), kind })).toBe(false);
  });

  it.each(evidence)('is a %s only where it was disclosed', (kind) => {
    expect(supportsDecision(disclosed, { artifactId: artifactId('capture-1'), kind })).toBe(true);
    expect(supportsDecision(disclosed, { artifactId: artifactId('capture-2'), kind })).toBe(false);
    expect(supportsDecision(undefined, { artifactId: artifactId('capture-1'), kind })).toBe(false);
  });

  it('leaves out, by name, what came in after the disclosure, until it is disclosed', () => {
    const later = evidenceStored('capture-2');
    const state = stateAfter([...pathTo.EXAMINATION, later]);
    expect(undisclosedEvidence(stateIn('EXAMINATION'))).toEqual([]);
    expect(undisclosedEvidence(state)).toEqual(['capture-2']);
    const { evidence: shown } = first.data;
    const more = { ...(shown[0] ?? { mediaType: 'text/plain', size: 1 }), artifactId: artifactId('capture-2') };
    const wider = disclosureFrozen({
      version: 2,
      evidence: [...shown, { ...more, sha256: shaOf('capture-2'), copy: shaOf('copy-2') }],
    });
    expect(undisclosedEvidence(stateAfter([...pathTo.EXAMINATION, later, wider]))).toEqual([]);
  });

  it('is nothing of the case before there is a disclosure', () => {
    expect(undisclosedEvidence(stateAfter(paths.reviewed))).toEqual(['capture-1']);
  });
});

describe('being heard', () => {
  const asked = [...pathTo.EXAMINATION];
  const anew = [...asked, second, taskOpened('response', 25)];
  const answer = statementRecorded({ taskId: taskIdOf(25), disclosureHash: second.data.hash });

  it.each<[string, readonly EventDraft[]]>([
    ['was examined', [...asked, examinationHeld()]],
    ['missed two summonses', paths.missedTwice],
    ['has answered', [...asked, statementRecorded()]],
    ['let the time to answer pass', [...asked, taskExpired('respondent', TASKS.response)]],
    ['has answered the newer disclosure', [...anew, answer]],
    ['let the time to answer the newer one pass', [...anew, taskExpired('respondent', 25)]],
    ['was examined on the newer one', [...anew, examinationHeld({ disclosureHash: second.data.hash })]],
  ])('is what happened where the respondent %s', (_what, path) => {
    expect(wasHeard(stateAfter(path))).toBe(true);
  });

  it.each<[string, readonly EventDraft[]]>([
    ['nothing was disclosed', paths.reviewed],
    ['only the question stands', asked],
    ['they said a first word', [...asked, statementRecorded({ complete: false })]],
    ['they missed one summons', [...asked, examinationMissed()]],
    ['more was disclosed since the examination', [...asked, examinationHeld(), second]],
    ['more was disclosed since they were absent', [...paths.missedTwice, second]],
    ['more was disclosed since they answered', [...asked, statementRecorded(), second]],
    ['more was disclosed since their time passed', [...asked, taskExpired('respondent', TASKS.response), second]],
    ['the question about the newer one stands', anew],
    ['the decision was returned', [...pathTo.DECISION, decisionReturned()]],
  ])('has not happened where %s', (_what, path) => {
    expect(wasHeard(stateAfter(path))).toBe(false);
  });

  it('is told by the order of events, not by their time: all may bear the same one', () => {
    const path = [...asked, statementRecorded(), second];
    const events = trailOf(path);
    const at = events.at(-1)?.at;
    const state = events
      .map((event) => ({ ...event, at: at ?? event.at }))
      .reduce<CaseState | undefined>((before, event) => fold(before, event), undefined);
    expect(state === undefined ? undefined : wasHeard(state)).toBe(false);
  });
});
