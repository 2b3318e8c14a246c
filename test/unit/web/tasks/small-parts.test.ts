import fc from 'fast-check';
import { VersionConflict } from '../../../../core/errors.ts';
import { refusal } from '../../../../core/refusal.ts';
import { type ActKind, parseAct } from '../../../../core/tasks/act-forms.ts';
import { returnPath } from '../../../../web/http/console/return-path.ts';
import { issueErrors, refusalError } from '../../../../web/http/tasks/act-errors.ts';
import { filledIn } from '../../../../web/http/tasks/form-fields.ts';
import { retried } from '../../../../web/http/tasks/retried.ts';
import { isFromOwnPage } from '../../../../web/http/tasks/same-origin.ts';
import { parseLink } from '../../../../web/http/tasks/task-link.ts';

describe('the last part of a mailed address', () => {
  const secret = 'A'.repeat(43);
  it('is a task and a secret of 256 bits', () => {
    expect(parseLink(`7K3M9QXA4E5F6G7H.${secret}`)).toEqual({ taskId: '7K3M9QXA4E5F6G7H', secret });
  });

  it.each([
    undefined,
    '',
    '7K3M9QXA4E5F6G7H',
    `7K3M9QXA4E5F6G7H.${secret}A`,
    `7K3M9QXA4E5F6G7H.${secret.slice(1)}`,
    `7k3m9qxa4e5f6g7h.${secret}`,
    `7K3M9QXA4E5F6G7H.${secret}\n`,
    `7K3M9QXA4E5F6G7H.${secret.slice(1)}=`,
    `IIIIIIIIIIIIIIII.${secret}`,
  ])('is nothing else: %j', (text) => expect(parseLink(text)).toBeUndefined());
});

describe('a form', () => {
  const from = (headers: Record<string, string>, baseUrl = 'https://tertib.test') =>
    isFromOwnPage({
      request: new Request('https://gateway.test/t/x', { headers }),
      url: new URL('https://gateway.test/t/x'),
      config: { baseUrl } as Parameters<typeof isFromOwnPage>[0]['config'],
    });

  it.each([
    [{}, true],
    [{ origin: 'https://tertib.test' }, true],
    [{ origin: 'https://gateway.test' }, true],
    [{ origin: 'null' }, true],
    [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ origin: 'http://tertib.test' }, false],
    [{ origin: 'https://tertib.test:8443' }, false],
    [{ origin: 'https://evil.test' }, false],
    [{ origin: 'https://tertib.test', 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'nonsense' }, false],
  ])('with %j comes from a page of this site: %s', (headers: Record<string, string>, expected) =>
    expect(from(headers)).toBe(expected),
  );
});

describe('where the sign-in leads back to', () => {
  it.each(['/konsol', '/konsol/tugas', '/konsol/perkara/UJI-2026-7K3M9QXA', '/konsol?status=TRIAGE&q=%20x&cursor=a-_'])(
    'is the page of the console that was asked for: %s',
    (path) => expect(returnPath(path)).toBe(path),
  );

  it('is always a path of the console at this origin', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '@',
      ':',
      'konsol',
      '/konsol',
      '%2f',
      '?',
      '#',
      '\t',
      '\n',
      'evil.test',
      '//',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { origin, pathname } = new URL(returnPath(text), 'https://tertib.test');
        expect([origin, pathname === '/konsol' || pathname.startsWith('/konsol/')]).toEqual([
          'https://tertib.test',
          true,
        ]);
      }),
    );
  });
});

describe('what is wrong with an act form', () => {
  const errors = (kind: ActKind, fields: Record<string, unknown>) => {
    const parsed = parseAct(kind, fields);
    return parsed.ok ? [] : issueErrors(parsed.issues, 'id').map(({ field }) => field);
  };
  const hashes = { contentHash: 'a'.repeat(64), disclosureHash: 'b'.repeat(64) };
  const reason = 'Cukup beralasan.';

  it.each([
    ['triage', {}, ['outcome']],
    ['triage', { ...hashes, outcome: 'PROCEED' }, ['reason', 'respondentNip', 'track']],
    ['triage', { ...hashes, outcome: 'MERGE', reason }, ['caseNumber']],
    ['triage', { outcome: 'REJECT', reason }, ['outcome']],
    ['review', { ...hashes, outcome: 'PROCEED', reason }, ['principles']],
    ['review', { ...hashes, outcome: 'PROCEED', reason, principles: ['P9', 'P10'] }, ['principles']],
    ['decision', { ...hashes, outcome: 'SANCTION', reason }, ['sanctionCode']],
    ['decision', { ...hashes, outcome: 'SANCTION', reason, sanctionCode: 'R1', impact: 'WORLD' }, ['impact']],
    ['decision', { contentHash: hashes.contentHash, outcome: 'DISMISS', reason }, ['outcome']],
    [
      'decision',
      { ...hashes, outcome: 'SANCTION', reason, sanctionCode: 'R1', deviationReason: 'x' },
      ['deviationReason'],
    ],
    ['review', { ...hashes, outcome: 'CHANGE_TRACK', reason }, ['track']],
    [
      'review',
      { ...hashes, outcome: 'PROCEED', reason, principles: 'P1', charges: ['9z'], examinationAt: '25:00' },
      ['charges', 'examinationAt'],
    ],
    ['team', { ...hashes, outcome: 'FORM', reason, members: ['1'], chair: 'x' }, ['members', 'chair']],
    [
      'examination',
      { ...hashes, outcome: 'HELD', reason, answers: ['x'.repeat(5001)], recommendedSanction: 'X', signing: 'MAYBE' },
      ['answers', 'recommendedSanction', 'signing'],
    ],
    [
      'examination',
      { ...hashes, outcome: 'ABSENT', reason, serviceMethod: 'PIGEON', servedOn: '2026-13-01' },
      ['serviceMethod', 'servedOn'],
    ],
    ['examination', { ...hashes, outcome: 'RESCHEDULE', reason, examinationOn: '' }, ['examinationOn']],
    ['examination', { ...hashes, outcome: 'RELEASE', reason, actingOfficial: '12' }, ['actingOfficial']],
    ['service', { ...hashes, outcome: 'SERVED', reason, method: 'x' }, ['receivedOn', 'method']],
    ['service', { ...hashes, outcome: 'DISPATCHED', reason, dispatchedOn: 'kemarin' }, ['dispatchedOn']],
    ['appeal', { ...hashes, outcome: 'CHANGED', reason }, ['body', 'decisionNumber', 'sanctionCode']],
    ['execution', { ...hashes, outcome: 'COMPLETED', reason, restoredOn: 'x' }, ['restoredOn']],
  ] as const)('%s %j is told once at each field: %j', (kind, fields, expected) => {
    expect(errors(kind, fields).sort()).toEqual([...expected].sort());
  });

  it('is told in the language of the page', () => {
    const no = refusal('X', 'Tidak.', 'No.');
    expect(refusalError(no, 'track', 'en')).toEqual({ field: 'track', message: 'No.' });
    expect(refusalError(no, '', 'id')).toEqual({ field: 'outcome', message: 'Tidak.' });
  });
});

describe('what was filled in', () => {
  it('comes back whole, but for the outcome and what ties the form to its page', () => {
    const fields = {
      ...{ step: 'act', csrf: 'c', contentHash: 'h', disclosureHash: 'd', outcome: 'HELD' },
      ...{ reason: 'Sebab.', charges: '3f', members: ['1', '2'], file: new File([], 'x'), odd: [1, 'a'] },
    };
    expect(filledIn(fields)).toEqual({
      typed: { reason: 'Sebab.', charges: '3f' },
      lists: { reason: ['Sebab.'], charges: ['3f'], members: ['1', '2'], file: [], odd: ['a'] },
    });
  });
});

describe('what lost a race', () => {
  const failing = (times: number, error: Error) => {
    let calls = 0;
    return async () => {
      calls += 1;
      if (calls <= times) throw error;
      return calls;
    };
  };
  it('is run again, up to eight times', async () => {
    expect(await retried(failing(7, new VersionConflict('x')))).toBe(8);
    await expect(retried(failing(8, new VersionConflict('x')))).rejects.toThrow(VersionConflict);
  });

  it('is not run again for anything else', async () => {
    await expect(retried(failing(1, new TypeError('x')))).rejects.toThrow(TypeError);
  });
});
