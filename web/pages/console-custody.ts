import { type Html, html, when } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { badge, facts, hash, type Tone, table } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { consoleNav } from './console-frame.ts';

export interface CustodyRow {
  readonly at: Moment;
  readonly what: string;
  /** Verdict, authority, reason: what there is to say beyond what happened. */
  readonly more: string | null;
  readonly who: string;
  /** Event of the trail; `null` for what stands in the access log. */
  readonly seq: number | null;
}

/** A word, and what it means. */
export interface Standing {
  readonly label: string;
  readonly note: string;
}

export interface CustodyView {
  readonly frame: Frame;
  readonly caseNumber: string;
  readonly caseHref: string;
  readonly title: string;
  readonly sha256: string;
  readonly isHeld: boolean;
  readonly stamp: Standing & { readonly isMissing: boolean; readonly at: Moment | null };
  readonly rows: readonly CustodyRow[];
}

const historyTable = ({ rows }: CustodyView, lang: Lang): Html => {
  const { custody } = textsFor(lang);
  const columns = [custody.time, custody.what, custody.who, custody.origin].map((label) => ({ label }));
  const cells = rows.map(({ at, what, more, who, seq }) => [
    timeTag(at),
    html`${what}${when(more, (text) => html`<br><small>${text}</small>`)}`,
    who,
    seq === null ? custody.inLog : custody.inTrail(seq),
  ]);
  return table(custody.caption, columns, cells);
};

const stampTone = ({ isMissing, at }: CustodyView['stamp']): Tone => {
  if (isMissing) return 'warn';
  return at === null ? 'info' : 'good';
};

/** `/konsol/perkara/.../bukti/.../riwayat`: what happened to one piece of evidence. */
export const custodyPage = (view: CustodyView, lang: Lang): Html => {
  const { custody, task } = textsFor(lang);
  const { stamp } = view;
  const hold = view.isHeld ? custody.held : custody.released;
  const body = html`${consoleNav('cases', lang, view.frame)}<p class="lede">${custody.lede}</p>
${facts([
  { label: task.act.caseNumber, value: view.caseNumber },
  { label: task.act.evidenceTitle, value: view.title },
  { label: task.act.evidenceHash, value: hash(view.sha256) },
  { label: custody.holdTitle, value: html`${badge(view.isHeld ? 'good' : 'info', hold.label)} ${hold.note}` },
  {
    label: custody.stampTitle,
    value: html`${badge(stampTone(stamp), stamp.label)} ${when(stamp.at, (at) => html`${timeTag(at)}, `)}${stamp.note}`,
  },
])}
${historyTable(view, lang)}
<p class="hint">${custody.originNote}</p>
<p class="actions"><a class="button quiet" href="${view.caseHref}">${custody.back}</a></p>`;
  return layout({ lang, frame: view.frame, title: custody.title, body, nav: 'console', width: 'wide' });
};
