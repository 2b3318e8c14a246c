import type { Track } from '../../core/rules/codes.ts';
import { type Html, html, when } from '../design/html.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { badge, details, type Fact, facts, hash, notice, quote, type Tone } from '../design/parts.ts';
import type { QualityCode } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { type CaptureView, capturePart } from './capture-parts.ts';
import { type FileView, fileFacts, fileNotes, originalLink, scanBadge } from './file-parts.ts';

/** Who is reported, as far as known. */
export interface RespondentView {
  readonly name: string | null;
  readonly nip: string | null;
  readonly position: string | null;
  readonly unit: string | null;
  /** e.g. `Facebook: @akun` */
  readonly accounts: readonly string[];
}

/** The facts of a case that its task pages and the console show. */
export interface CaseFactsView {
  readonly caseNumber: string;
  readonly agencyName: string;
  readonly receivedAt: Moment;
  readonly incidentAt: Moment | null;
  readonly track: Track | null;
  readonly respondent: RespondentView;
}

export const caseFacts = (view: CaseFactsView, lang: Lang): Html => {
  const { act } = textsFor(lang).task;
  const { unknown } = textsFor(lang).common;
  const items: readonly Fact[] = [
    { label: act.caseNumber, value: html`<b>${view.caseNumber}</b>` },
    { label: act.agency, value: view.agencyName },
    { label: act.received, value: timeTag(view.receivedAt) },
    { label: act.incident, value: view.incidentAt && timeTag(view.incidentAt) },
    { label: act.track, value: view.track && act.tracks[view.track].label },
    { label: act.respondent, value: view.respondent.name ?? unknown },
    { label: act.nip, value: view.respondent.nip },
    { label: act.position, value: view.respondent.position },
    { label: act.unit, value: view.respondent.unit },
    { label: act.accounts, value: view.respondent.accounts.join(', ') },
  ];
  return facts(items);
};

/** The report as the reporter wrote it. */
export const reportText = (text: string, lang: Lang): Html => {
  const { act } = textsFor(lang).task;
  return html`<h3>${act.reportText}</h3>${quote(text)}<p class="hint">${act.reportNote}</p>`;
};

/** One artefact, or the record that it could not be had. */
export interface EvidenceView {
  readonly artifactId: string;
  readonly title: string;
  readonly mediaType: string | null;
  readonly size: string | null;
  readonly sha256: string | null;
  /** Shown as text, never as a link: following it would tell the account's owner. */
  readonly sourceUrl: string | null;
  readonly capturedAt: Moment;
  readonly method: string;
  readonly quality: QualityCode;
  /** Why the capture failed or is partial, in the language of the page. */
  readonly note: string | null;
  readonly href: string | null;
  /** What is known of a file from outside. */
  readonly file?: FileView | undefined;
  /** What is known of a captured page. */
  readonly capture?: CaptureView | undefined;
  /** Where a screenshot is seen within the page. */
  readonly pictureHref?: string | null | undefined;
  /** Where it is asked to have the page captured again, by whoever may. */
  readonly againHref?: string | null | undefined;
  /** Where its history is read, on pages that have one. */
  readonly historyHref?: string | undefined;
  /** Whether the respondent was shown it; left out where the page does not say. */
  readonly isShown?: boolean | undefined;
}

const qualityTone = (quality: QualityCode): Tone => {
  if (quality === 'COMPLETE') return 'good';
  if (quality === 'FAILED') return 'bad';
  return quality === 'NOT_JUDGED' || quality === 'REQUESTED' ? 'info' : 'warn';
};

const noteTone = (quality: QualityCode): Tone => {
  if (quality === 'REQUESTED') return 'info';
  return quality === 'FAILED' ? 'bad' : 'warn';
};

const shownBadge = ({ isShown }: EvidenceView, lang: Lang): Html | null => {
  const { parts } = textsFor(lang).task;
  if (isShown === undefined) return null;
  return isShown ? badge('good', parts.shown) : badge('warn', parts.hidden);
};

const evidenceItem = (item: EvidenceView, lang: Lang): Html => {
  const { task, domain, files } = textsFor(lang);
  const kind = [item.mediaType, item.size].filter(Boolean).join(', ');
  return html`<li><div class="head"><h3>${item.title}</h3><p>${shownBadge(item, lang)} ${scanBadge(item.file)} ${item.file === undefined && badge(qualityTone(item.quality), domain.quality[item.quality])}</p></div>${when(
    item.note,
    (note) => notice(noteTone(item.quality), item.quality === 'FAILED' ? `${task.act.evidenceFailed}: ${note}` : note),
  )}${facts([
    { label: task.act.evidenceSource, value: when(item.sourceUrl, (url) => html`<span class="url">${url}</span>`) },
    { label: task.act.evidenceCaptured, value: item.quality === 'REQUESTED' ? null : timeTag(item.capturedAt) },
  ])}${fileNotes(item.file)}${capturePart(item, lang)}${when(
    item.href,
    (href) =>
      html`<p><a href="${href}">${item.file?.copy ? files.openCopy : task.act.evidenceOpen}<span class="sr">: ${item.title}</span></a> <small>${task.act.evidenceOpenNote}</small></p>`,
  )}${originalLink(item.file, item.title, lang)}${when(
    item.historyHref,
    (href) => html`<p><a href="${href}">${textsFor(lang).custody.link}<span class="sr">: ${item.title}</span></a></p>`,
  )}${details(
    task.act.evidenceDetails,
    facts([
      { label: task.act.evidenceMethod, value: [item.method, kind].filter(Boolean).join('; ') },
      { label: task.act.evidenceHash, value: when(item.sha256, hash) },
      ...fileFacts(item.file, lang),
    ]),
  )}</li>`;
};

/** Evidence with hash and quality; failures are shown as what they are. */
export const evidenceList = (items: readonly EvidenceView[], lang: Lang): Html =>
  items.length === 0
    ? html`<p>${textsFor(lang).task.act.noEvidence}</p>`
    : html`<ul class="evidence">${items.map((item) => evidenceItem(item, lang))}</ul>`;
