import { type Context, Hono } from 'hono';
import type { Zone } from '../../core/rules/codes.ts';
import type { Frame } from '../../web/design/layout.ts';
import { momentOf } from '../../web/design/moment.ts';
import { acceptedLanguage } from '../../web/http/base/language.ts';
import { inboxPage, mailPage } from '../../web/pages/dev-inbox.ts';
import type { DevParts } from './dev-app.ts';

const ZONE: Zone = 'WIB';
const frame: Frame = { otherLanguageHref: null, account: null, inboxHref: '/dev/inbox' };

const languageOf = (c: Context) => acceptedLanguage(c.req.header('accept-language'));

/** Every mail that left the system, as the people of the sample agency would find it in their mailboxes. */
export const inboxRoutes = ({ runtime }: DevParts): Hono => {
  const { inbox } = runtime.mail;
  const app = new Hono();
  app.get('/dev/inbox.json', (c) => c.json(inbox.list()));
  app.get('/dev/inbox', (c) => {
    const lang = languageOf(c);
    const rows = inbox.list().map(({ id, to, subject, receivedAt }) => ({
      href: `/dev/inbox/${id}`,
      to,
      subject,
      receivedAt: momentOf(receivedAt, ZONE, lang),
    }));
    return c.html(inboxPage({ frame, rows }, lang));
  });
  app.get('/dev/inbox/:file', async (c) => {
    const [, id, suffix] = /^(.+?)(\.eml)?$/.exec(c.req.param('file')) ?? [];
    const row = inbox.list().find((mail) => mail.id === id);
    if (row === undefined) return c.text('Tidak ada surat ini. / No such mail.', 404);
    if (suffix === '.eml') {
      const raw = await inbox.raw(row.id);
      return c.body(new Uint8Array(raw ?? []), 200, { 'Content-Type': 'message/rfc822' });
    }
    const lang = languageOf(c);
    const { from, to, subject, text, headers, receivedAt } = row;
    const named = Object.entries(headers).map(([name, value]) => ({ name, value }));
    const moment = momentOf(receivedAt, ZONE, lang);
    return c.html(
      mailPage(
        { frame, from, to, subject, text, headers: named, receivedAt: moment, rawHref: `/dev/inbox/${row.id}.eml` },
        lang,
      ),
    );
  });
  return app;
};
