import { captureFailure } from '../../../../core/capture/capture-failures.ts';
import { contentCodings, headerValue, mediaTypeOf } from '../../../../core/capture/headers.ts';
import type { CaptureQuality } from '../../../../core/capture/page-capture.ts';
import { type Answer, qualityOf } from '../../../../core/capture/quality.ts';

const page = (html: string, change: Partial<Answer> = {}): Answer => ({
  status: 200,
  headers: [['content-type', 'text/html']],
  decoded: new TextEncoder().encode(html),
  finalUrl: 'https://contoh.test/post/1',
  redirected: false,
  ...change,
});

describe('the quality of an answer', () => {
  const form = '<form><input name=u><input type=password></form>';
  it.each<[CaptureQuality, string, Answer]>([
    ['COMPLETE', 'a page', page('<p>Isi</p>')],
    ['COMPLETE', 'an empty answer', page('', { status: 204 })],
    ['COMPLETE', 'a post beside a sign-in form', page(`${form}<p>${'kata '.repeat(300)}</p>`)],
    [
      'COMPLETE',
      'a page about signing in that was asked for',
      page('<p>a</p>', { finalUrl: 'https://contoh.test/login' }),
    ],
    [
      'COMPLETE',
      'a redirect to a word that only begins so',
      page('a', { redirected: true, finalUrl: 'https://contoh.test/logins' }),
    ],
    ['LOGIN_WALL', 'a sign-in form alone', page(form)],
    [
      'LOGIN_WALL',
      'a redirect to a sign-in page',
      page('a', { redirected: true, finalUrl: 'https://contoh.test/i/flow/Login' }),
    ],
    ['LOGIN_WALL', 'status 401', page('a', { status: 401 })],
    ['NOT_FOUND', 'status 404', page(form, { status: 404 })],
    ['GONE', 'status 410', page('a', { status: 410 })],
    ['HTTP_ERROR', 'status 403', page('a', { status: 403 })],
    ['HTTP_ERROR', 'status 503', page('a', { status: 503 })],
    ['HTTP_ERROR', 'a redirect that leads nowhere', page('a', { status: 302 })],
    ['UNDECODABLE', 'bytes in an unknown coding', page('', { decoded: undefined })],
  ])('is %s for %s', (quality, _, answer) => {
    expect(qualityOf(answer)).toBe(quality);
  });
});

describe('a failure', () => {
  it('tells no address, port or system word to whoever reads it', () => {
    const codes = ['REFUSED_ADDRESS', 'CONNECTION_FAILED', 'DNS_FAILURE', 'TLS_FAILURE', 'TIMEOUT'] as const;
    for (const { id, en } of codes.map(captureFailure))
      expect(`${id} ${en}`).not.toMatch(/\d|private|loopback|E[A-Z]{4,}/);
  });
});

describe('headers', () => {
  it('are found whatever the case of their name, the first of several', () => {
    expect(
      headerValue(
        [
          ['X-A', '1'],
          ['x-a', '2'],
        ],
        'x-A',
      ),
    ).toBe('1');
    expect(headerValue([], 'x-a')).toBeUndefined();
  });

  it('give the media type bare', () => {
    expect(mediaTypeOf([['Content-Type', ' Text/HTML ; charset=x']])).toBe('text/html');
    expect(mediaTypeOf([])).toBe('');
  });

  it('give the content codings in order, over several lines, and refuse a pile of them', () => {
    expect(
      contentCodings([
        ['Content-Encoding', 'GZIP, identity'],
        ['content-encoding', 'br'],
      ]),
    ).toEqual(['gzip', 'br']);
    expect(contentCodings([])).toEqual([]);
    expect(contentCodings([['content-encoding', 'gzip,gzip,gzip,gzip']])).toBeUndefined();
  });
});
