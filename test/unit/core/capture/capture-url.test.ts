import { LONGEST_CAPTURE_URL, parseCaptureUrl, type UrlRefusal } from '../../../../core/capture/capture-url.ts';

const hrefOf = (text: string, base?: string) => {
  const parsed = parseCaptureUrl(text, base === undefined ? {} : { base: new URL(base) });
  return parsed.ok ? parsed.url.href : parsed.reason;
};

describe('a capture URL', () => {
  it.each([
    ['http://contoh.go.id', 'http://contoh.go.id/'],
    ['HTTPS://Contoh.GO.ID:443/A?b#c', 'https://contoh.go.id/A?b'],
    ['http://contoh.go.id:443/', 'http://contoh.go.id:443/'],
    ['https://bücher.test/', 'https://xn--bcher-kva.test/'],
    ['https://contoh.go.id/a b', 'https://contoh.go.id/a%20b'],
    ['https://8.8.8.8/', 'https://8.8.8.8/'],
    ['https://134744072/', 'https://8.8.8.8/'],
    ['https://[2606:4700::1]/', 'https://[2606:4700::1]/'],
    ['https://contoh.go.id./', 'https://contoh.go.id./'],
    ['http://contoh.go.id\\@127.0.0.1/', 'http://contoh.go.id/@127.0.0.1/'],
  ])('is read and written in one form: %s', (text, href) => {
    expect(hrefOf(text)).toBe(href);
  });

  it.each<[UrlRefusal, string]>([
    ['NOT_A_URL', ''],
    ['NOT_A_URL', 'contoh.go.id'],
    ['NOT_A_URL', 'http://'],
    ['NOT_A_URL', 'http://256.256.256.256/'],
    ['NOT_A_URL', 'http://contoh.go.id:99999/'],
    ['NOT_A_URL', 'http://[::1'],
    ['SCHEME', 'javascript:alert(1)'],
    ['SCHEME', 'file:///etc/passwd'],
    ['SCHEME', 'gopher://contoh.go.id/'],
    ['SCHEME', 'blob:https://contoh.go.id/x'],
    ['CREDENTIALS', 'http://a@contoh.go.id/'],
    ['CREDENTIALS', 'http://:b@contoh.go.id/'],
    ['CREDENTIALS', 'http://contoh.go.id@127.0.0.1/'],
    ['PORT', 'http://contoh.go.id:8080/'],
    ['PORT', 'http://127.0.0.1:6379/'],
    ['CONTROL_CHARACTER', 'http://contoh.go.id/\r\nX: y'],
    ['CONTROL_CHARACTER', 'java\tscript:alert(1)'],
    ['CONTROL_CHARACTER', '\u0000http://contoh.go.id/'],
    ['CONTROL_CHARACTER', 'http://contoh.go.id/\u202egpj.exe'],
    ['CONTROL_CHARACTER', 'http://con\u200btoh.go.id/'],
    ['TOO_LONG', `http://contoh.go.id/${'a'.repeat(LONGEST_CAPTURE_URL)}`],
    ['TOO_LONG', `http://contoh.go.id/${'é'.repeat(LONGEST_CAPTURE_URL / 2)}`],
    ['ADDRESS', 'http://127.0.0.1/'],
    ['ADDRESS', 'http://0x7f.1/'],
    ['ADDRESS', 'http://[::ffff:10.0.0.1]/'],
  ])('is refused as %s: %j', (reason, text) => {
    expect(parseCaptureUrl(text)).toEqual({ ok: false, reason });
  });

  it('that is relative stands on its base, and is judged like any other', () => {
    expect(hrefOf('../b', 'https://contoh.go.id/a/c')).toBe('https://contoh.go.id/b');
    expect(hrefOf('//10.0.0.1/', 'https://contoh.go.id/')).toBe('ADDRESS');
    expect(hrefOf('/b')).toBe('NOT_A_URL');
  });

  it('tells a literal address from a name, without brackets', () => {
    expect(parseCaptureUrl('https://[2606:4700::1]/')).toMatchObject({
      host: '2606:4700::1',
      literal: true,
      port: 443,
    });
    expect(parseCaptureUrl('http://8.8.8.8/')).toMatchObject({ host: '8.8.8.8', literal: true, port: 80 });
    expect(parseCaptureUrl('http://8.8.8.8.contoh.test/')).toMatchObject({ literal: false });
  });

  it('may use the ports that are given, and then no other', () => {
    expect(parseCaptureUrl('http://contoh.go.id:8080/', { ports: [8080] })).toMatchObject({ ok: true, port: 8080 });
    expect(parseCaptureUrl('http://contoh.go.id/', { ports: [8080] })).toEqual({ ok: false, reason: 'PORT' });
  });
});
