import type { Nip } from '../ids.ts';
import type { SanctionCode } from '../rules/codes.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { EventData } from './events.ts';
import type { CaseState, Recorded } from './state.ts';

/** One decision on a case, by an official of the agency or by a body that was appealed to. */
export interface LineageStep {
  readonly kind: 'SANCTION' | 'DISMISSAL' | 'PROPOSAL' | 'REMEDY';
  readonly at: Instant;
  /** Who decided: the official, or for a remedy the body as it was named. */
  readonly by: { readonly nip: Nip } | { readonly body: string } | undefined;
  readonly number: string | undefined;
  /** The day of a decision made elsewhere. */
  readonly decidedOn?: LocalDate | undefined;
  readonly outcome?: EventData['AppealDecided']['outcome'] | undefined;
  /** The sanction as this decision leaves it; none after a dismissal or an annulment. */
  readonly sanctionCode: SanctionCode | undefined;
}

const official = ({ actor }: Pick<Recorded<object>, 'actor'>): LineageStep['by'] =>
  actor.kind === 'official' ? { nip: actor.nip } : undefined;

const first = (state: CaseState): LineageStep | undefined => {
  const number = state.signed?.decisionNumber;
  if ('sanction' in state) {
    const { sanction } = state;
    return { kind: 'SANCTION', at: sanction.at, by: official(sanction), number, sanctionCode: sanction.sanctionCode };
  }
  if ('dismissal' in state) {
    const { dismissal } = state;
    return { kind: 'DISMISSAL', at: dismissal.at, by: official(dismissal), number, sanctionCode: undefined };
  }
  if (!('proposal' in state)) return undefined;
  const { proposal } = state;
  return { kind: 'PROPOSAL', at: proposal.at, by: official(proposal), number, sanctionCode: proposal.sanctionCode };
};

/** Every decision on the case in order, each with the sanction as it leaves it: nothing is replaced, what came first stays readable. */
export const decisionLineage = (state: CaseState): readonly LineageStep[] => {
  const begun = first(state);
  if (begun === undefined) return [];
  const steps: LineageStep[] = [begun];
  for (const { at, body, decisionNumber, decidedOn, outcome, sanctionCode } of state.appealDecisions) {
    const standing = outcome === 'ANNULLED' ? undefined : (sanctionCode ?? steps.at(-1)?.sanctionCode);
    steps.push({
      kind: 'REMEDY',
      at,
      by: { body },
      number: decisionNumber,
      decidedOn,
      outcome,
      sanctionCode: standing,
    });
  }
  return steps;
};
