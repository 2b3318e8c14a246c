import { type Html, html, when } from '../design/html.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { facts, section, table } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

/** What became of a decision: service, effect, remedy, execution. */
export interface OutcomeView {
  readonly attempts: readonly { readonly on: Moment; readonly method: string; readonly warning: string | null }[];
  readonly received: {
    readonly on: Moment;
    readonly method: string;
    readonly refused: boolean;
    readonly warning: string | null;
    /** The day it takes effect as counted at receipt, and how. */
    readonly countedTo: Moment;
    readonly derivation: string;
  } | null;
  /** `null` while it is not in effect; `ANNULLED` where it never will be. */
  readonly effectiveOn: Moment | 'ANNULLED' | null;
  readonly remedy: {
    readonly route: string;
    readonly until: Moment | null;
    readonly derivation: string | null;
    readonly filedOn: Moment | null;
  } | null;
  readonly execution: { readonly endsOn: Moment | null; readonly restoredOn: Moment | null } | null;
  readonly lineage: readonly {
    readonly what: 'decided' | 'upheld' | 'changed' | 'annulled' | 'proposal' | 'dismissed';
    readonly by: string;
    readonly number: string | null;
    readonly on: Moment;
    readonly sanction: string | null;
  }[];
}

export interface RegisterView {
  readonly recordHref: string | null;
  readonly appealHref: string | null;
}

const noted = (main: Html, note: string | null): Html =>
  html`${main}${when(note, (text) => html`<br><small>${text}</small>`)}`;

const effectValue = (effectiveOn: OutcomeView['effectiveOn'], lang: Lang): Html | string => {
  const { process } = textsFor(lang).console;
  if (effectiveOn === null) return process.notEffective;
  return effectiveOn === 'ANNULLED' ? process.neverEffective : timeTag(effectiveOn);
};

const serviceFacts = (view: OutcomeView, lang: Lang) => {
  const { process } = textsFor(lang).console;
  const { attempts, received, effectiveOn } = view;
  return [
    ...attempts.map(({ on, method, warning }) => ({
      label: process.dispatched,
      value: noted(html`${timeTag(on)}, ${process.method(method)}`, warning),
    })),
    {
      label: process.received,
      value: when(received, ({ on, method, refused, warning }) =>
        noted(html`${timeTag(on)}, ${process.method(method)}${refused && html`. ${process.refused}.`}`, warning),
      ),
    },
    {
      label: process.countedTo,
      value: when(received, ({ countedTo, derivation }) => noted(timeTag(countedTo), derivation)),
    },
    { label: process.effective, value: effectValue(effectiveOn, lang) },
  ];
};

const remedyFacts = ({ remedy, execution }: OutcomeView, lang: Lang) => {
  const { process } = textsFor(lang).console;
  return [
    { label: process.remedy, value: remedy?.route },
    {
      label: process.remedyUntil,
      value: when(remedy?.until, (until) => noted(timeTag(until), remedy?.derivation ?? null)),
    },
    {
      label: process.filed,
      value: remedy?.until && (remedy.filedOn === null ? process.notFiled : timeTag(remedy.filedOn)),
    },
    { label: process.endsOn, value: when(execution?.endsOn, timeTag) },
    {
      label: process.execution,
      value:
        execution &&
        (execution.restoredOn === null ? process.running : noted(timeTag(execution.restoredOn), process.completed)),
    },
  ];
};

/** Delivery, effect, remedy and execution of a sanction. */
export const outcomePart = (view: OutcomeView | null, lang: Lang): Html | null => {
  const { process } = textsFor(lang).console;
  return when(view, (outcome) =>
    section('after', process.after, facts([...serviceFacts(outcome, lang), ...remedyFacts(outcome, lang)])),
  );
};

/** Every decision in order, once another body had its say. */
export const lineagePart = (view: OutcomeView | null, lang: Lang): Html | null => {
  const { process, casePage } = textsFor(lang).console;
  const lineage = view?.lineage ?? [];
  if (lineage.length < 2) return null;
  const columns = [casePage.decision, process.decisionBy, process.number, process.decisionAt, process.sanction].map(
    (label) => ({ label }),
  );
  const rows = lineage.map(({ what, by, number, on, sanction }) => [
    process.lineageStep[what],
    by,
    number ?? '',
    timeTag(on),
    sanction ?? process.noSanction,
  ]);
  return section('lineage', process.lineage, table(process.inOrder, columns, rows));
};

/** The files that leave the system, where there is a sanction to tell of. */
export const registerPart = ({ recordHref, appealHref }: RegisterView, lang: Lang): Html | null => {
  const { register } = textsFor(lang).console;
  if (recordHref === null && appealHref === null) return null;
  return section(
    'register',
    register.title,
    html`${when(
      recordHref,
      (href) =>
        html`<p>${register.text}</p><p class="actions"><a class="button quiet" href="${href}">${register.download}</a></p>`,
    )}${when(
      appealHref,
      (href) =>
        html`<p>${register.appealText}</p><p class="actions"><a class="button quiet" href="${href}">${register.appealDownload}</a></p>`,
    )}`,
  );
};
