import { readFileSync } from 'node:fs';
import { appointmentNames } from '../../../../web/pages/appointment-fields.ts';
import { outcomesOf, taskKinds } from '../../../../web/text/codes.ts';
import { langs } from '../../../../web/text/lang.ts';
import { attribute, elements, named, page, pageIn } from './markup.ts';
import { actSamples } from './samples-act.ts';

const pageOf = pageIn(actSamples);

describe('an act page', () => {
  it.each([
    ['task-triage', 'triage', ['respondentNip', 'track', 'caseNumber']],
    ['task-review', 'review', ['principles', 'charges', 'impact', 'withheld', 'track', ...appointmentNames]],
    ['task-review-ethics', 'review', ['principles', 'withheld', 'track', ...appointmentNames]],
    ['task-team', 'team', ['members', 'chair', 'secretary']],
    ['task-team-nobody', 'team', []],
    [
      'task-examination',
      'examination',
      [
        ...['serviceMethod', 'servedOn', 'questions', 'answers', 'statement', 'signing'],
        ...['findings', 'charges', 'impact', 'impactReason', 'aggravating', 'mitigating', 'recommendedSanction'],
        ...['releaseFrom', 'actingOfficial', 'track', ...appointmentNames],
      ],
    ],
    ['task-decision', 'decision', ['sanctionCode', 'provisions', 'impact', 'deviationReason', 'disclosureHash']],
    ['task-decision-ethics', 'decision', ['sanctionCode', 'disclosureHash']],
    ['task-service', 'service', ['receivedOn', 'dispatchedOn', 'method']],
    ['task-appeal', 'appeal', ['body', 'decisionNumber', 'decidedOn', 'sanctionCode']],
    ['task-execution', 'execution', ['restoredOn']],
  ] as const)('%s carries its kind, the contract’s outcomes and its own inputs', (name, kind, further) => {
    const html = pageOf(name);
    expect(html).toContain(`data-step="act" data-task-kind="${kind}"`);
    const radios = elements(html, 'input').filter((input) => attribute(input, 'name') === 'outcome');
    expect(radios.map((radio) => attribute(radio, 'value'))).toEqual([...outcomesOf[kind]]);
    const names = new Set(elements(html, 'input|select|textarea').map((input) => attribute(input, 'name')));
    expect(names).toEqual(new Set(['step', 'csrf', 'contentHash', 'outcome', 'reason', ...further]));
  });

  it.each(langs.flatMap((lang) => named(actSamples).map(([name, sample]) => [name, lang, sample] as const)))(
    '%s (%s) never comes with an outcome chosen, whatever was sent before, and with nothing else chosen at first',
    (name, lang, sample) => {
      const html = page(sample, lang);
      const outcomes = elements(html, 'input').filter((input) => attribute(input, 'name') === 'outcome');
      expect(outcomes.filter((input) => /\schecked\b/.test(input))).toEqual([]);
      if (!/-(?:filled|errors)$/.test(name)) expect(html).not.toMatch(/\s(?:checked|selected)\b/);
    },
  );

  it.each([
    ['task-triage-errors', { track: ['ETHICS'] }],
    ['task-review-filled', { principles: ['P8'], charges: ['3b', '3f'], track: ['ETHICS'] }],
    ['task-team-filled', { members: ['197003122000032001', '198103122005012004'] }],
    [
      'task-examination-filled',
      { serviceMethod: ['POSTED'], signing: [''], charges: ['3f'], impact: ['AGENCY'], examinationMode: ['VIRTUAL'] },
    ],
    ['task-decision-filled', { provisions: ['3b'], impact: ['UNIT'] }],
  ])('%s comes back with what was ticked before: %j', (name, expected: Record<string, string[]>) => {
    const checked = elements(pageOf(name), 'input').filter((input) => /\schecked\b/.test(input));
    const found = checked.map((input) => [attribute(input, 'name') ?? '', attribute(input, 'value') ?? ''] as const);
    const byName = Map.groupBy(found, ([input]) => input);
    expect(Object.fromEntries([...byName].map(([input, pairs]) => [input, pairs.map(([, value]) => value)]))).toEqual(
      expected,
    );
  });

  it('gives back texts, dates, choices from lists, and each question with its answer', () => {
    const examination = pageOf('task-examination-filled');
    expect(examination).toMatch(/id="questions"[^>]*>\nApakah akun itu milik Saudara\?</);
    expect(examination).toMatch(/id="answers-4"[^>]*>\nSaya\.</);
    expect(examination).toMatch(/id="answers-9"/);
    expect(examination).toMatch(/<option value="R2" selected>/);
    expect(examination).toMatch(/name="examinationOn"[^>]* value="2026-12-20"/);
    expect(pageOf('task-service-filled')).toMatch(/name="dispatchedOn"[^>]* value="2026-12-18"/);
    expect(pageOf('task-appeal-filled')).toMatch(/<option value="R1" selected>/);
    expect(pageOf('task-team-filled')).toMatch(/<option value="197003122000032001" selected>/);
  });

  it('opens what is folded away as soon as something in it is filled in or wrong', () => {
    expect(elements(pageOf('task-review'), 'details').filter((part) => / open/.test(part))).toEqual([]);
    // Charges, the other charges within them, and the appointment.
    expect(elements(pageOf('task-review-filled'), 'details').filter((part) => / open/.test(part))).toHaveLength(3);
    expect(pageOf('task-examination-filled')).toMatch(/<details open><summary>Baris tanya jawab berikutnya/);
  });

  it('says which outcome each group of an examination is for, and leaves the others out by style alone', () => {
    const html = pageOf('task-examination');
    expect(html).toContain('Untuk “Terlapor hadir dan diperiksa” atau “Terlapor tidak hadir”.');
    const groups = elements(html, 'fieldset').flatMap((group) => /for-[A-Z_ for-]+/.exec(group) ?? []);
    expect(groups.map(String)).toEqual([
      'for-ABSENT',
      'for-HELD',
      'for-HELD for-ABSENT',
      'for-ABSENT for-RESCHEDULE',
      'for-RELEASE',
      'for-CHANGE_TRACK',
    ]);
    const css = readFileSync(new URL('../../../../web/assets/tertib.css', import.meta.url), 'utf8');
    const used = actSamples.flatMap((sample) =>
      [...page(sample).matchAll(/[ "]for-([A-Z_]+)/g)].map(([, name]) => name),
    );
    for (const outcome of new Set(used)) expect(css).toContain(`[value="${outcome}"]:checked) .for-${outcome}`);
  });

  it('shows undisclosed evidence and sanctions beyond reach without a way to use them', () => {
    const html = pageOf('task-decision');
    const hidden = /Bukti yang tidak diperlihatkan[\s\S]*?<\/dd>/.exec(html)?.[0] ?? '';
    expect(hidden).toContain('Lampiran 1: layar.png');
    expect(hidden).not.toContain('<a ');
    expect(html).toMatch(/<option value="B1" disabled>[^<]*perlu tim pemeriksa: PP 94\/2021 Pasal 29/);
    expect(html).toMatch(/Tidak dapat dipilih[\s\S]*perlu tim pemeriksa/);
  });

  it('says what leaving an input empty means', () => {
    expect(pageOf('task-review')).toContain('hari kerja ke-7');
    expect(pageOf('task-review')).toContain('yang utama dari prinsip yang Anda centang');
    expect(pageOf('task-team')).toContain('Tanpa centang, tim yang ditandai “diusulkan” dibentuk.');
    expect(pageOf('task-examination')).toContain('Terlapor menandatangani di halamannya sendiri');
  });

  it('shows all eight principles as boxes and the machine’s span beside its own', () => {
    const html = pageOf('task-review');
    const boxes = elements(html, 'input').filter((input) => attribute(input, 'name') === 'principles');
    expect(boxes.map((box) => attribute(box, 'value'))).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8']);
    expect(html).toContain('<mark>pendatang haram yang harus diusir</mark>');
    expect(html).toContain('keyakinan tinggi');
  });

  it('says that no signal does not mean clean', () => {
    expect(pageOf('task-triage')).toContain('bukan berarti bersih');
  });

  it('gives back what was typed, escaped, but asks for the outcome again', () => {
    const html = pageOf('task-triage-errors');
    expect(html).toContain('value="198503122010011009"');
    expect(html).toContain('hasil harus dipilih ulang');
  });

  it('never makes a source address a link', () => {
    const html = pageOf('task-review');
    expect(elements(html, 'a').some((a) => attribute(a, 'href')?.startsWith('http'))).toBe(false);
  });

  it('has a page for each kind that the texts know', () => {
    const kinds = actSamples.map((sample) => /data-task-kind="([a-z]+)"/.exec(page(sample))?.[1]);
    expect(new Set(kinds)).toEqual(new Set(taskKinds));
  });
});
