import fc from 'fast-check';
import { pageMarks } from '../../../../core/capture/page-marks.ts';
import { postAddress } from '../../../../core/capture/post-address.ts';
import { postIdentity } from '../../../../core/capture/post-identity.ts';

describe('the address of a post', () => {
  it.each([
    ['https://x.com/budi/status/1234567890123456789', 'X', '1234567890123456789', 'budi'],
    ['https://twitter.com/budi/status/12/photo/1', 'X', '12', 'budi'],
    ['https://mobile.twitter.com/budi/statuses/12', 'X', '12', 'budi'],
    ['https://x.com/i/web/status/12', 'X', '12', undefined],
    ['https://x.com/i/status/12?s=20', 'X', '12', undefined],
    ['https://x.com/budi', 'X', undefined, undefined],
    ['https://www.facebook.com/budi.pns/posts/pfbid02abcDEFghi12345', 'FACEBOOK', 'pfbid02abcDEFghi12345', 'budi.pns'],
    ['https://www.facebook.com/budi/posts/judul-panjang/123456', 'FACEBOOK', '123456', 'budi'],
    ['https://m.facebook.com/story.php?story_fbid=99&id=1', 'FACEBOOK', '99', undefined],
    ['https://www.facebook.com/permalink.php?story_fbid=pfbid0abc&id=1', 'FACEBOOK', 'pfbid0abc', undefined],
    ['https://www.facebook.com/photo/?fbid=77', 'FACEBOOK', '77', undefined],
    ['https://www.facebook.com/watch/?v=55', 'FACEBOOK', '55', undefined],
    ['https://www.facebook.com/budi/videos/55/', 'FACEBOOK', '55', 'budi'],
    ['https://www.facebook.com/reel/66', 'FACEBOOK', '66', undefined],
    ['https://www.facebook.com/groups/asn/posts/88/', 'FACEBOOK', '88', undefined],
    ['https://www.instagram.com/p/C1abcDEF_-9/', 'INSTAGRAM', 'C1abcDEF_-9', undefined],
    ['https://www.instagram.com/reel/C1abc/?igsh=x', 'INSTAGRAM', 'C1abc', undefined],
    ['https://www.instagram.com/budi/p/C1abc/', 'INSTAGRAM', 'C1abc', 'budi'],
    ['https://www.instagram.com/stories/budi/3141592/', 'INSTAGRAM', '3141592', 'budi'],
    ['https://www.threads.net/@budi/post/C1abc', 'THREADS', 'C1abc', 'budi'],
    ['https://www.threads.com/t/C1abc', 'THREADS', 'C1abc', undefined],
    ['https://www.tiktok.com/@budi/video/7300000000000000000?lang=id', 'TIKTOK', '7300000000000000000', 'budi'],
    ['https://www.tiktok.com/@budi/photo/73', 'TIKTOK', '73', 'budi'],
    ['https://www.tiktok.com/@budi', 'TIKTOK', undefined, 'budi'],
    ['https://vt.tiktok.com/ZSabc/', 'TIKTOK', undefined, undefined],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3', 'YOUTUBE', 'dQw4w9WgXcQ', undefined],
    ['https://youtu.be/dQw4w9WgXcQ', 'YOUTUBE', 'dQw4w9WgXcQ', undefined],
    ['https://www.youtube.com/shorts/abcdefghijk', 'YOUTUBE', 'abcdefghijk', undefined],
    ['https://www.youtube.com/@budi/videos', 'YOUTUBE', undefined, 'budi'],
  ])('%s is %s %s of %s', (address, platform, postId, author) => {
    expect(postAddress(address)).toEqual({ platform, postId, author });
  });

  it.each([
    'https://contoh.test/budi/status/1',
    'https://notx.com/budi/status/1',
    'https://x.com.jahat.test/a/status/1',
    'x',
    '',
  ])('%s is of none of the platforms', (address) => {
    expect(postAddress(address)).toBeUndefined();
  });

  it('is read without a throw whatever it is', () => {
    fc.assert(fc.property(fc.webUrl({ withQueryParameters: true }), (url) => void postAddress(url)));
    fc.assert(fc.property(fc.string(), (text) => void postAddress(`https://x.com/${text}`)));
  });
});

const ofPage = (html: string, addresses = ['https://www.instagram.com/p/C1abc/']) =>
  postIdentity(addresses, pageMarks(html));

describe('which post a page shows', () => {
  it.each([
    ['a title', '<meta property="og:title" content="Budi (@budi.pns) on Instagram: &quot;x&quot;">', 'budi.pns'],
    [
      'linked data',
      '<script type="application/ld+json">{"@type":"SocialMediaPosting","author":{"@type":"Person","alternateName":"@budi","name":"Budi S."}}</script>',
      'budi',
    ],
    [
      'linked data in a graph',
      '<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"author":[{"name":"Budi S."}]}]}</script>',
      'Budi S.',
    ],
    ['a meta tag', '<meta name="twitter:creator" content="@budi">', 'budi'],
    ['a meta tag whatever its case', '<META NAME="Author" CONTENT="Budi">', 'Budi'],
    ['its canonical address', '<link rel="canonical" href="https://www.instagram.com/budi/p/C1abc/">', 'budi'],
  ])('is told by %s', (_what, html, author) => {
    expect(ofPage(html)).toMatchObject({ platform: 'INSTAGRAM', author: { value: author, from: 'PAGE' } });
  });

  it('believes the final address before the page', () => {
    const html =
      '<meta property="og:url" content="https://x.com/lain/status/2"><meta property="og:title" content="L (@lain)">';
    expect(ofPage(html, ['https://x.com/budi/status/1'])).toMatchObject({
      platform: 'X',
      postId: { value: '1', from: 'ADDRESS' },
      author: { value: 'budi', from: 'ADDRESS' },
    });
  });

  it('knows the post from the address that was asked for where that led to a sign-in', () => {
    const addresses = ['https://www.instagram.com/accounts/login/?next=x', 'https://www.instagram.com/reel/C1abc/'];
    expect(ofPage('', addresses)).toMatchObject({ platform: 'INSTAGRAM', postId: { value: 'C1abc', from: 'ADDRESS' } });
  });

  it('does not believe a page of another site that it is a post of a platform', () => {
    const html =
      '<link rel="canonical" href="https://x.com/budi/status/1"><meta property="og:url" content="https://x.com/budi/status/1">';
    expect(ofPage(html, ['https://jahat.test/'])).toEqual({ visibleTimes: [] });
  });

  it('has the times that the page shows, each once', () => {
    const html =
      '<meta property="article:published_time" content="2026-11-01T08:00:00+07:00"><time datetime="2026-11-02">kemarin</time><time datetime="2026-11-02"></time><script type="application/ld+json">{"uploadDate":"2026-11-03"}</script>';
    expect(ofPage(html).visibleTimes).toEqual(['2026-11-01T08:00:00+07:00', '2026-11-03', '2026-11-02']);
  });

  it.each([
    ['broken linked data', '<script type="application/ld+json">{"author":</script><p>x'],
    [
      'marks in comments and scripts',
      '<!-- <meta name="author" content="x"> --><script>"<meta name=author content=x>"</script><style><meta name="author" content="x"></style>',
    ],
    ['marks that say nothing', '<meta name="author" content=""><meta><meta content="x"><time>'],
    ['text too long to be a name', `<meta name="author" content="${'x'.repeat(500)}">`],
    [
      'very deep linked data',
      `<script type="application/ld+json">${'{"@graph":['.repeat(50)}${']}'.repeat(50)}</script>`,
    ],
  ])('finds no author in %s', (_what, html) => {
    expect(ofPage(html, ['https://contoh.test/'])).toEqual({ visibleTimes: [] });
  });

  it('reads any page without a throw', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<meta ',
        '<time datetime=',
        '<script type="application/ld+json">',
        '</script>',
        '<!--',
        '>',
        '"',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(Array.isArray(ofPage(pieces.join('')).visibleTimes)).toBe(true);
      }),
    );
  });

  it('reads a page of many open tags in linear time', () => {
    const began = performance.now();
    pageMarks('<script>'.repeat(200_000));
    pageMarks('<!--'.repeat(400_000));
    pageMarks('<a '.repeat(500_000));
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
