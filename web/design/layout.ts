import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { type Html, html, when } from './html.ts';

/** Where every page finds its style and its mark. */
export const assetPaths = {
  style: '/assets/tertib.css',
  mark: '/assets/mark.svg',
  passkey: '/assets/passkey.js',
} as const;

export type NavItem = 'start' | 'report' | 'follow' | 'verify' | 'console';

/** What surrounds a page; the same for every kind of page. */
export interface Frame {
  /** Where the same page is found in the other language; `null` on pages that cannot be asked for again. */
  readonly otherLanguageHref: string | null;
  /** Who is signed in to the console. */
  readonly account: {
    readonly name: string;
    readonly role: string;
    readonly signOutHref: string;
    /** Whether the report on silent officials is theirs to read. */
    readonly seesSilence?: boolean;
    /** Whether incoming mail is theirs to look at. */
    readonly handlesMail?: boolean;
    /** Whether their agency asks people for more than the mailbox, and this account can have it. */
    readonly hasFactors?: boolean;
    /** Whether recoveries of lost factors are theirs to look at. */
    readonly seesRecoveries?: boolean;
  } | null;
  /** Path of the trial inbox; set on the one-machine runtime only. */
  readonly inboxHref: string | null;
}

/** A task page behind a mailed link leads nowhere else; the same page in the console keeps its navigation. */
export const taskSurroundings = ({ account }: Frame): Pick<Page, 'plain' | 'nav'> =>
  account === null ? { plain: true } : { nav: 'console' };

export interface Page {
  readonly lang: Lang;
  readonly frame: Frame;
  readonly title: string;
  readonly body: Html;
  readonly nav?: NavItem;
  /** `wide` for tables, `plain` for a page behind a mailed link: no navigation to stray into. */
  readonly width?: 'text' | 'wide';
  readonly plain?: boolean;
  /** A script of ours that the page can do without; its policy has to allow it. */
  readonly script?: string;
  /** Value of `data-result` on `main`: what a request came to. */
  readonly result?: string;
}

const navigation = (page: Page): Html => {
  const { common } = textsFor(page.lang);
  const items: readonly [NavItem, string, string][] = [
    ['start', '/', common.navStart],
    ['report', '/lapor', common.navReport],
    ['follow', '/lacak', common.navFollow],
    ['verify', '/verifikasi', common.navVerify],
    ['console', '/konsol', common.navConsole],
  ];
  return html`<nav class="site-nav" aria-label="${common.mainNavigation}"><ul>${items.map(
    ([item, href, label]) =>
      html`<li><a href="${href}"${page.nav === item ? html` aria-current="page"` : null}>${label}</a></li>`,
  )}</ul></nav>`;
};

const account = ({ lang, frame, plain }: Page): Html | null =>
  when(
    frame.account,
    (who) =>
      html`<p class="account">${who.name}<span>${who.role}</span>${
        plain ? null : html`<a href="${who.signOutHref}">${textsFor(lang).common.signOut}</a>`
      }</p>`,
  );

const languageLink = ({ lang, frame }: Page): Html | null => {
  const other = lang === 'id' ? 'en' : 'id';
  return when(
    frame.otherLanguageHref,
    (href) =>
      html`<a class="language" href="${href}" hreflang="${other}" lang="${other}">${textsFor(lang).common.otherLanguage}</a>`,
  );
};

const header = (page: Page): Html => {
  const { common } = textsFor(page.lang);
  const name = html`<img src="${assetPaths.mark}" alt="" width="36" height="36"><span><b>${common.service}</b><small>${common.tagline}</small></span>`;
  return html`<header class="site"><div class="bar">${
    page.plain ? html`<p class="brand">${name}</p>` : html`<a class="brand" href="/">${name}</a>`
  }${languageLink(page)}</div>${page.plain ? null : navigation(page)}</header>`;
};

const footer = ({ lang, frame, plain }: Page): Html => {
  const { common } = textsFor(lang);
  return html`<footer class="site"><div><p>${common.about}</p>${
    plain
      ? null
      : html`<ul><li><a href="/docs">${common.footerApi}</a></li>${when(
          frame.inboxHref,
          (href) => html`<li><a href="${href}">${common.footerInbox}</a></li>`,
        )}</ul>`
  }</div></footer>`;
};

/** A whole document around a body. No inline script or style, nothing from elsewhere. */
export const layout = (page: Page): Html => {
  const { common } = textsFor(page.lang);
  return html`<!doctype html>
<html lang="${page.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">${
    page.nav === undefined || page.nav === 'console' ? html`\n<meta name="robots" content="noindex">` : null
  }
<title>${page.title} - ${common.service}</title>
<link rel="icon" href="${assetPaths.mark}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPaths.style}">${when(page.script, (path) => html`\n<script src="${path}" defer></script>`)}
</head>
<body>
<a class="skip" href="#isi">${common.skip}</a>
${header(page)}
<main id="isi" class="${page.width ?? 'text'}" tabindex="-1"${when(page.result, (result) => html` data-result="${result}"`)}>
${account(page)}<h1>${page.title}</h1>
${page.body}
</main>
${footer(page)}
</body>
</html>
`;
};
