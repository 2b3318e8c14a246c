import { fileAppeal, recordStatement, signRecord } from '../../../../../core/case/commands/hearing.ts';
import type { EventDraft } from '../../../../../core/case/events.ts';
import { paths, pathTo, stateAfter, stateIn } from '../../../../support/builders/case.ts';
import { outcomeOf } from '../../../../support/builders/decisions.ts';
import {
  appealFiled,
  disclosureFrozen,
  disclosureOf,
  examinationHeld,
  paperOf,
  RESPONDENT,
  recordSigned,
  SUPERIOR,
  statementRecorded,
  TASKS,
  taskExpired,
  taskIdOf,
  taskOpened,
} from '../../../../support/builders/drafts.ts';

const own = { taskId: taskIdOf(TASKS.response), nip: RESPONDENT };
const remedy = { taskId: taskIdOf(TASKS.remedy), nip: RESPONDENT };
const { artifacts } = statementRecorded().data;
const statement = recordStatement(own, { artifacts, complete: false });
const { taskId: _task, round: _round, ...appeal } = appealFiled().data;

const examining = stateIn('EXAMINATION');
const held = examinationHeld({ signing: 'PENDING' });
const pending = [...pathTo.EXAMINATION, held] satisfies EventDraft[];
const signature = signRecord(own, { manner: 'SIGNED' });

describe('a statement of the respondent', () => {
  it.each(['EXAMINATION', 'DECISION'] as const)('is recorded in %s, on the newest disclosure', (status) => {
    expect(outcomeOf(statement, stateIn(status))).toEqual({
      type: 'StatementRecorded',
      data: { taskId: own.taskId, round: 1, disclosureHash: disclosureOf(), artifacts, complete: false },
    });
  });

  it('answers the disclosure that was frozen last', () => {
    const again = disclosureFrozen({ version: 2, charges: [] });
    const state = stateAfter([...pathTo.EXAMINATION, again, taskOpened('response', 25)]);
    const command = recordStatement({ ...own, taskId: taskIdOf(25) }, { artifacts, complete: true });
    expect(outcomeOf(command, state)).toMatchObject({ data: { disclosureHash: again.data.hash, complete: true } });
  });

  it.each([
    ['by anyone else', recordStatement({ ...own, nip: SUPERIOR }, { artifacts, complete: true }), examining],
    [
      'through another task',
      recordStatement({ ...own, taskId: taskIdOf(77) }, { artifacts, complete: true }),
      examining,
    ],
    [
      'on the task of an official',
      recordStatement({ ...own, taskId: taskIdOf(14) }, { artifacts, complete: true }),
      examining,
    ],
    ['after the last word', statement, stateAfter([...pathTo.EXAMINATION, statementRecorded()])],
    ['after the time to answer', statement, stateAfter([...pathTo.EXAMINATION, taskExpired('respondent', 15)])],
    [
      'after a new disclosure, which asks anew',
      statement,
      stateAfter([...pathTo.EXAMINATION, disclosureFrozen({ version: 2 })]),
    ],
    ['once it is decided', statement, stateIn('SERVICE')],
  ])('is refused %s', (_what, command, state) => {
    expect(outcomeOf(command, state)).toBe('ALREADY_ACTED');
  });

  it('is no answer to a decision', () => {
    const command = recordStatement(remedy, { artifacts, complete: true });
    expect(outcomeOf(command, stateIn('APPEAL_WINDOW'))).toBe('NOT_IN_THIS_STATUS');
  });
});

describe('the record of the examination', () => {
  it('is signed by the examinee, with what they say is wrong in it', () => {
    const corrections = paperOf('STATEMENT', 'corrections-1');
    expect(outcomeOf(signRecord(own, { manner: 'REFUSED', corrections }), stateAfter(pending))).toEqual(
      recordSigned({ manner: 'REFUSED', corrections }),
    );
    expect(outcomeOf(signature, stateAfter(pending))).toEqual(recordSigned());
  });

  it.each([
    ['before there is one', examining],
    ['that was signed on paper', stateAfter(paths.examined)],
    ['twice', stateAfter([...pending, recordSigned()])],
  ])('is not signed %s', (_what, state) => {
    expect(outcomeOf(signature, state)).toBe('NO_RECORD_TO_SIGN');
  });

  it('is signed by nobody else', () => {
    expect(outcomeOf(signRecord({ ...own, nip: SUPERIOR }, { manner: 'SIGNED' }), stateAfter(pending))).toBe(
      'ALREADY_ACTED',
    );
  });
});

describe('an objection or appeal', () => {
  it('is filed while the time for it runs', () => {
    expect(outcomeOf(fileAppeal(remedy, appeal), stateIn('APPEAL_WINDOW'))).toEqual(appealFiled());
  });

  it('is filed by the respondent alone', () => {
    const command = fileAppeal({ ...remedy, nip: SUPERIOR }, appeal);
    expect(outcomeOf(command, stateIn('APPEAL_WINDOW'))).toBe('ALREADY_ACTED');
  });

  it.each([
    ['after the time for it', stateAfter(paths.unappealed)],
    ['a second time', stateIn('APPEAL')],
    ['against what is in effect', stateIn('EFFECTIVE')],
  ])('is refused %s', (_what, state) => {
    expect(outcomeOf(fileAppeal(remedy, appeal), state)).toBe('ALREADY_ACTED');
  });

  it('is refused before there is a decision', () => {
    expect(outcomeOf(fileAppeal(own, appeal), examining)).toBe('NOT_IN_THIS_STATUS');
  });
});
