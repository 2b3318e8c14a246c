import { type Html, html, when } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { section, table } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

export interface ParameterDoc {
  /** Path within the body for body fields, e.g. `respondent.nip`. */
  readonly name: string;
  readonly place: 'path' | 'query' | 'header' | 'body';
  readonly type: string;
  readonly required: boolean;
  readonly meaning: string;
}

export interface RouteDoc {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  /** Who may call it, in words. */
  readonly access: string;
  readonly parameters: readonly ParameterDoc[];
  readonly responses: readonly { readonly status: number; readonly meaning: string }[];
}

export interface ApiDocsView {
  readonly frame: Frame;
  readonly routes: readonly RouteDoc[];
}

const anchor = (route: RouteDoc): string =>
  `${route.method}-${route.path}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '');

const routePart = (route: RouteDoc, lang: Lang): Html => {
  const { docs } = textsFor(lang).tools;
  const parameters = route.parameters.map((parameter) => [
    html`<code>${parameter.name}</code>${parameter.required && html` <small>(${docs.required})</small>`}`,
    parameter.place,
    html`<code>${parameter.type}</code>`,
    parameter.meaning,
  ]);
  const responses = route.responses.map(({ status, meaning }) => [html`<code>${status}</code>`, meaning]);
  const columns = [docs.name, docs.place, docs.type, docs.meaning].map((label) => ({ label }));
  return section(
    anchor(route),
    `${route.method} ${route.path}`,
    html`<p>${route.summary}</p><p class="hint">${docs.access}: ${route.access}</p>${
      parameters.length > 0 && table(docs.parameters, columns, parameters)
    }${responses.length > 0 && table(docs.responses, [{ label: docs.status }, { label: docs.meaning }], responses)}`,
  );
};

/** `/docs`: the API for people, made from the list of routes. */
export const apiDocsPage = (view: ApiDocsView, lang: Lang): Html => {
  const { docs } = textsFor(lang).tools;
  const body = html`<p class="lede">${docs.lede}</p><p><a href="/openapi.json">${docs.openapi}</a></p><p>${docs.errors}</p>
<nav aria-label="${docs.contents}"><ul class="routes">${view.routes.map(
    (route) => html`<li><a href="#${anchor(route)}"><code>${route.method} ${route.path}</code></a></li>`,
  )}</ul></nav>
<div class="api">${view.routes.map((route) => routePart(route, lang))}</div>${when(view.routes.length === 0, () => html`<p>${textsFor(lang).common.none}</p>`)}`;
  return layout({ lang, frame: view.frame, title: docs.title, body, width: 'wide' });
};
