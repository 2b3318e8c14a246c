/** A browser as far as scripted people need one: cookies, forms, redirects. It runs no script, like the pages it visits. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly html: string;
}

export interface Form {
  readonly step: string;
  readonly action: string;
  readonly kind: string | undefined;
  readonly hidden: Readonly<Record<string, string>>;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

/** The form of a task page: its step, its kind and what it carries hidden. */
export const formOf = (page: Page): Form => {
  const [tag] = /<form\b[^>]*data-step="[^"]*"[^>]*>/.exec(page.html) ?? [];
  const step = tag === undefined ? undefined : attribute(tag, 'data-step');
  if (tag === undefined || step === undefined) throw new Error(`no task form at ${page.url} (${page.status})`);
  const inputs = page.html.match(/<input\b[^>]*type="hidden"[^>]*>/g) ?? [];
  const hidden = inputs.map((input) => [attribute(input, 'name') ?? '', attribute(input, 'value') ?? '']);
  const action = new URL(attribute(tag, 'action') ?? page.url, page.url).href;
  return { step, action, kind: attribute(tag, 'data-task-kind'), hidden: Object.fromEntries(hidden) };
};

const encode = (fields: Fields): string => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  }
  return body.toString();
};

export class Browser {
  readonly #cookies = new Map<string, string>();

  async get(url: string): Promise<Page> {
    return this.#follow(await fetch(url, { headers: this.#headers(), redirect: 'manual' }), url);
  }

  async submit(form: Form, fields: Fields): Promise<Page> {
    const headers = { ...this.#headers(), 'Content-Type': 'application/x-www-form-urlencoded' };
    const body = encode({ ...form.hidden, ...fields });
    return this.#follow(await fetch(form.action, { method: 'POST', headers, body, redirect: 'manual' }), form.action);
  }

  #headers(): Record<string, string> {
    return { Cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  async #follow(response: Response, url: string): Promise<Page> {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get('location');
    const html = await response.text();
    if (response.status >= 300 && response.status < 400 && location !== null)
      return this.get(new URL(location, url).href);
    return { url, status: response.status, html };
  }
}
