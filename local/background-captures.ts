import { setTimeout as sleep } from 'node:timers/promises';
import type { CaptureWork, Log } from '../core/ports.ts';
import type { FlowResult } from '../core/use-cases/ports.ts';

type Capture = Parameters<CaptureWork['wake']>[0];

/** How long a stop waits for captures under way; what is cut off is taken again after the next start. */
const FAREWELL_MS = 2000;

/** Takes captures beside the requests that ask for them, each once at a time. */
export class BackgroundCaptures implements CaptureWork {
  readonly #take: (capture: Capture) => Promise<FlowResult>;
  readonly #log: Log;
  readonly #running = new Map<string, Promise<void>>();
  #isClosing = false;

  constructor(take: (capture: Capture) => Promise<FlowResult>, log: Log) {
    this.#take = take;
    this.#log = log;
  }

  async wake(capture: Capture): Promise<void> {
    const key = `${capture.caseId}/${capture.artifactId}`;
    if (this.#running.has(key) || this.#isClosing) return;
    this.#running.set(
      key,
      this.#run(capture).finally(() => this.#running.delete(key)),
    );
  }

  /** Resolves when none is under way. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await Promise.race([this.settled(), sleep(FAREWELL_MS, undefined, { ref: false })]);
  }

  async #run(capture: Capture): Promise<void> {
    try {
      await this.#take(capture);
    } catch (error) {
      // The request stands in the trail: the sweep calls again.
      if (!this.#isClosing) this.#log.error('capture-failed', error, { caseId: capture.caseId });
    }
  }
}
