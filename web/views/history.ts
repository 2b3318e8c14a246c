import { momentOf } from '../design/moment.ts';
import type { RoundView } from '../pages/task-act.ts';
import type { TaskKind } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { afterDecision } from './history-after.ts';
import { duringExamination } from './history-examination.ts';
import type { Told } from './history-told.ts';
import type { CaseMaterial } from './material.ts';
import { actorName } from './people.ts';

/** An outcome in the words of its choice. */
export const outcomeLabel = (kind: TaskKind, outcome: string, lang: Lang): string => {
  const words: Readonly<Record<string, { label: string }>> = textsFor(lang).task.outcomes[kind];
  return words[outcome]?.label ?? outcome;
};

/** Triage, reviews and returned decisions. */
const beforeAndAgain = ({ state }: CaseMaterial, lang: Lang): Told[] => {
  const { kinds } = textsFor(lang).task;
  const told = (kind: TaskKind, outcome: string) => `${kinds[kind].title}: ${outcomeLabel(kind, outcome, lang)}`;
  return [
    ...state.triages.map((fact) => ({ fact, what: told('triage', fact.outcome), reason: fact.reason })),
    ...state.reviews.map((fact) => ({ fact, what: told('review', fact.outcome), reason: fact.reason })),
    ...state.returns.map((fact) => ({ fact, what: told('decision', 'RETURN'), reason: fact.reason })),
  ];
};

/** What happened in the case before, oldest first, with who, why, and what is doubtful about it. */
export const historyOf = (material: CaseMaterial, lang: Lang): RoundView[] =>
  [...beforeAndAgain(material, lang), ...duringExamination(material, lang), ...afterDecision(material, lang)]
    .toSorted((a, b) => a.fact.seq - b.fact.seq)
    .map(({ fact: { round, at, actor }, what, reason, note }) => ({
      round: round ?? material.state.round,
      at: momentOf(at, material.agency.zone, lang),
      actor: actorName(material, actor, lang),
      what,
      reason: reason ?? null,
      note: note ?? null,
    }));
