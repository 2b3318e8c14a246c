import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Dialog, Page, Response } from 'playwright-core';
import type {
  CaptureLimitation,
  HeaderLine,
  Screenshot,
  SiteCertificate,
  WebSocketCount,
} from '../../core/capture/page-capture.ts';
import { CaptureStop } from '../http-capture/capture-stop.ts';
import { BrowserUnavailable } from './browser-unavailable.ts';
import { readFrames } from './frames.ts';
import { WINDOW } from './launch.ts';
import { type Looked, look, MOST_TEXT, scroll, scrollBack } from './look.ts';
import { siteCertificate } from './site-certificate.ts';
import { type TrafficRecorder, within } from './traffic-recorder.ts';

export interface VisitLimits {
  /** Until a page must have begun to answer, in milliseconds. */
  readonly beginMs: number;
  /** From its beginning until it is looked at, whether it has settled or not. */
  readonly settleMs: number;
  /** From the first request until the page has been looked at. */
  readonly budgetMs: number;
  /** Height of the screenshot, in pixels. */
  readonly maxHeight: number;
  /** How often the page may lead elsewhere by itself. */
  readonly maxNavigations: number;
}

/** What became of a visit. */
export interface Visited {
  readonly looked: Looked;
  /** What frames within the page show. */
  readonly frames: readonly string[];
  readonly webSockets: WebSocketCount;
  readonly screenshot: Screenshot | undefined;
  readonly certificate: SiteCertificate | undefined;
  /** The answer that the page was made of. */
  readonly answer: Response;
  readonly finalUrl: string;
  readonly redirects: readonly string[];
  readonly limitations: readonly CaptureLimitation[];
}

const MOST_DIALOGS = 5;
const QUIET_MS = 500;
const STEP_MS = 100;
const CALL_MS = 1000;
const LOOK_MS = 3000;
const SCREENSHOT_MS = 4000;
/** What looking at a page takes of its time, at least. */
const LOOKING_MS = 4000;
const LEAST_MS = 300;

/** What a person could read: the page, then the frames within it. */
export const wholeText = ({ text }: Looked, frames: readonly string[]): string => [text, ...frames].join('\n\n');

const withoutFragment = (url: string): string => url.split('#', 1).join('');

/** One page, visited once: followed to where it leads, given time, stopped, and looked at. */
export class Visit {
  readonly #context: BrowserContext;
  readonly #recorder: TrafficRecorder;
  readonly #limits: VisitLimits;
  readonly #limitations = new Set<CaptureLimitation>();
  readonly #answers: Response[] = [];
  readonly #asked: string[] = [];
  readonly #webSockets = { connections: 0, sent: 0, received: 0 };
  #session: CDPSession | undefined;
  #dialogs = 0;
  #deadline = 0;
  #mustEnd = false;
  #hasCrashed = false;

  constructor(context: BrowserContext, recorder: TrafficRecorder, limits: VisitLimits) {
    this.#context = context;
    this.#recorder = recorder;
    this.#limits = limits;
  }

  /** Every address on the way, the last one last. */
  get asked(): readonly string[] {
    return this.#asked;
  }

  /** A bound was reached: the page gets no more time. */
  end(): void {
    this.#mustEnd = true;
  }

  /**
   * Goes to an address and looks at what it shows.
   * @throws BrowserUnavailable where the page breaks the browser
   * @throws whatever the browser says where there is no page
   */
  async go(url: string): Promise<Visited> {
    this.#deadline = performance.now() + this.#limits.budgetMs;
    const page = await this.#context.newPage();
    this.#watch(page);
    const session = await this.#context.newCDPSession(page);
    this.#session = session;
    // For certificates; bodies are kept elsewhere.
    await session.send('Network.enable', { maxTotalBufferSize: 1, maxResourceBufferSize: 1 });
    await page.goto(url, { waitUntil: 'commit', timeout: this.#limits.beginMs });
    await this.#settle(session, Math.min(performance.now() + this.#limits.settleMs, this.#deadline - LOOKING_MS));
    await this.#freeze(page, session);
    const place = this.#whereItIs(page);
    const looked = await this.#look(session);
    const frames = await this.#frames(page, session);
    const screenshot = await this.#picture(page, looked.height);
    const certificate = await within(siteCertificate(session, place.finalUrl), CALL_MS);
    const limitations = this.#noted(looked, frames);
    return { looked, frames, webSockets: this.#webSockets, screenshot, certificate, ...place, limitations };
  }

  /** How long a call may take: as said, but not beyond the time of the visit. */
  #atMost(ms: number): number {
    return Math.max(LEAST_MS, Math.min(ms, this.#deadline - performance.now()));
  }

  #watch(page: Page): void {
    page.on('request', (request) => {
      if (request.frame() !== page.mainFrame() || !request.isNavigationRequest()) return;
      this.#asked.push(withoutFragment(request.url()));
      if (this.#asked.length > this.#limits.maxNavigations) this.end();
    });
    page.on('response', (response) => {
      const request = response.request();
      if (request.isNavigationRequest() && response.frame() === page.mainFrame()) this.#answers.push(response);
    });
    page.on('websocket', (socket) => {
      const counts = this.#webSockets;
      counts.connections += 1;
      socket.on('framesent', () => {
        counts.sent += 1;
      });
      socket.on('framereceived', () => {
        counts.received += 1;
      });
    });
    page.on('crash', () => {
      this.#hasCrashed = true;
    });
    page.on('dialog', (dialog) => this.#answer(dialog));
    page.on('download', (download) => {
      this.#limitations.add('DOWNLOAD_REFUSED');
      void download.cancel().catch(() => undefined); // refused already
    });
    this.#context.on('page', (other) => {
      if (other !== page) void other.close().catch(() => undefined); // a window the page opened, which may close itself
    });
  }

  /** Says no; a page that asks again and again is asking without end, and its script is ended as it goes on. */
  #answer(dialog: Dialog): void {
    this.#dialogs += 1;
    const ended = this.#dialogs > MOST_DIALOGS ? this.#session?.send('Runtime.terminateExecution') : undefined;
    for (const sent of [ended, dialog.dismiss()]) void sent?.catch(() => undefined); // the page may be gone before it is answered
  }

  async #isLoaded(session: CDPSession): Promise<boolean> {
    const answer = await within(session.send('Runtime.evaluate', { expression: 'document.readyState' }), CALL_MS);
    return answer?.result.value === 'complete';
  }

  /** Lets the page load and scrolls it once through, so that what loads when it is reached is there. */
  async #settle(session: CDPSession, until: number): Promise<void> {
    const isOver = (): boolean => this.#mustEnd || this.#hasCrashed || performance.now() >= until;
    let isLoaded = false;
    while (!isOver()) {
      isLoaded = await this.#isLoaded(session);
      if (isLoaded && this.#recorder.isQuiet(QUIET_MS)) break;
      await sleep(STEP_MS);
    }
    for (let height = 0; height < this.#limits.maxHeight && !isOver(); height += WINDOW.height) {
      if ((await within(scroll(session), CALL_MS)) !== true) break;
      await sleep(STEP_MS);
    }
    await within(scrollBack(session), CALL_MS);
    while (!isOver() && !this.#recorder.isQuiet(QUIET_MS)) await sleep(STEP_MS);
    if (!isLoaded || performance.now() >= until) this.#limitations.add('NEVER_SETTLED');
  }

  /** From here nothing on the page moves: no request begins, no script runs, nothing leads elsewhere. */
  async #freeze(page: Page, session: CDPSession): Promise<void> {
    await within(
      page.route('**/*', (route) => route.abort('aborted').catch(() => undefined)), // a request of a page that is gone
      CALL_MS,
    );
    // At once: a page that is busy answers none of them until its script is ended.
    await Promise.all([
      within(session.send('Runtime.terminateExecution'), CALL_MS),
      within(session.send('Emulation.setScriptExecutionDisabled', { value: true }), CALL_MS),
      within(session.send('Page.stopLoading'), CALL_MS),
    ]);
  }

  async #look(session: CDPSession): Promise<Looked> {
    for (let attempt = 0; attempt < 3 && !this.#hasCrashed; attempt += 1) {
      const looked = await within(look(session), this.#atMost(LOOK_MS));
      if (looked !== undefined) return looked;
      // A script that waited in a dialog when all were ended goes on after it.
      await within(session.send('Runtime.terminateExecution'), this.#atMost(CALL_MS));
    }
    throw new BrowserUnavailable('BROWSER_FAILED');
  }

  async #frames(page: Page, session: CDPSession): Promise<readonly string[]> {
    const read = await within(readFrames(this.#context, page, session), this.#atMost(LOOK_MS));
    if (read === undefined || read.isMissing) this.#limitations.add('FRAMES_MISSING');
    return read?.texts ?? [];
  }

  async #picture(page: Page, fullHeight: number): Promise<Screenshot | undefined> {
    const height = Math.max(1, Math.min(Math.ceil(fullHeight), this.#limits.maxHeight));
    if (fullHeight > height) this.#limitations.add('SCREENSHOT_CUT');
    const clip = { x: 0, y: 0, width: WINDOW.width, height };
    const timeout = this.#atMost(SCREENSHOT_MS);
    const options = { type: 'png', fullPage: true, clip, animations: 'disabled', timeout } as const;
    const bytes = await within(page.screenshot(options), timeout);
    if (bytes !== undefined) return { bytes: new Uint8Array(bytes), width: clip.width, height };
    this.#limitations.add('NO_SCREENSHOT');
    return undefined;
  }

  #whereItIs(page: Page): Pick<Visited, 'answer' | 'finalUrl' | 'redirects'> {
    const shown = withoutFragment(page.url());
    // What the browser shows then is its own page about that, and the page is gone.
    if (shown.startsWith('chrome-error:')) throw new BrowserUnavailable('LED_NOWHERE');
    const answers = this.#answers.filter((answer) => answer.status() < 300 || answer.status() > 399);
    const answer = answers.findLast((one) => withoutFragment(one.url()) === shown) ?? answers.at(-1);
    if (answer === undefined) throw new CaptureStop('BAD_RESPONSE');
    // A script may change the address within the site without asking for it.
    const isWithin = URL.parse(shown)?.origin === new URL(answer.url()).origin;
    return {
      answer,
      finalUrl: isWithin ? shown : withoutFragment(answer.url()),
      redirects: this.#asked.slice(1),
    };
  }

  #noted(looked: Looked, frames: readonly string[]): readonly CaptureLimitation[] {
    const isLong = wholeText(looked, frames).length > MOST_TEXT;
    if (looked.isCut || isLong) this.#limitations.add('TEXT_CUT');
    if (this.#webSockets.connections > 0) this.#limitations.add('WEB_SOCKETS_UNRECORDED');
    return [...this.#limitations];
  }
}

export const answerHeaders = async (answer: Response): Promise<readonly HeaderLine[]> =>
  (await answer.headersArray()).map(({ name, value }) => [name, value]);
