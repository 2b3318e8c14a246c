import type { LetterForm } from '../../core/letters/letter-forms.ts';
import { type Html, html, when } from '../design/html.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { facts, hash, notice, quote, section, table } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

/** The due process of a case as its console page shows it; what has not happened is empty or `null`. */
export interface ProcessView {
  readonly charges: {
    readonly from: 'REVIEW' | 'DISCLOSURE' | 'REPORT' | 'DECISION';
    readonly items: readonly { readonly code: string; readonly article: string; readonly text: string }[];
  } | null;
  readonly team: readonly { readonly name: string; readonly element: string; readonly seat: string }[];
  readonly release: { readonly from: Moment; readonly acting: string | null } | null;
  readonly summonses: readonly {
    readonly ordinal: number;
    readonly href: string | null;
    readonly issuedOn: Moment;
    readonly at: Moment;
    readonly place: string;
    readonly served: string | null;
    readonly attendance: 'missed' | 'missedFinal' | 'held' | 'moved' | 'awaited';
    readonly warning: string | null;
  }[];
  readonly disclosures: readonly {
    readonly version: number;
    readonly at: Moment;
    readonly hash: string;
    readonly evidence: readonly string[];
    readonly withheld: readonly string[];
  }[];
  readonly undisclosed: readonly string[];
  readonly report: ReportView | null;
  readonly letters: readonly {
    readonly form: LetterForm;
    readonly number: string;
    readonly at: Moment;
    readonly documents: readonly { readonly name: string; readonly sha256: string; readonly href: string | null }[];
  }[];
}

export interface ReportView {
  readonly at: Moment;
  readonly inAbsentia: boolean;
  readonly findings: string;
  readonly impact: string | null;
  readonly impactReason: string | null;
  readonly aggravating: string | null;
  readonly mitigating: string | null;
  readonly recommendation: string | null;
}

const labelled = (...labels: readonly string[]) => labels.map((label) => ({ label }));

const listOf = (items: readonly string[]): Html => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;

export const chargesPart = ({ charges }: ProcessView, lang: Lang): Html | null => {
  const { process } = textsFor(lang).console;
  return when(charges, ({ from, items }) =>
    section(
      'charges',
      process.charges,
      table(
        process.chargesFrom[from],
        labelled(process.code, process.provision),
        items.map(({ code, article, text }) => [
          html`<code>${code}</code>`,
          html`<div><b>${article}</b>: ${text}</div>`,
        ]),
      ),
    ),
  );
};

const teamPart = ({ team }: ProcessView, lang: Lang): Html | null => {
  const { process } = textsFor(lang).console;
  if (team.length === 0) return null;
  const rows = team.map(({ name, element, seat }) => [name, seat, element]);
  return table(process.team, labelled(process.member, process.seat, process.element), rows);
};

const summonsesPart = ({ summonses }: ProcessView, lang: Lang): Html | null => {
  const { process } = textsFor(lang).console;
  if (summonses.length === 0) return null;
  const columns = labelled(process.summons, process.issuedOn, process.appointment, process.served, process.attendance);
  const rows = summonses.map(({ ordinal, href, issuedOn, at, place, served, attendance, warning }) => [
    href === null ? process.ordinal(ordinal) : html`<a class="id" href="${href}">${process.ordinal(ordinal)}</a>`,
    timeTag(issuedOn),
    html`<div>${timeTag(at)}<br>${place}${when(warning, (text) => html`<br><small>${process.warning}: ${text}</small>`)}</div>`,
    served ?? process.notServed,
    process[attendance],
  ]);
  return table(process.summonses, columns, rows);
};

/** Team, temporary release and summonses. */
export const examinationPart = (view: ProcessView, lang: Lang): Html | null => {
  const { process } = textsFor(lang).console;
  if (view.team.length === 0 && view.summonses.length === 0 && view.release === null) return null;
  const release = when(view.release, ({ from, acting }) =>
    facts([
      { label: process.release, value: timeTag(from) },
      { label: process.acting, value: acting },
    ]),
  );
  return section(
    'examination',
    process.examination,
    html`${release}${teamPart(view, lang)}${summonsesPart(view, lang)}`,
  );
};

/** What the respondent was shown, version by version, and what they were not. */
export const disclosuresPart = ({ disclosures, undisclosed }: ProcessView, lang: Lang): Html | null => {
  const { process } = textsFor(lang).console;
  if (disclosures.length === 0) return null;
  return section(
    'disclosures',
    process.disclosures,
    html`${disclosures.map(
      ({ version, at, hash: fingerprint, evidence, withheld }) =>
        html`<h3>${process.disclosureVersion(version)}</h3>${facts([
          { label: process.frozenAt, value: timeTag(at) },
          { label: process.evidence, value: evidence.length === 0 ? null : listOf(evidence) },
          { label: process.withheld, value: withheld.length === 0 ? null : listOf(withheld) },
          { label: process.fingerprint, value: hash(fingerprint) },
        ])}`,
    )}${undisclosed.length > 0 && notice('warn', html`<p>${process.undisclosed(undisclosed.length)}</p>${listOf(undisclosed)}`)}`,
  );
};

const said = (text: string | null): Html | null => when(text, quote);

/** The columns of the examination report. */
export const reportPart = ({ report }: ProcessView, lang: Lang): Html | null => {
  const { process } = textsFor(lang).console;
  return when(report, (view) =>
    section(
      'report',
      process.report,
      html`<p>${timeTag(view.at)}${view.inAbsentia && html`. ${process.inAbsentia}.`}</p>${facts([
        { label: process.findings, value: said(view.findings) },
        { label: process.impact, value: view.impact },
        { label: process.impactReason, value: said(view.impactReason) },
        { label: process.aggravating, value: said(view.aggravating) },
        { label: process.mitigating, value: said(view.mitigating) },
        { label: process.recommendation, value: view.recommendation },
      ])}`,
    ),
  );
};

/** Every letter with its number and the fingerprint of each document; opening one asks what for. */
export const lettersPart = ({ letters }: ProcessView, lang: Lang): Html | null => {
  const { process, letterForm } = textsFor(lang).console;
  if (letters.length === 0) return null;
  const columns = labelled(process.letter, process.number, process.issuedOn, process.fingerprint, process.open);
  const rows = letters.map(({ form, number, at, documents }) => [
    letterForm[form],
    number,
    timeTag(at),
    html`<div>${documents.map(({ sha256 }) => html`<code title="${sha256}">${sha256.slice(0, 12)}</code> `)}</div>`,
    html`<div>${documents.map(({ name, href }) =>
      href === null ? html`${name} ` : html`<a href="${href}">${name}<span class="sr"> ${number}</span></a> `,
    )}</div>`,
  ]);
  return section('letters', process.letters, table(process.inOrder, columns, rows));
};
