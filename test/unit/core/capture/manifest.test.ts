import { type AboutCapture, manifestBytes, pageManifest } from '../../../../core/capture/manifest.ts';
import type { CapturedPage } from '../../../../core/capture/page-capture.ts';
import { sha256Schema } from '../../../../core/ids.ts';
import { instantOf } from '../../../../core/time.ts';

const at = instantOf(Date.UTC(2026, 10, 23));
const sha256 = sha256Schema.parse('a'.repeat(64));
const page: CapturedPage = {
  outcome: 'captured',
  method: 'HTTP',
  finalUrl: 'https://contoh.test/b',
  status: 200,
  headers: [
    ['Set-Cookie', 'a=1'],
    ['Set-Cookie', 'b=2'],
  ],
  body: new Uint8Array(5),
  decoded: new Uint8Array(9),
  redirects: ['https://contoh.test/b'],
  remoteAddress: '93.184.216.34',
  capturedAt: at,
  quality: 'COMPLETE',
  limitations: [],
  identity: { visibleTimes: [] },
  rendered: undefined,
};

const about = (requestedUrl = 'https://contoh.test/a', more: Partial<AboutCapture> = {}): AboutCapture => ({
  requestedUrl,
  mediaType: 'text/html',
  stored: { body: { sha256, size: 5 }, text: { sha256, size: 3 } },
  comparison: undefined,
  ...more,
});

describe('the manifest of a capture', () => {
  it('holds everything that was received but the body, which it names by hash and size', () => {
    expect(JSON.parse(new TextDecoder().decode(manifestBytes(pageManifest(page, about()))))).toEqual({
      schema: 'tertib.capture/1',
      method: 'HTTP',
      outcome: 'captured',
      requestedUrl: 'https://contoh.test/a',
      finalUrl: 'https://contoh.test/b',
      redirects: ['https://contoh.test/b'],
      status: 200,
      headers: [
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
      ],
      remoteAddress: '93.184.216.34',
      capturedAt: at,
      quality: 'COMPLETE',
      limitations: [],
      identity: { visibleTimes: [] },
      mediaType: 'text/html',
      body: { sha256, size: 5 },
      text: { sha256, size: 3 },
    });
  });

  it('is the same bytes for the same capture, whatever the order its fields were made in', () => {
    const shuffled: CapturedPage = { ...page, quality: 'COMPLETE', outcome: 'captured' };
    const reversed = Object.fromEntries(Object.entries(shuffled).reverse());
    const bytes = manifestBytes(pageManifest(page, about()));
    expect(manifestBytes(pageManifest({ ...page, ...reversed }, about()))).toEqual(bytes);
    expect(new TextDecoder().decode(bytes)).toMatch(/^\{"body":\{"sha256":"a+","size":5\},"capturedAt":/);
  });

  it('can be written even where the asked URL is not well-formed text', () => {
    const manifest = pageManifest(page, about('https://contoh.test/\ud800'));
    expect(new TextDecoder().decode(manifestBytes(manifest))).toContain('https://contoh.test/\ufffd');
  });
});
