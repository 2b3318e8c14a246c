import type { Html } from '../../../../web/design/html.ts';
import type { Frame } from '../../../../web/design/layout.ts';
import type { Lang } from '../../../../web/text/lang.ts';

/** Passes every text that comes from outside, so that a test can put another in its place. */
export type Say = (text: string) => string;

export interface Sample {
  readonly name: string;
  readonly render: (lang: Lang, say: Say) => Html;
}

export const bareFrame: Frame = { otherLanguageHref: null, account: null, inboxHref: null };
export const sha = (digit: string): string => digit.repeat(64);
export const at = (say: Say, text: string) => ({ iso: '2026-11-23T07:02:00.000Z', text: say(text) });
