import type { BrowserContext, CDPSession, Frame, Page } from 'playwright-core';
import * as z from 'zod';
import { within } from './traffic-recorder.ts';

/** What frames within a page show: embedded posts, players, comments. */
export interface FramesRead {
  readonly texts: readonly string[];
  /** Whether some could not be read, or were too many. */
  readonly isMissing: boolean;
}

const MOST_FRAMES = 40;
const MOST_TEXT = 50_000;
const FRAME_MS = 700;
/** A frame that is smaller in either direction, in pixels, counts visits and shows nothing. */
const LEAST_SIZE = 20;

/** Runs inside a frame, in a world of its own that its scripts cannot reach or change. */
const READ = `(() => {
  const body = document.body;
  const isSeen = innerWidth >= ${LEAST_SIZE} && innerHeight >= ${LEAST_SIZE};
  return isSeen && body ? (body.innerText || '').slice(0, ${MOST_TEXT}) : '';
})()`;

interface Tree {
  readonly frame: { readonly id: string };
  readonly childFrames?: readonly Tree[] | undefined;
}

const below = ({ childFrames = [] }: Tree): string[] =>
  childFrames.flatMap((child) => [child.frame.id, ...below(child)]);

const readFrame = async (session: CDPSession, frameId: string): Promise<string> => {
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId, worldName: 'tertib' });
  const { result } = await session.send('Runtime.evaluate', {
    expression: READ,
    contextId: executionContextId,
    returnByValue: true,
  });
  return z.string().parse(result.value);
};

const readAll = (session: CDPSession, ids: readonly string[]): Promise<(string | undefined)[]> =>
  Promise.all(ids.map((id) => within(readFrame(session, id), FRAME_MS)));

/** Frames of the page's own process: those of its site, and all of them where the browser has one process only. */
const readInside = async (session: CDPSession): Promise<(string | undefined)[]> => {
  const tree = await within(session.send('Page.getFrameTree'), FRAME_MS);
  return tree === undefined ? [undefined] : readAll(session, below(tree.frameTree).slice(0, MOST_FRAMES));
};

/** A frame that has a process of its own, stopped before it is read, with the frames of that process below it. */
const readApart = async (context: BrowserContext, frame: Frame): Promise<(string | undefined)[]> => {
  // The only way to ask whether a frame has a process of its own, and its only way to say no.
  const session = await context.newCDPSession(frame).catch(() => undefined);
  if (session === undefined) return [];
  await within(session.send('Runtime.terminateExecution'), FRAME_MS);
  const tree = await within(session.send('Page.getFrameTree'), FRAME_MS);
  if (tree === undefined) return [undefined];
  return readAll(session, [tree.frameTree.frame.id, ...below(tree.frameTree)]);
};

/** The texts of all frames within a page, whichever site they are of. Takes about two seconds at most. */
export const readFrames = async (context: BrowserContext, page: Page, session: CDPSession): Promise<FramesRead> => {
  const frames = page.frames().slice(1);
  const apart = frames.slice(0, MOST_FRAMES).map((frame) => readApart(context, frame));
  const read = (await Promise.all([readInside(session), ...apart])).flat();
  return {
    texts: read.flatMap((text) => (text === undefined || text.trim() === '' ? [] : [text.trim()])),
    isMissing: frames.length > MOST_FRAMES || read.includes(undefined),
  };
};
