import type { Unavailable } from '../../../adapters/browser-capture/browser-unavailable.ts';
import { BrowserUnavailable } from '../../../adapters/browser-capture.ts';
import { BrowserFirstCapture, pageCapture } from '../../../adapters/page-capture.ts';
import type { CaptureResult } from '../../../core/capture/page-capture.ts';
import type { Log } from '../../../core/ports.ts';
import { captured, closeServers, NOW, serve } from './http-capture.harness.ts';

afterEach(closeServers);

const logged: string[] = [];
const log: Log = { info: () => {}, warn: () => {}, error: (event) => void logged.push(event) };
afterEach(() => logged.splice(0));

const failed: CaptureResult = {
  outcome: 'failed',
  reason: { code: 'TIMEOUT', id: 'a', en: 'b' },
  redirects: [],
  at: NOW,
};
const throwing = (error: unknown) => ({ capture: async () => Promise.reject(error) });

describe('how a page is taken', () => {
  it('is by plain HTTP where there is no browser, and says so', async () => {
    const port = await serve((_request, response) => response.setHeader('content-type', 'text/html').end('<p>isi</p>'));
    const capture = pageCapture({
      clock: { now: () => NOW },
      log,
      ports: [port],
      program: async () => undefined,
      lookup: async () => [{ address: '127.0.0.1' }],
      allowAddress: (ip) => ip === '127.0.0.1',
    });
    const page = captured(await capture.capture({ url: `http://contoh.test:${port}/` }));
    expect(page).toMatchObject({
      method: 'HTTP',
      limitations: ['NO_BROWSER'],
      rendered: undefined,
      quality: 'COMPLETE',
    });
    expect(logged).toEqual([]);
  });

  it.each(['NO_BROWSER', 'BROWSER_FAILED', 'NOT_A_PAGE', 'LED_NOWHERE'] satisfies Unavailable[])(
    'is by plain HTTP where the browser is of no use: %s',
    async (reason) => {
      const http = { capture: async () => failed };
      const capture = new BrowserFirstCapture({ browser: throwing(new BrowserUnavailable(reason)), http, log });
      expect(await capture.capture({ url: 'https://contoh.test/' })).toBe(failed);
      expect(logged).toEqual(reason === 'BROWSER_FAILED' ? ['browser-failed'] : []);
    },
  );

  it('is by the browser alone where that gives an answer, also that there is no page', async () => {
    const capture = new BrowserFirstCapture({
      browser: { capture: async () => failed },
      http: throwing(new Error('asked')),
      log,
    });
    expect(await capture.capture({ url: 'https://contoh.test/' })).toBe(failed);
  });

  it('is no way around any other error', async () => {
    const capture = new BrowserFirstCapture({
      browser: throwing(new Error('rusak')),
      http: { capture: async () => failed },
      log,
    });
    await expect(capture.capture({ url: 'https://contoh.test/' })).rejects.toThrow('rusak');
  });

  it('is by plain HTTP where the browser does not start', async () => {
    const port = await serve((_request, response) => response.end('isi'));
    const capture = pageCapture({
      clock: { now: () => NOW },
      log,
      ports: [port],
      program: async () => ({ path: '/bin/false', flags: [], hasSandbox: false }),
      lookup: async () => [{ address: '127.0.0.1' }],
      allowAddress: (ip) => ip === '127.0.0.1',
    });
    const page = captured(await capture.capture({ url: `http://contoh.test:${port}/` }));
    expect(page.limitations).toEqual(['BROWSER_FAILED']);
  });
});
