import { currentDisclosure, undisclosedEvidence } from '../../../../../core/case/disclosure.ts';
import { sha256Hex } from '../../../../../core/trail/digest.ts';
import { collectUploads } from '../../../../../core/use-cases/collect-uploads.ts';
import { addMessage } from '../../../../../core/use-cases/follow-report.ts';
import { reportExaminationStep } from '../../../../../core/use-cases/report-examination.ts';
import { Walk } from '../../../../support/memory/walk.ts';
import { plainPng, pngChunk, pngWith } from '../../../../support/pictures.ts';
import { steps } from '../../../../support/sample-report.ts';
import { lawRefuses, refusedAct } from '../refusals.ts';
import { decision, examination, once, withPage } from '../worlds.ts';

const signedPng = pngWith([pngChunk('tEXt', 'Author\0Siti Pelapor')]);
const picture = (bytes: Uint8Array, fileName: string) => ({
  fileName,
  mediaType: 'image/png',
  size: bytes.length,
  sha256: sha256Hex(bytes),
});

/** The reporter announced two pictures and sent one in before the case was triaged. */
const withPicture = once(async () => {
  const attachments = [picture(signedPng, 'satu.png'), picture(plainPng, 'dua.png')];
  const walk = await Walk.file({ attachments });
  walk.store.uploads.set(`${walk.caseId}/attachment-1`, signedPng);
  await collectUploads(walk.ports, await walk.state());
  return (await walk.go()).through(steps.triage, steps.review);
});
const lateUpload = async (walk: Walk): Promise<Walk> => {
  walk.store.uploads.set(`${walk.caseId}/attachment-2`, plainPng);
  await collectUploads(walk.ports, await walk.state());
  return walk;
};
const disclosed = async (walk: Walk) => currentDisclosure(await walk.state());

describe('what is disclosed', () => {
  it('is a copy that does not say who sent it in; the original stays where it was', async () => {
    const walk = await withPicture();
    const [shown, ...others] = (await disclosed(walk))?.evidence ?? [];
    expect(others).toEqual([]);
    expect(shown).toMatchObject({ artifactId: 'attachment-1', sha256: sha256Hex(signedPng), mediaType: 'image/png' });
    expect(walk.store.evidence.get(shown?.copy ?? '')).toEqual(plainPng);
  });

  it('is every captured page, and never what the reporter wrote', async () => {
    const walk = await (await withPage()).go();
    await addMessage(walk.ports, { receiptCode: walk.receiptCode, text: 'Saya melihatnya sendiri.' });
    await walk.through(steps.triage, steps.review);
    const shown = (await disclosed(walk))?.evidence.map(({ artifactId }) => artifactId) ?? [];
    const evidence = (await walk.state()).evidence;
    expect(evidence.map(({ kind }) => kind)).toContain('MESSAGE');
    expect(shown.toSorted()).toEqual(
      evidence
        .filter(({ kind }) => kind.startsWith('CAPTURE'))
        .map(({ artifactId }) => artifactId)
        .toSorted(),
    );
    const all = [...walk.store.evidence.values()].map((bytes) => new TextDecoder().decode(bytes));
    expect(all.some((text) => text.includes('Saya melihatnya'))).toBe(true);
    const copies = (await disclosed(walk))?.evidence.map(({ copy }) => walk.store.evidence.get(copy)) ?? [];
    expect(copies.some((bytes) => new TextDecoder().decode(bytes).includes('Saya melihatnya'))).toBe(false);
  });

  it('leaves out what the reviewer withheld, for the whole case', async () => {
    const walk = await (await withPage()).go();
    await walk.through(steps.triage);
    const withheld = (await walk.state()).evidence.find(({ kind }) => kind.startsWith('CAPTURE'))?.artifactId ?? '';
    await walk.through({ ...steps.review, withheld: [withheld] });
    const shown = (await disclosed(walk))?.evidence.map(({ artifactId }) => artifactId);
    expect(shown).not.toContain(withheld);
    expect((await disclosed(walk))?.withheld).toContain(withheld);
    expect(undisclosedEvidence(await walk.state())).toContain(withheld);
  });

  it('is the one set that record, report and decision name', async () => {
    const walk = await (await decision()).through(steps.decision);
    const state = await walk.state();
    const [only, ...others] = state.disclosures;
    expect(others).toEqual([]);
    const named = [state.examinations[0], state.reports[0], state.summonses[0], 'sanction' in state && state.sanction];
    expect(named.map((fact) => (fact ? fact.disclosureHash : undefined))).toEqual(Array(4).fill(only?.hash));
    const letters = state.letters.flatMap(({ documents }) => documents);
    const texts = letters.map(({ sha256 }) => new TextDecoder().decode(walk.store.evidence.get(sha256)));
    const forms = state.letters.map(({ form }) => form);
    for (const form of ['EXAMINATION_RECORD', 'EXAMINATION_REPORT'] as const) {
      const pdf = texts[2 * forms.indexOf(form)] ?? '';
      expect(pdf.replaceAll(/\s/g, '')).toContain(only?.hash);
    }
  });
});

describe('evidence that comes after the disclosure', () => {
  it('is marked undisclosed, and changes nothing of what was frozen', async () => {
    const walk = await withPicture();
    const before = await disclosed(walk);
    await lateUpload(walk);
    expect(undisclosedEvidence(await walk.state())).toEqual(['attachment-2']);
    expect(await disclosed(walk)).toEqual(before);
  });

  it('does not get into the decision: that names the set that was frozen', async () => {
    const walk = await lateUpload(await withPicture());
    const before = await disclosed(walk);
    await walk.through(steps.examination, steps.decision);
    const state = await walk.state();
    expect('sanction' in state && state.sanction.disclosureHash).toBe(before?.hash);
    expect(undisclosedEvidence(state)).toEqual(['attachment-2']);
  });

  it('is disclosed when the case is examined again, in a version of the new round, with time to answer', async () => {
    const walk = await lateUpload(await withPicture());
    await walk.through(steps.examination, { outcome: 'RETURN' });
    expect((await disclosed(walk))?.evidence.map(({ artifactId }) => artifactId)).toEqual([
      'attachment-1',
      'attachment-2',
    ]);
    const state = await walk.state();
    expect(undisclosedEvidence(state)).toEqual([]);
    expect(state.respondentTask).toMatchObject({ kind: 'response', round: 2 });
  });

  it('makes an official read the case again before they act', async () => {
    const walk = await withPicture();
    const form = await walk.form(steps.examination);
    await lateUpload(walk);
    const { contentHash } = form.act.form;
    expect(await refusedAct(walk, { ...steps.examination, contentHash })).toMatchObject({ code: 'CONTENT_CHANGED' });
  });
});

/** Found beyond what was disclosed: 4c stands on no summons. */
const beyond = { ...steps.examination, charges: ['3d', '4c'] };
const told = once(async () => (await examination()).through(beyond));

describe('charges that the respondent was not told of', () => {
  it('are disclosed before anybody decides, and time to answer runs', async () => {
    const walk = await told();
    const state = await walk.state();
    expect([state.status, state.openTask]).toEqual(['EXAMINATION', undefined]);
    expect(state.respondentTask).toMatchObject({ kind: 'response', session: 2, dueAt: '2026-03-11T16:59:59.999Z' });
    expect(state.disclosures.map(({ version, charges }) => [version, charges])).toEqual([
      [1, ['3f', '3d', '3b']],
      [2, ['3f', '3d', '3b', '4c']],
    ]);
    expect(state.reports).toEqual([]);
    const [mail] = [...walk.store.mails.values()].filter(({ mailId }) =>
      mailId.includes(state.respondentTask?.taskId ?? ''),
    );
    expect(mail?.to).toBe('pegawai.biasa@uji.tertib.test');
  });

  it('are not reported by any number of tries of the step', async () => {
    const walk = await told();
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await reportExaminationStep(walk.ports, await walk.place())).toMatchObject({ outcome: 'AWAIT_RESPONSE' });
    }
    expect((await walk.state()).disclosures).toHaveLength(2);
  });

  it.each([
    [
      'the respondent has answered',
      async (walk: Walk) => void (await walk.own({ outcome: 'FINISH', statement: 'Tidak benar.' })),
    ],
    ['the time to answer is over', async (walk: Walk) => void (await walk.lapse('response'))],
  ])('are reported once %s', async (_what, heard) => {
    const walk = await told();
    await heard(walk);
    await walk.go();
    const state = await walk.state();
    expect([state.status, state.openTask?.kind]).toEqual(['DECISION', 'decision']);
    expect(state.reports).toMatchObject([{ charges: ['3d', '4c'], disclosureHash: state.disclosures.at(-1)?.hash }]);
    await walk.through({ ...steps.decision, provisions: ['3d', '4c'] });
    expect((await walk.state()).status).toBe('SERVICE');
  });

  it('are not, where the respondent only began to answer', async () => {
    const walk = await told();
    await walk.own({ outcome: 'ANSWER', statement: 'Saya masih mencari bukti.' });
    await walk.go();
    expect([(await walk.state()).status, (await walk.state()).openTask]).toEqual(['EXAMINATION', undefined]);
  });

  it('cannot be answered by an answer to what was disclosed before', async () => {
    const walk = await examination();
    await walk.own({ outcome: 'FINISH', statement: 'Tidak benar.' });
    await walk.through(beyond);
    expect((await walk.state()).status).toBe('EXAMINATION');
    expect((await walk.state()).respondentTask).toMatchObject({ kind: 'response' });
  });

  it('are refused in a decision, by name', async () => {
    const walk = await decision();
    const fields = { ...steps.decision, provisions: ['3d', '4c', '5a'] };
    expect(await lawRefuses(walk, fields)).toEqual({
      code: 'EVIDENCE_NOT_DISCLOSED',
      path: 'provisions',
      citesALaw: true,
    });
    expect(await walk.act(fields)).toMatchObject({ refusal: { en: expect.stringContaining('4c, 5a') } });
  });
});

describe('a decision on another set than the newest', () => {
  it.each([
    ['SANCTION', steps.decision],
    ['DISMISS', { outcome: 'DISMISS' }],
  ])('is refused: %s', async (_outcome, fields) => {
    const walk = await (await told()).copy();
    await walk.lapse('response');
    await walk.go();
    const [older] = (await walk.state()).disclosures;
    const disclosureHash = older?.hash;
    expect(await refusedAct(walk, { ...fields, disclosureHash })).toMatchObject({ code: 'DISCLOSURE_CHANGED' });
  });
});
