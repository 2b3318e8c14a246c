import { defaultIntakeLimits, reportSchema } from '../../../core/report.ts';

const schema = reportSchema(defaultIntakeLimits);
const description = 'Mengunggah ujaran kebencian pada akun pribadi.';
const report = (over: object = {}) => ({
  agencyId: 'contoh',
  reporter: { anonymous: true },
  respondent: {},
  incident: { description },
  ...over,
});
const incident = (over: object) => report({ incident: { description, ...over } });
const attachment = (over: object = {}) => ({ fileName: 'bukti.png', mediaType: 'image/png', size: 1, ...over });
const url = (index: number) => `https://example.test/${index}`;
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('a report', () => {
  it('needs only an agency, a reporter and a description', () => {
    expect(schema.parse(report())).toEqual({
      agencyId: 'contoh',
      reporter: { anonymous: true },
      respondent: {},
      incident: { description, urls: [] },
      language: 'id',
    });
  });

  it.each([
    ['a named reporter', report({ reporter: { name: 'Ani', email: 'ani@example.test', phone: '+62 812-3456-7890' } })],
    [
      'a respondent with accounts',
      report({ respondent: { nip: '198503152010011001', accounts: [{ platform: 'x', handle: '@a' }] } }),
    ],
    ['line breaks and tabs in the description', incident({ description: `${description}\n\tDua baris.` })],
    ['other scripts and emoji', incident({ description: 'ꦲꦏ꧀ꦱꦫ ꦗꦮ dan 🙏🏽 dalam satu laporan' })],
    ['20 addresses', incident({ urls: many(20, url) })],
    ['20 attachments', report({ attachments: many(20, () => attachment()) })],
    ['a date', incident({ occurredAt: '2026-11-20' })],
    ['a time with its offset', incident({ occurredAt: '2026-11-20T08:00:00+07:00' })],
  ])('may have %s', (_what, body) => {
    expect(schema.safeParse(body).success).toBe(true);
  });

  it.each<[string, unknown, string]>([
    ['no agency', report({ agencyId: undefined }), 'agencyId'],
    ['no reporter', report({ reporter: undefined }), 'reporter'],
    ['a name although anonymous', report({ reporter: { anonymous: true, name: 'Ani' } }), 'reporter'],
    ['an unknown field', report({ extra: 1 }), ''],
    ['an unknown field inside', incident({ extra: 1 }), 'incident'],
    ['a description of 19 characters', incident({ description: 'x'.repeat(19) }), 'incident.description'],
    ['a description of blanks', incident({ description: ' '.repeat(40) }), 'incident.description'],
    ['a description of 20,001 characters', incident({ description: 'x'.repeat(20_001) }), 'incident.description'],
    ['a null character', incident({ description: `${description}\0` }), 'incident.description'],
    [
      'an override of writing direction',
      incident({ description: `${description}\u202Egnp.exe` }),
      'incident.description',
    ],
    ['a lone surrogate', incident({ description: `${description}\uD800` }), 'incident.description'],
    ['21 addresses', incident({ urls: many(21, url) }), 'incident.urls'],
    ['a javascript: address', incident({ urls: ['javascript:alert(1)'] }), 'incident.urls.0'],
    ['a file: address', incident({ urls: ['file:///etc/passwd'] }), 'incident.urls.0'],
    ['an address with a password', incident({ urls: ['https://a:b@example.test/'] }), 'incident.urls.0'],
    [
      'an address of 2,049 characters',
      incident({ urls: [`https://example.test/${'x'.repeat(2028)}`] }),
      'incident.urls.0',
    ],
    ['an impossible date', incident({ occurredAt: '2026-02-30' }), 'incident.occurredAt'],
    ['a time without offset', incident({ occurredAt: '2026-11-20T08:00:00' }), 'incident.occurredAt'],
    ['a NIP that is none', report({ respondent: { nip: '1985' } }), 'respondent.nip'],
    [
      '11 accounts',
      report({ respondent: { accounts: many(11, () => ({ platform: 'x', handle: 'a' })) } }),
      'respondent.accounts',
    ],
    ['21 attachments', report({ attachments: many(21, () => attachment()) }), 'attachments'],
    [
      'an attachment of 25 MiB and a byte',
      report({ attachments: [attachment({ size: 25 * 1024 * 1024 + 1 })] }),
      'attachments.0.size',
    ],
    ['an empty attachment', report({ attachments: [attachment({ size: 0 })] }), 'attachments.0.size'],
    [
      'a file name with a path',
      report({ attachments: [attachment({ fileName: '../bukti.png' })] }),
      'attachments.0.fileName',
    ],
    [
      'a file name over two lines',
      report({ attachments: [attachment({ fileName: 'bukti\r\n.png' })] }),
      'attachments.0.fileName',
    ],
    ['a name over two lines', report({ respondent: { name: 'Budi\nBcc: x' } }), 'respondent.name'],
    ['a phone number over two lines', report({ reporter: { phone: '081234\n567890' } }), 'reporter.phone'],
    ['a mail address over two lines', report({ reporter: { email: 'a@b.test\nBcc: c@d.test' } }), 'reporter.email'],
    ['another language', report({ language: 'jv' }), 'language'],
  ])('with %s is refused', (_what, body, path) => {
    const parsed = schema.safeParse(body);
    expect(parsed.success).toBe(false);
    const paths = parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
    expect(paths.some((found) => found === path || path.startsWith(`${found}.`))).toBe(true);
  });

  it('follows the limits of the deployment', () => {
    const small = reportSchema({ urls: 1, attachments: 1, attachmentBytes: 10 });
    expect(small.safeParse(incident({ urls: many(2, url) })).success).toBe(false);
    expect(small.safeParse(report({ attachments: [attachment({ size: 11 })] })).success).toBe(false);
    expect(small.safeParse(report({ attachments: [attachment({ size: 10 })] })).success).toBe(true);
  });
});
