import type { CaptureDetails } from '../../core/capture/capture-details.ts';
import type { PageChange } from '../../core/case/events.ts';
import type { CaseState } from '../../core/case/state.ts';
import { type ArtifactId, artifactIdSchema } from '../../core/ids.ts';
import { instantOf } from '../../core/time.ts';
import { pendingRecaptures } from '../../core/use-cases/recapture.ts';
import { type Html, html } from '../design/html.ts';
import { momentOf, timeTag } from '../design/moment.ts';
import { hash, type Tone } from '../design/parts.ts';
import type { CaptureView, ComparisonView } from '../pages/capture-parts.ts';
import type { EvidenceView } from '../pages/case-parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { artifactName } from './artifact-names.ts';
import { type HrefOf, sizeText } from './evidence.ts';
import type { CaseMaterial } from './material.ts';

/** Where screenshots are seen, and where it is asked for another capture; `null` where whoever looks may not. */
export interface CaptureLinks {
  readonly pictureHref: HrefOf;
  readonly againHref: HrefOf;
}

type Known = CaseState['evidence'][number];

const tones: Readonly<Record<PageChange, Tone>> = {
  SAME: 'good',
  CHANGED: 'warn',
  GONE: 'bad',
  NOT_COMPARABLE: 'info',
};

const comparisonOf = (material: CaseMaterial, comparison: Known['comparison'], lang: Lang): ComparisonView | null => {
  if (comparison === undefined) return null;
  const earlier = material.state.evidence.find(({ artifactId }) => artifactId === comparison.with);
  return {
    tone: tones[comparison.change],
    ...textsFor(lang).capture.change[comparison.change],
    with: earlier === undefined ? comparison.with : artifactName(material, earlier, lang),
  };
};

const limitationText = (code: string, lang: Lang): string => {
  const words: Readonly<Record<string, string>> = textsFor(lang).capture.limitation;
  return words[code] ?? code;
};

type Identity = CaptureDetails['identity'];

const said = (fact: Identity['author'], lang: Lang): string | null =>
  fact === undefined ? null : `${fact.value} (${textsFor(lang).capture.from[fact.from]})`;

/** A time as the page writes it, and in words where it is one. */
const shownTime = ({ agency }: CaseMaterial, written: string, lang: Lang): Html | string => {
  const epoch = /^\d{4}-\d\d-\d\dT/.test(written) ? Date.parse(written) : Number.NaN;
  return Number.isNaN(epoch) ? written : timeTag(momentOf(instantOf(epoch), agency.zone, lang));
};

const listOf = (items: readonly (Html | string)[]): Html | null =>
  items.length === 0 ? null : html`<ul class="plain">${items.map((item) => html`<li>${item}</li>`)}</ul>`;

const addresses = (urls: readonly string[]): Html | null =>
  listOf(urls.map((url) => html`<span class="url">${url}</span>`));

const postFacts = (material: CaseMaterial, { title, identity, finalUrl, requestedUrl }: CaptureDetails, lang: Lang) => {
  const words = textsFor(lang).capture;
  return [
    { label: words.title, value: title },
    { label: words.platform, value: identity.platform },
    { label: words.author, value: said(identity.author, lang) },
    { label: words.post, value: said(identity.postId, lang) },
    { label: words.times, value: listOf(identity.visibleTimes.map((time) => shownTime(material, time, lang))) },
    { label: words.finalUrl, value: finalUrl === requestedUrl ? null : addresses([finalUrl]) },
  ];
};

const certificateText = ({ certificate, finalUrl }: CaptureDetails, lang: Lang): Html | string | null => {
  const words = textsFor(lang).capture;
  if (certificate === undefined) return finalUrl.startsWith('http:') ? words.noCertificate : null;
  const { subject, issuer, validFrom, validTo, fingerprint } = certificate;
  const dates = words.valid(validFrom.slice(0, 10), validTo.slice(0, 10));
  return html`${subject.replaceAll('\n', ', ')}; ${words.issuedBy(issuer.replaceAll('\n', ', '))}; ${dates}; SHA-256 ${hash(fingerprint)}`;
};

const trafficText = ({ traffic }: CaptureDetails, lang: Lang): string | null => {
  if (traffic === undefined) return null;
  const words = textsFor(lang).capture;
  const { requests, bytes, refused, webSockets } = traffic;
  const parts = [words.requests(requests, sizeText(bytes, lang)), refused > 0 && words.refused(refused)];
  const live =
    webSockets !== undefined &&
    webSockets.connections > 0 &&
    words.webSockets(webSockets.connections, webSockets.sent, webSockets.received);
  return [...parts, live].filter((part) => part !== false).join('; ');
};

const technicalFacts = (details: CaptureDetails, lang: Lang) => {
  const words = textsFor(lang).capture;
  return [
    { label: words.redirects, value: addresses(details.redirects) ?? words.noRedirect },
    { label: words.status, value: String(details.status) },
    { label: words.address, value: details.remoteAddress },
    { label: words.certificate, value: certificateText(details, lang) },
    { label: words.browser, value: details.browser ?? words.noBrowser },
    { label: words.traffic, value: trafficText(details, lang) },
  ];
};

const captureView = (
  material: CaseMaterial,
  { artifactId, comparison }: Known,
  lang: Lang,
): CaptureView | undefined => {
  const details = material.captures?.get(artifactId);
  const compared = comparisonOf(material, comparison ?? details?.comparison, lang);
  if (details === undefined)
    return compared === null ? undefined : { comparison: compared, limitations: [], post: [], technical: [] };
  return {
    comparison: compared,
    limitations: details.limitations.map((code) => limitationText(code, lang)),
    post: postFacts(material, details, lang),
    technical: technicalFacts(details, lang),
  };
};

const keyOf = ({ sha256, urlIndex }: NonNullable<Known['source']>): string => `${sha256}/${urlIndex}`;

/** The newest capture of each address, had or failed, unless it is being captured again already: by it another one is asked for. */
const newestCaptures = (state: CaseState): ReadonlySet<string> => {
  const newest = new Map<string, { artifactId: string; seq: number }>();
  const captures = state.evidence.filter(({ kind }) => kind === 'CAPTURE');
  for (const { artifactId, source, seq } of [...captures, ...state.captureFailures]) {
    const known = source === undefined ? undefined : newest.get(keyOf(source));
    if (source !== undefined && (known === undefined || known.seq < seq))
      newest.set(keyOf(source), { artifactId, seq });
  }
  for (const { source } of pendingRecaptures(state)) newest.delete(keyOf(source));
  return new Set([...newest.values()].map(({ artifactId }) => artifactId));
};

/** Adds to the evidence of a case what only captured pages have. */
export const withCaptures = (
  views: readonly EvidenceView[],
  material: CaseMaterial,
  { links, lang }: { readonly links: CaptureLinks; readonly lang: Lang },
): EvidenceView[] => {
  const { state } = material;
  const newest = newestCaptures(state);
  const known = new Map<ArtifactId, Known>(state.evidence.map((item) => [item.artifactId, item]));
  return views.map((view) => {
    const artifactId = artifactIdSchema.parse(view.artifactId);
    const item = known.get(artifactId);
    const isPicture = item?.kind === 'CAPTURE_SCREENSHOT';
    return {
      ...view,
      ...(item?.kind === 'CAPTURE' && { capture: captureView(material, item, lang) }),
      ...(isPicture && view.href !== null && { pictureHref: links.pictureHref(artifactId) }),
      ...(newest.has(artifactId) && { againHref: links.againHref(artifactId) }),
    };
  });
};

/** For pages whose reader may neither look nor ask. */
export const noCaptureLinks: CaptureLinks = { pictureHref: () => null, againHref: () => null };
