import fc from 'fast-check';
import { actAddress } from '../../../../core/register/act-address.ts';
import { sameAct, sharedMarks } from '../../../../core/register/same-act.ts';
import { sha256Hex } from '../../../../core/trail/digest.ts';

describe('two addresses are of one post', () => {
  it.each([
    ['scheme and letters of the host', 'http://Contoh.ID/a/1', 'https://contoh.id/a/1'],
    ['default port', 'https://contoh.id:443/a/1', 'http://contoh.id:80/a/1'],
    ['last slash and fragment', 'https://contoh.id/a/1/#komentar', 'https://contoh.id/a/1'],
    ['the final dot of a host', 'https://contoh.id./a/1', 'https://contoh.id/a/1'],
    ['tracking', 'https://contoh.id/a/1?utm_source=x&utm_Medium=y&fbclid=z', 'https://contoh.id/a/1'],
    ['order of parameters', 'https://contoh.id/a?b=2&a=1', 'https://contoh.id/a?a=1&b=2'],
    ['phone and desktop', 'https://m.facebook.com/u/posts/1', 'https://www.facebook.com/u/posts/1'],
    ['old and new name', 'https://mobile.twitter.com/u/status/1?s=20&t=abc', 'https://x.com/u/status/1'],
    ['a picture in a post', 'https://x.com/u/status/12/photo/1', 'https://x.com/i/web/status/12'],
    ['a renamed account', 'https://x.com/lama/status/12', 'https://x.com/baru/status/12'],
    ['a reel and its post', 'https://www.instagram.com/u/reel/AbC-1/?igsh=x', 'https://instagram.com/p/AbC-1'],
    ['a short link to a video', 'https://youtu.be/AbC-1?si=x', 'https://m.youtube.com/watch?v=AbC-1&feature=share'],
  ])('that differ in %s', (_what, a, b) => {
    expect(actAddress(a)).toBeDefined();
    expect(actAddress(a)).toBe(actAddress(b));
  });
});

describe('two addresses are of different posts', () => {
  it.each([
    ['path', 'https://contoh.id/a/1', 'https://contoh.id/a/2'],
    ['letters of the path', 'https://contoh.id/p/Ab', 'https://contoh.id/p/ab'],
    ['parameter that says what is shown', 'https://contoh.id/?p=1', 'https://contoh.id/?p=2'],
    ['port', 'https://contoh.id:8443/a', 'https://contoh.id/a'],
    ['host of another site', 'https://m.contoh.id/a', 'https://contoh.id/a'],
    ['video', 'https://youtu.be/A', 'https://youtu.be/B'],
  ])('that differ in %s', (_what, a, b) => {
    expect(actAddress(a)).not.toBe(actAddress(b));
  });
});

describe('an address names no act', () => {
  it.each([
    'https://www.instagram.com/akun/',
    'https://x.com/akun?s=20',
    'https://www.tiktok.com/@akun',
    'https://facebook.com/profile.php?id=100',
    'https://facebook.com/people/Siti/100',
    'https://linkedin.com/in/akun',
    'https://youtube.com/channel/UC1',
    'https://t.me/kanal',
    'https://contoh.id/',
    'ftp://contoh.id/a',
    'bukan alamat',
    '',
  ])('where it is an account, a site, or no address: %s', (url) => {
    expect(actAddress(url)).toBeUndefined();
  });
});

it('an address is never refused with an error, and is its own form', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (url) => {
      const address = actAddress(url);
      if (address !== undefined) expect(actAddress(`https://${address}`)).toBe(address);
    }),
  );
});

describe('two cases are about one act', () => {
  const post = 'https://x.com/u/status/1';
  const hash = sha256Hex('unggahan');

  it.each([
    ['they share evidence', { evidence: [hash], urls: [] }, { evidence: ['a', hash], urls: [] }, true],
    [
      'they share a post',
      { evidence: [], urls: [post] },
      { evidence: [], urls: ['https://twitter.com/u/status/1?s=1'] },
      true,
    ],
    ['they share nothing', { evidence: ['a'], urls: [post] }, { evidence: ['b'], urls: [`${post}2`] }, false],
    [
      'they share an account only',
      { evidence: [], urls: ['https://x.com/u'] },
      { evidence: [], urls: ['https://x.com/u'] },
      false,
    ],
    [
      'they share nothing but an empty file',
      { evidence: [sha256Hex('')], urls: [] },
      { evidence: [sha256Hex('')], urls: [] },
      false,
    ],
  ])('when %s', (_what, a, b, expected) => {
    expect(sameAct(a, b)).toBe(expected);
    expect(sameAct(b, a)).toBe(expected);
  });

  it('and what they share is named once', () => {
    const marks = { evidence: [hash, hash], urls: [post, `${post}#a`] };
    expect(sharedMarks(marks, marks)).toEqual({ evidence: [hash], addresses: ['x.com/i/status/1'] });
  });
});
