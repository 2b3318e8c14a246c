import type { CaseState } from '../../core/case/state.ts';
import { momentOf } from '../design/moment.ts';
import type { RoundView } from '../pages/task-act.ts';
import type { TaskKind } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import type { CaseMaterial } from './material.ts';
import { actorName } from './people.ts';

/** An outcome in the words of its choice. */
export const outcomeLabel = (kind: TaskKind, outcome: string, lang: Lang): string => {
  const words: Readonly<Record<string, { label: string }>> = textsFor(lang).task.outcomes[kind];
  return words[outcome]?.label ?? outcome;
};

interface Finding {
  readonly kind: TaskKind;
  readonly outcome: string;
  readonly recorded: (CaseState['triages'] | CaseState['reviews'] | CaseState['returns'])[number];
}

const findingsOf = ({ triages, reviews, returns }: CaseState): Finding[] => [
  ...triages.map((recorded): Finding => ({ kind: 'triage', outcome: recorded.outcome, recorded })),
  ...reviews.map((recorded): Finding => ({ kind: 'review', outcome: recorded.outcome, recorded })),
  ...returns.map((recorded): Finding => ({ kind: 'decision', outcome: 'RETURN', recorded })),
];

/** What officials found before, oldest first, with their reasons. */
export const historyOf = (material: CaseMaterial, lang: Lang): RoundView[] =>
  findingsOf(material.state)
    .sort((a, b) => a.recorded.seq - b.recorded.seq)
    .map(({ kind, outcome, recorded: { round, at, actor, reason } }) => ({
      round,
      at: momentOf(at, material.agency.zone, lang),
      actor: actorName(material, actor, lang),
      what: `${textsFor(lang).task.kinds[kind].title}: ${outcomeLabel(kind, outcome, lang)}`,
      reason,
    }));
