import { qualityOfShown, type Shown } from '../../../../core/capture/quality.ts';

const page = (over: Partial<Shown> = {}): Shown => ({
  status: 200,
  finalUrl: 'https://contoh.test/unggahan/1',
  redirected: false,
  text: 'Ini isi unggahan.',
  asksForPassword: false,
  overlay: '',
  isCut: false,
  ...over,
});
const long = 'Isi artikel yang panjang. '.repeat(100);

describe('what a page is worth that a browser shows', () => {
  it.each([
    ['COMPLETE', 'a post', {}],
    ['COMPLETE', 'a long text that quotes such a sentence', { text: `${long} This page isn't available. ${long}` }],
    ['COMPLETE', 'a long page with a sign-in form beside it', { text: long, asksForPassword: true }],
    ['COMPLETE', 'a picture in front of the page', { overlay: 'Foto ulang tahun' }],
    ['COMPLETE', 'a sign-in page that was asked for itself', { finalUrl: 'https://contoh.test/login' }],
    ['NOT_FOUND', 'status 404', { status: 404 }],
    ['GONE', 'status 410', { status: 410 }],
    ['LOGIN_WALL', 'status 401', { status: 401 }],
    ['HTTP_ERROR', 'status 403', { status: 403 }],
    ['HTTP_ERROR', 'status 503', { status: 503 }],
    [
      'LOGIN_WALL',
      'a redirect to a sign-in page',
      { redirected: true, finalUrl: 'https://www.instagram.com/accounts/login/?next=%2Fp%2FA' },
    ],
    ['LOGIN_WALL', 'a sign-in form alone', { asksForPassword: true, text: 'Masuk ke akun Anda' }],
    [
      'LOGIN_WALL',
      'a sign-in over the page',
      { text: long, overlay: 'See more from Budi\nEmail or phone\nPassword\nLog in' },
    ],
    [
      'LOGIN_WALL',
      'a sign-in over the page, in Indonesian',
      { text: long, overlay: 'Lihat selengkapnya dari Budi di Facebook\nMasuk atau Buat Akun Baru' },
    ],
    [
      'CONSENT_WALL',
      'a consent over the page',
      { text: long, overlay: 'We use cookies\nAccept all\nReject all\nLog in' },
    ],
    ['CONSENT_WALL', 'a consent over the page, in Indonesian', { overlay: 'Izinkan penggunaan cookie dari Facebook?' }],
    [
      'CONSENT_WALL',
      'a redirect to a host for consents',
      { redirected: true, finalUrl: 'https://consent.youtube.com/m?continue=x' },
    ],
    ['GONE', 'a notice that it was removed', { text: 'X\nThis Post was deleted by the Post author. Learn more' }],
    [
      'GONE',
      'a notice that it was removed, with a sign-in beside it',
      { text: 'Postingan ini telah dihapus. Masuk', asksForPassword: true },
    ],
    ['GONE', 'a suspended account', { text: 'Account suspended\nX suspends accounts which violate the X Rules' }],
    [
      'NOT_FOUND',
      'a notice of Instagram',
      { text: "Instagram\nSorry, this page isn't available.\nThe link you followed may be broken" },
    ],
    ['NOT_FOUND', 'a notice of Facebook in Indonesian', { text: 'Konten ini tidak tersedia saat ini' }],
    ['NOT_FOUND', 'a notice of X', { text: 'Hmm...this page doesn’t exist. Try searching for something else.' }],
    ['NOT_FOUND', 'a notice of TikTok', { text: "Couldn't find this account" }],
    ['NOT_FOUND', 'a notice of YouTube', { text: "Video unavailable\nThis video isn't available anymore" }],
    ['TRUNCATED', 'a page that goes on', { isCut: true }],
    ['LOGIN_WALL', 'a page that goes on behind a sign-in', { isCut: true, overlay: 'Log in\nSign up' }],
  ] satisfies [string, string, Partial<Shown>][])('is %s for %s', (quality, _what, over) => {
    expect(qualityOfShown(page(over))).toBe(quality);
  });
});
