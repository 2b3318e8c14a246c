import { plusMs } from '../../../../../core/time.ts';
import { fireTaskTimer } from '../../../../../core/use-cases/fire-task-timer.ts';
import { actAsRespondent, MAX_OWN_FILES } from '../../../../../core/use-cases/respondent/act-as-respondent.ts';
import type { Walk } from '../../../../support/memory/walk.ts';
import { steps } from '../../../../support/sample-report.ts';
import { nips } from '../../../../support/sample-staff.ts';
import { refusalOf } from '../refusals.ts';
import { decision, examination, instant, nipOf, remedy, service } from '../worlds.ts';

const answer = {
  outcome: 'ANSWER',
  statement: 'Tidak benar; akun itu palsu.',
  witnesses: 'Rekan Satu',
  companion: 'Advokat',
};
const file = (text: string) => ({ bytes: new TextEncoder().encode(text), mediaType: 'text/plain' });
const refused = async (walk: Walk, fields: Record<string, unknown>) => {
  const { code, path } = await refusalOf(walk, () => walk.own(fields));
  return { code, path };
};
const typesOf = async (walk: Walk) => (await walk.ports.trail.read(walk.caseId)).map(({ type }) => type);

describe('the respondent', () => {
  it('has seven working days to answer what was disclosed', async () => {
    expect((await examination()).store.now).toBe('2026-03-02T02:00:00.000Z');
    expect(await (await examination()).taskOf('response')).toMatchObject({
      assignee: { kind: 'respondent', nip: nips.employee },
      dueAt: '2026-03-11T16:59:59.999Z',
    });
  });

  it('answers with a text, witnesses, a companion and files; the words are artefacts, not text of the trail', async () => {
    const walk = await examination();
    await walk.own(answer, [file('satu'), file('dua'), file('satu')]);
    const state = await walk.state();
    expect(state.statements).toMatchObject([{ complete: false, disclosureHash: state.disclosures[0]?.hash }]);
    const sent = state.evidence.filter(({ kind }) => kind !== 'LETTER');
    expect(sent.map(({ kind }) => kind)).toEqual(['STATEMENT', 'STATEMENT_FILE', 'STATEMENT_FILE']);
    const [text] = sent;
    expect(JSON.parse(new TextDecoder().decode(walk.store.evidence.get(text?.sha256 ?? '')))).toEqual({
      statement: answer.statement,
      witnesses: answer.witnesses,
      companion: answer.companion,
    });
    expect(JSON.stringify(await walk.ports.trail.read(walk.caseId))).not.toContain('Advokat');
  });

  it('may answer as often as they like until they say that they are done', async () => {
    const walk = await examination();
    await walk.own(answer);
    await walk.own({ ...answer, statement: 'Satu hal lagi.' });
    expect((await walk.state()).respondentTask?.kind).toBe('response');
    await walk.own({ ...answer, outcome: 'FINISH' });
    const state = await walk.state();
    expect([state.respondentTask, state.statements.length]).toEqual([undefined, 3]);
    expect(state.endedTasks.at(-1)).toMatchObject({ kind: 'response', outcome: 'ANSWERED' });
  });

  it('whose form is sent twice has sent it once', async () => {
    const walk = await examination();
    const form = await walk.ownForm({ ...answer, outcome: 'FINISH' }, [file('satu')]);
    expect(await actAsRespondent(walk.ports, form)).toEqual({ kind: 'done', outcome: 'FINISH' });
    const events = (await typesOf(walk)).length;
    expect(await actAsRespondent(walk.ports, form)).toEqual({ kind: 'done', outcome: 'FINISH' });
    expect((await typesOf(walk)).length).toBe(events);
  });

  it('cannot send more than twenty files at once', async () => {
    const walk = await examination();
    const files = Array.from({ length: MAX_OWN_FILES + 1 }, (_one, index) => file(`berkas ${index}`));
    const { code, path } = await refusalOf(walk, () => walk.own(answer, files));
    expect({ code, path }).toEqual({ code: 'TOO_MANY_FILES', path: 'files' });
  });

  it('is nobody else: another number with the same form changes nothing', async () => {
    const walk = await examination();
    const form = await walk.ownForm(answer);
    expect(await actAsRespondent(walk.ports, { ...form, nip: nipOf(nips.section) })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'ALREADY_ACTED' },
    });
  });

  it('cannot object where they are to answer, nor answer where they are to object', async () => {
    const hearing = await examination();
    const own = await hearing.ownForm(answer);
    const objecting = await (await remedy()).ownForm({ outcome: 'FILE', grounds: 'Keberatan.' });
    expect(await actAsRespondent(hearing.ports, { ...own, act: objecting.act })).toMatchObject({
      refusal: { code: 'ALREADY_ACTED' },
    });
    const window = await remedy();
    expect(await actAsRespondent(window.ports, { ...objecting, act: own.act })).toMatchObject({
      refusal: { code: 'ALREADY_ACTED' },
    });
  });

  it('has no page any more once it is decided', async () => {
    expect((await (await service()).state()).respondentTask).toBeUndefined();
  });
});

describe('the record of the examination', () => {
  it.each([
    ['SIGN_RECORD', 'SIGNED'],
    ['REFUSE_RECORD', 'REFUSED'],
  ])('is answered with %s while the authority has the case', async (outcome, manner) => {
    const walk = await decision();
    expect(await walk.own({ outcome, corrections: 'Nama saya salah ditulis.' })).toMatchObject({ kind: 'done' });
    const state = await walk.state();
    expect(state.recordSignings).toMatchObject([{ manner, record: state.examinations[0]?.record.sha256 }]);
    expect(state.evidence.at(-1)).toMatchObject({ kind: 'STATEMENT', mediaType: 'text/plain; charset=utf-8' });
    expect(await refused(walk, { outcome: 'SIGN_RECORD' })).toMatchObject({ code: 'NO_RECORD_TO_SIGN' });
  });

  it('is not there to be signed before the examination, nor where it was signed in the room', async () => {
    expect(await refused(await examination(), { outcome: 'SIGN_RECORD' })).toMatchObject({ code: 'NO_RECORD_TO_SIGN' });
    const walk = await (await examination()).through({ ...steps.examination, signing: 'SIGNED' });
    expect(await refused(walk, { outcome: 'SIGN_RECORD' })).toMatchObject({ code: 'NO_RECORD_TO_SIGN' });
  });

  it('that was signed meanwhile makes the authority read the case again', async () => {
    const walk = await decision();
    const form = await walk.form(steps.decision);
    await walk.own({ outcome: 'SIGN_RECORD' });
    const { contentHash } = form.act.form;
    expect(await walk.act({ ...steps.decision, contentHash })).toMatchObject({ refusal: { code: 'CONTENT_CHANGED' } });
  });
});

describe('the clock of the respondent', () => {
  it('has its bells set: one to remind, one at the end', async () => {
    const walk = await examination();
    const { taskId, remindAt, dueAt } = await walk.taskOf('response');
    const bells = [...walk.store.schedules.values()].filter(({ target }) => target.taskId === taskId);
    expect(bells.map(({ at, target }) => [target.kind, at])).toEqual([
      ['task-remind', remindAt],
      ['task-due', dueAt],
    ]);
  });

  it('reminds once, by mail, in words of its own', async () => {
    const walk = await examination();
    const { taskId, remindAt } = await walk.taskOf('response');
    walk.at(remindAt);
    const ring = () => fireTaskTimer(walk.ports, { kind: 'task-remind', caseId: walk.caseId, taskId });
    await ring();
    await ring();
    expect((await typesOf(walk)).filter((type) => type === 'TaskReminded')).toHaveLength(1);
    const [mail, ...others] = [...walk.store.mails.values()].filter(({ mailId }) =>
      mailId.startsWith(`taskReminded:${taskId}`),
    );
    expect([mail?.to, others]).toEqual(['pegawai.biasa@uji.tertib.test', []]);
  });

  it('ends the time to answer, and is nobody’s silence', async () => {
    const walk = await examination();
    expect(await walk.lapse('response')).toBe('EXPIRED');
    const state = await walk.state();
    expect([state.respondentTask, state.silences, state.openTask?.kind]).toEqual([undefined, [], 'examination']);
    expect(state.endedTasks.at(-1)).toMatchObject({ kind: 'response', end: 'EXPIRED', outcome: 'SILENT' });
  });

  it('does not ring twice', async () => {
    const walk = await examination();
    const { taskId } = await walk.taskOf('response');
    await walk.lapse('response');
    expect(await fireTaskTimer(walk.ports, { kind: 'task-due', caseId: walk.caseId, taskId })).toBe('STALE');
  });

  it('of a remedy is over as the day of effect begins', async () => {
    const walk = await remedy();
    const { dueAt, taskId } = await walk.taskOf('remedy');
    expect(dueAt).toBe(instant('2026-03-29T17:00:00.000Z'));
    walk.at(plusMs(dueAt, -1));
    expect(await fireTaskTimer(walk.ports, { kind: 'task-due', caseId: walk.caseId, taskId })).toBe('STALE');
    expect(await walk.lapse('remedy')).toBe('EXPIRED');
  });
});
