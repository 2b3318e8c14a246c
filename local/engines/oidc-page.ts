import { createHash } from 'node:crypto';
import { textsFor } from '../../web/text/texts.ts';

/** Someone of the sample agency who can sign in. */
export interface OidcPerson {
  readonly sub: string;
  readonly name: string;
  readonly position: string;
  readonly role: string;
  readonly agency: string;
  readonly nip?: string;
}

export interface Page {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:2rem auto;padding:0 1rem;color:#1b2733;background:#f6f7f9}
h1{font-size:1.4rem}button{display:block;width:100%;margin:.5rem 0;padding:.8rem 1rem;text-align:left;font:inherit;color:inherit;
background:#fff;border:1px solid #7a8794;border-radius:.4rem;cursor:pointer}button:focus-visible{outline:3px solid #0b5cad}small{display:block;color:#44525f}`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

const roleNames: Readonly<Record<string, string>> = textsFor('id').views.role;

/** Choose who to be: local sign-in has no passwords. @param formTargets origins the sign-in may lead to */
export const loginPage = ({
  people,
  formTargets,
}: {
  people: readonly OidcPerson[];
  formTargets: readonly string[];
}): Page =>
  page(
    'Masuk ke konsol',
    `<p>Pilih orang dari instansi contoh. <span lang="en">Choose a person of the sample agency.</span></p>
<form method="post">${people.map(personButton).join('\n')}</form>`,
    formTargets,
  );

export const errorPage = (text: string): Page =>
  page(
    'Gagal masuk',
    `<p>Masuk tidak berhasil, mulai lagi dari konsol. <span lang="en">Sign-in failed, start again.</span></p><p><small>${escaped(text)}</small></p>`,
    [],
  );

const personButton = ({ sub, name, position, role }: OidcPerson): string =>
  `<button name="person" value="${escaped(sub)}">${escaped(name)}<small>${escaped(position)} · ${escaped(roleNames[role] ?? role)}</small></button>`;

const page = (title: string, body: string, formTargets: readonly string[]): Page => ({
  html: `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · Tertib</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>
${body}
</main></body></html>`,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      `style-src 'sha256-${STYLE_HASH}'`,
      `form-action ${["'self'", ...formTargets].join(' ')}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  },
});

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
