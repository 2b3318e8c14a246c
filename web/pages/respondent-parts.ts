import type { FieldError } from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import type { Frame } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { badge, details, type Fact, facts, hash, notice, section } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

/** What surrounds a page of the respondent. */
export interface RespondentPlace {
  readonly frame: Frame;
  /** Where the form goes: the page's own path. */
  readonly action: string;
  readonly csrf: string;
  readonly errors: readonly FieldError[];
  /** Texts typed before. Choices and files never come back. */
  readonly typed: Readonly<Record<string, string>>;
}

/** What the case is called, and whom it is about: what the respondent knows of it anyway. */
export interface OwnCaseView {
  readonly caseNumber: string;
  readonly agencyName: string;
  readonly track: string | null;
  readonly name: string;
  readonly nip: string;
  readonly position: string;
  readonly unit: string;
  readonly actDate: Moment | null;
}

/** A time that runs for the respondent. */
export interface OwnDueView {
  readonly at: Moment;
  readonly overdue: boolean;
  /** Working days that are left, the last one included; `null` where they cannot be counted. */
  readonly daysLeft: number | null;
  readonly derivation: string | null;
}

/** One form of a file, e.g. the PDF of a letter. */
export interface CopyView {
  readonly href: string;
  /** e.g. `PDF, 84 kB` */
  readonly kind: string;
  readonly sha256: string;
}

export interface FileView {
  readonly title: string;
  readonly note: string | null;
  readonly copies: readonly CopyView[];
}

/** A provision as a letter cites it, in full. */
export interface ChargeView {
  readonly citation: string;
  readonly wording: string;
  /** Not held against them before. */
  readonly isNew: boolean;
}

export const ownCase = (view: OwnCaseView, lang: Lang): Html => {
  const { act } = textsFor(lang).task;
  const { parts } = textsFor(lang).respondent;
  const items: readonly Fact[] = [
    { label: act.caseNumber, value: html`<b>${view.caseNumber}</b>` },
    { label: act.agency, value: view.agencyName },
    { label: act.track, value: view.track },
    { label: act.respondent, value: view.name },
    { label: act.nip, value: view.nip },
    { label: act.position, value: view.position },
    { label: act.unit, value: view.unit },
    { label: parts.actDate, value: view.actDate && timeTag(view.actDate) },
  ];
  return section('case', parts.caseTitle, facts(items));
};

/** Until when, what is left of it, and how it was counted. */
export const ownDue = (due: OwnDueView, label: string, lang: Lang): Html => {
  const { parts } = textsFor(lang).respondent;
  const left = due.daysLeft === null ? null : badge(due.daysLeft > 2 ? 'info' : 'warn', parts.daysLeft(due.daysLeft));
  return html`<p class="due">${label} <b>${timeTag(due.at)}</b> ${due.overdue ? badge('bad', parts.overdue) : left}</p>${when(
    due.derivation,
    (text) => details(parts.derivation, html`<p>${text}</p>`),
  )}`;
};

const downloads = ({ title, copies }: FileView, lang: Lang): Html => {
  if (copies.length === 0) return html``;
  const { parts } = textsFor(lang).respondent;
  return html`${copies.map(
    ({ href, kind }) =>
      html`<p><a href="${href}">${parts.download}<span class="sr">: ${title} (${kind})</span></a> <small>${kind}</small></p>`,
  )}${details(
    parts.fingerprint,
    html`${copies.map(({ kind, sha256 }) => html`<p>${copies.length > 1 && html`<small>${kind}</small> `}${hash(sha256)}</p>`)}`,
  )}`;
};

/** Files with what they are, and the fingerprint folded away. */
export const fileList = (files: readonly FileView[], lang: Lang): Html =>
  html`<ul class="evidence">${files.map(
    (file) =>
      html`<li><div class="head"><h3>${file.title}</h3>${when(file.note, (note) => html`<small>${note}</small>`)}</div>${downloads(file, lang)}</li>`,
  )}</ul>`;

/** The letters that were written to them. */
export const ownLetters = (letters: readonly FileView[], lang: Lang): Html => {
  const { parts } = textsFor(lang).respondent;
  const body =
    letters.length === 0
      ? html`<p>${parts.noLetters}</p>`
      : html`${fileList(letters, lang)}<p class="hint">${parts.downloadNote}</p>`;
  return section('letters', parts.lettersTitle, body);
};

/** Articles with their text. */
export const chargeList = (charges: readonly ChargeView[], lang: Lang): Html =>
  html`<ul class="evidence">${charges.map(
    ({ citation, wording, isNew }) =>
      html`<li><div class="head"><h3>${citation}</h3>${isNew && badge('warn', textsFor(lang).respondent.parts.isNew)}</div><p>${wording}</p></li>`,
  )}</ul>`;

/** What the respondent was shown, and what they were not and is therefore not usable. */
export interface DisclosedView {
  readonly files: readonly FileView[];
  readonly withheld: number;
  readonly version: number;
  readonly hash: string;
}

export const disclosedEvidence = (view: DisclosedView, lang: Lang): Html => {
  const { evidence, parts } = textsFor(lang).respondent;
  const body = html`<p>${evidence.note}</p>${
    view.files.length === 0 ? html`<p>${evidence.none}</p>` : fileList(view.files, lang)
  }${view.withheld > 0 && notice('info', evidence.withheld(view.withheld))}<p>${evidence.words}</p>${
    view.files.length > 0 && html`<p class="hint">${parts.downloadNote}</p>`
  }${details(evidence.disclosure(view.version), hash(view.hash))}`;
  return section('evidence', evidence.title, body);
};

/** One thing that the respondent sent. */
export interface SentView {
  readonly at: Moment;
  readonly what: string;
  readonly texts: readonly { readonly label: string; readonly text: string }[];
  readonly files: readonly FileView[];
}

export const ownWords = (sent: readonly SentView[], lang: Lang): Html => {
  const { sent: words } = textsFor(lang).respondent;
  const items = sent.map(
    ({ at, what, texts, files }) =>
      html`<li><p><b>${what}</b></p><p class="meta">${timeTag(at)}</p>${texts.map(
        ({ label, text }) => html`<p class="meta">${label}</p><p class="typed">${text}</p>`,
      )}${files.map((file) => html`<p class="meta">${file.title}</p>${when(file.note, (note) => html`<p>${note}</p>`)}${downloads(file, lang)}`)}</li>`,
  );
  const body = sent.length === 0 ? html`<p>${words.none}</p>` : html`<ol class="thread">${items}</ol>`;
  return section('sent', words.title, body);
};
