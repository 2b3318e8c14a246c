import type { CDPSession } from 'playwright-core';
import * as z from 'zod';

/** What a browser sees of a page at one moment. */
const lookedSchema = z.object({
  title: z.string(),
  text: z.string(),
  html: z.string(),
  isCut: z.boolean(),
  asksForPassword: z.boolean(),
  overlay: z.string(),
  height: z.number(),
});
export type Looked = z.infer<typeof lookedSchema>;

export const MOST_TEXT = 200_000;
const MOST_HTML = 8_000_000;
const MOST_OVERLAY = 3_000;

/**
 * Runs inside the page, in a world of its own that the page's scripts cannot reach or change. An overlay is what stays in place over
 * the page at most of nine points of the window.
 */
const LOOK = `(() => {
  const root = document.documentElement;
  const body = document.body;
  const visible = (element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return box.width > 0 && box.height > 0 && style.visibility !== 'hidden' && style.display !== 'none' && style.opacity !== '0';
  };
  const fixedAt = (x, y) => {
    for (let e = document.elementFromPoint(x, y); e && e !== body && e !== root; e = e.parentElement || (e.getRootNode().host ?? null)) {
      const isDialog = e.getAttribute('role') === 'dialog' || e.getAttribute('aria-modal') === 'true' || e.tagName === 'DIALOG';
      if (isDialog || getComputedStyle(e).position === 'fixed') return e;
    }
    return null;
  };
  const found = [];
  for (const fx of [0.25, 0.5, 0.75]) for (const fy of [0.25, 0.5, 0.75]) {
    const element = fixedAt(innerWidth * fx, innerHeight * fy);
    if (element) found.push(element);
  }
  const overlay = found.length >= 5 ? [...new Set(found)].map((e) => e.innerText || '').join('\\n') : '';
  const text = body ? body.innerText || '' : '';
  const doctype = document.doctype ? '<!DOCTYPE ' + document.doctype.name + '>' : '';
  const html = doctype + (root ? root.outerHTML : '');
  return {
    title: String(document.title).slice(0, 500),
    text: text.slice(0, ${MOST_TEXT}),
    html: html.slice(0, ${MOST_HTML}),
    isCut: text.length > ${MOST_TEXT} || html.length > ${MOST_HTML},
    asksForPassword: [...document.querySelectorAll('input[type=password]')].some(visible),
    overlay: overlay.slice(0, ${MOST_OVERLAY}),
    height: Math.max(root ? root.scrollHeight : 0, body ? body.scrollHeight : 0),
  };
})()`;

/** Scrolls by one window; the answer is whether there was more to see. */
const SCROLL = `(() => {
  const before = scrollY;
  scrollBy({ top: innerHeight, behavior: 'instant' });
  return scrollY > before;
})()`;

const SCROLL_BACK = `scrollTo({ top: 0, behavior: 'instant' })`;

const evaluate = async (session: CDPSession, expression: string): Promise<unknown> => {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'tertib',
  });
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    contextId: executionContextId,
    returnByValue: true,
  });
  return result.value;
};

export const look = async (session: CDPSession): Promise<Looked> => lookedSchema.parse(await evaluate(session, LOOK));

/** Scrolls down by one window. False at the end of the page. */
export const scroll = async (session: CDPSession): Promise<boolean> => (await evaluate(session, SCROLL)) === true;

export const scrollBack = async (session: CDPSession): Promise<void> => {
  await evaluate(session, SCROLL_BACK);
};
