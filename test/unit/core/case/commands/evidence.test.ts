import {
  failCapture,
  mergeReport,
  planCaptures,
  storeEvidence,
  suggestPrinciples,
} from '../../../../../core/case/commands/evidence.ts';
import { pathTo, stateAfter } from '../../../../support/builders/case.ts';
import { outcomeOf } from '../../../../support/builders/decisions.ts';
import {
  captureFailed,
  evidenceRequested,
  evidenceStored,
  examinationReturned,
  OTHER_CASE,
  principlesSuggested,
} from '../../../../support/builders/drafts.ts';
import { followsTheTable } from './follows-the-table.ts';

const withoutRound = <D extends { round: number }>({ round: _round, ...data }: D): Omit<D, 'round'> => data;

const plan = planCaptures(evidenceRequested().data.captures);
const store = storeEvidence(withoutRound(evidenceStored('capture-5').data));
const fail = failCapture(withoutRound(captureFailed('capture-5').data));
const suggest = suggestPrinciples(withoutRound(principlesSuggested().data));
const merge = mergeReport(OTHER_CASE);

const commands = [
  ['EvidenceRequested', plan],
  ['EvidenceStored', store],
  ['EvidenceCaptureFailed', fail],
  ['PrinciplesSuggested', suggest],
  ['ReportMerged', merge],
] as const;
describe('evidence and reports', () => {
  followsTheTable(commands);

  it.each([
    ['planned captures', plan],
    ['an artefact', store],
    ['a failed capture', fail],
    ['suggestions', suggest],
  ])('%s carry the round of the case', (_what, command) => {
    const secondRound = stateAfter([...pathTo.EXAMINATION, examinationReturned()]);
    expect(outcomeOf(command, secondRound)).toMatchObject({ data: { round: 2 } });
  });

  it.each([
    ['stored again', store],
    ['found missing', fail],
  ])('an artefact on record cannot be %s', (_what, command) => {
    expect(outcomeOf(command, stateAfter([...pathTo.TRIAGE, evidenceStored('capture-5')]))).toBe('EVIDENCE_SETTLED');
  });

  it('an artefact whose capture failed can still come in', () => {
    const state = stateAfter([...pathTo.CAPTURING, captureFailed('capture-5')]);
    expect(outcomeOf(store, state)).toMatchObject({ type: 'EvidenceStored' });
  });
});
