import { type Html, html, when } from './html.ts';

export interface Fact {
  readonly label: string;
  readonly value: Html | string | null | undefined;
}

/** A list of labelled facts; a fact without a value is left out. */
export const facts = (items: readonly Fact[]): Html =>
  html`<dl class="facts">${items.map(({ label, value }) =>
    when(value, (shown) => html`<div><dt>${label}</dt><dd>${shown}</dd></div>`),
  )}</dl>`;

export type Tone = 'info' | 'good' | 'warn' | 'bad';

/** A message that stands out; `role` is for one that answers what the person just did. */
export const notice = (tone: Tone, body: Html | string, role?: 'status' | 'alert'): Html =>
  html`<div class="notice ${tone}"${when(role, (r) => html` role="${r}"`)}>${
    typeof body === 'string' ? html`<p>${body}</p>` : body
  }</div>`;

export const badge = (tone: Tone, text: string): Html => html`<span class="badge ${tone}">${text}</span>`;

/** A SHA-256 in full, broken where the line ends. */
export const hash = (value: string): Html => html`<code class="hash">${value}</code>`;

/** Text as a person wrote it, lines kept. */
export const quote = (text: string): Html => html`<blockquote class="said">${text}</blockquote>`;

/** What few people need, folded away. */
export const details = (summary: string, body: Html): Html =>
  html`<details><summary>${summary}</summary>${body}</details>`;

export interface Column {
  readonly label: string;
  readonly numeric?: boolean;
}

/**
 * A table that turns into one card a row where the screen is narrow: the label of each cell is then shown beside it.
 * The roles keep it a table for screen readers whatever the style does.
 */
export const table = (
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly (Html | string)[])[],
): Html =>
  html`<table role="table"><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${columns.map(
    (column) =>
      html`<th role="columnheader" scope="col"${column.numeric ? html` class="num"` : null}>${column.label}</th>`,
  )}</tr></thead><tbody role="rowgroup">${rows.map(
    (cells) =>
      html`<tr role="row">${cells.map(
        (cell, i) =>
          html`<td role="cell" data-label="${columns[i]?.label ?? ''}"${columns[i]?.numeric ? html` class="num"` : null}>${cell}</td>`,
      )}</tr>`,
  )}</tbody></table>`;

/** A titled part of a page. */
export const section = (id: string, title: string, body: Html): Html =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${body}</section>
`;
