import type { ArtifactId, CaseId, Nip, Sha256, TaskId } from '../../ids.ts';
import { refused } from '../../refusal.ts';
import type {
  ImpactScope,
  PrincipleCode,
  ProvisionCode,
  SanctionCode,
  SanctionLevel,
  Track,
} from '../../rules/codes.ts';
import { contentHash } from '../content-hash.ts';
import { appending, type Command, type Decision, notNow } from '../decision.ts';
import { MAX_ROUND } from '../events.ts';
import type { Appointment } from '../process-events.ts';
import type { CaseState, OpenTask } from '../state.ts';
import { raisesRound, triggerOf } from '../transitions.ts';
import { boundToDisclosure, withinDisclosure } from './bound.ts';
import { onOpenTask, taskIsOver } from './tasks.ts';

/** What every act carries: the task it answers, who acts, the fingerprint of what they were shown, and why. */
export interface Act {
  readonly taskId: TaskId;
  readonly nip: Nip;
  readonly contentHash: Sha256;
  readonly reason: string;
}

const contentChanged = refused(
  'CONTENT_CHANGED',
  'Isi perkara berubah sejak halaman ini dibuka. Baca kembali, lalu putuskan.',
  'The case has changed since this page was opened. Read it again, then decide.',
);

const tooManyRounds = refused(
  'TOO_MANY_ROUNDS',
  'Perkara ini sudah terlalu sering dikembalikan; putuskan dengan bukti yang ada.',
  'This case has been sent back too often; decide on the evidence at hand.',
);

/** What an act puts into its event. */
export interface Signed {
  readonly taskId: TaskId;
  readonly round: number;
  readonly contentHash: Sha256;
  readonly reason: string;
}

/** Checked again at the act itself: the task is open, it is theirs, and they decide on what they saw. */
export const byAssignee = (act: Act, decide: (signed: Signed, state: CaseState, task: OpenTask) => Decision): Command =>
  onOpenTask(act.taskId, (state, task) => {
    if (task.assignee.kind !== 'official' || task.assignee.nip !== act.nip) return taskIsOver;
    if (act.contentHash !== contentHash(state)) return contentChanged;
    const { taskId, reason } = act;
    const decision = decide({ taskId, round: state.round, contentHash: act.contentHash, reason }, state, task);
    if (decision.kind === 'refused') return decision;
    const trigger = triggerOf(decision.draft);
    if (raisesRound(trigger) && state.round >= MAX_ROUND) return tooManyRounds;
    return notNow(state, trigger) ?? decision;
  });

export type TriageChoice =
  | { readonly outcome: 'PROCEED'; readonly respondentNip: Nip; readonly track: Track }
  | { readonly outcome: 'MERGE'; readonly into: CaseId }
  | { readonly outcome: 'REFER' | 'REJECT' | 'ASK_REPORTER' };

/** The triage officer names the respondent and the track, or sends the report elsewhere. */
export const decideTriage = (act: Act, choice: TriageChoice): Command =>
  byAssignee(act, (signed, _state, task) => {
    if (task.kind !== 'triage') return taskIsOver;
    switch (choice.outcome) {
      case 'PROCEED': {
        const { outcome, respondentNip, track } = choice;
        return appending({
          type: 'TriageDecided',
          data: { ...signed, outcome, respondent: { nip: respondentNip }, track },
        });
      }
      case 'MERGE':
        return appending({ type: 'TriageDecided', data: { ...signed, outcome: choice.outcome, into: choice.into } });
      case 'REFER':
      case 'REJECT':
      case 'ASK_REPORTER':
        return appending({ type: 'TriageDecided', data: { ...signed, outcome: choice.outcome } });
      default:
        return choice satisfies never;
    }
  });

export type ReviewChoice =
  | {
      readonly outcome: 'PROCEED';
      readonly principles: readonly PrincipleCode[];
      readonly charges?: readonly ProvisionCode[] | undefined;
      readonly impact?: ImpactScope | undefined;
      readonly withheld?: readonly ArtifactId[] | undefined;
      readonly appointment?: Appointment | undefined;
    }
  | { readonly outcome: 'DISMISS' | 'MORE_EVIDENCE' };

/** The direct superior confirms which principles the act touches, finds nothing, or asks for more. */
export const decideReview = (act: Act, choice: ReviewChoice): Command =>
  byAssignee(act, (signed, _state, task) => {
    if (task.kind !== 'review') return taskIsOver;
    if (choice.outcome !== 'PROCEED') {
      return appending({ type: 'ReviewDecided', data: { ...signed, outcome: choice.outcome } });
    }
    const { outcome, principles, charges = [], impact, withheld = [], appointment } = choice;
    return appending({
      type: 'ReviewDecided',
      data: {
        ...signed,
        outcome,
        principles: [...principles],
        ...(charges.length === 0 ? {} : { charges: [...charges] }),
        ...(impact === undefined ? {} : { impact }),
        ...(withheld.length === 0 ? {} : { withheld: [...withheld] }),
        ...(appointment === undefined ? {} : { appointment }),
      },
    });
  });

export interface SanctionChoice {
  readonly sanctionCode: SanctionCode;
  readonly level: SanctionLevel;
  readonly provisions: readonly ProvisionCode[];
  readonly principles?: readonly PrincipleCode[] | undefined;
  readonly impact?: ImpactScope | undefined;
  readonly deviationReason?: string | undefined;
  readonly warning?: { readonly id: string; readonly en: string } | undefined;
  readonly ruleVersions: readonly string[];
}

/** The sanctioning authority imposes one sanction on exactly the disclosed set. The choice was checked against the rules before. */
export const imposeSanction = (act: Act & { disclosureHash: Sha256 }, choice: SanctionChoice): Command =>
  byAssignee(act, (signed, state, task) => {
    if (task.kind !== 'decision') return taskIsOver;
    const { impact, provisions, principles, deviationReason, warning, ruleVersions, ...rest } = choice;
    return (
      boundToDisclosure(state, act.disclosureHash) ??
      withinDisclosure(state, { charges: provisions, principles: principles ?? [] }) ??
      appending({
        type: 'SanctionDecided',
        data: {
          ...signed,
          ...rest,
          disclosureHash: act.disclosureHash,
          provisions: [...provisions],
          ruleVersions: [...ruleVersions],
          ...(principles === undefined ? {} : { principles: [...principles] }),
          ...(impact === undefined ? {} : { impact }),
          ...(deviationReason === undefined ? {} : { deviationReason }),
          ...(warning === undefined ? {} : { warning }),
        },
      })
    );
  });

/** Not proven: the case ends without a sanction. */
export const dismissCase = (act: Act & { disclosureHash: Sha256 }): Command =>
  byAssignee(act, (signed, state, task) =>
    task.kind !== 'decision'
      ? taskIsOver
      : (boundToDisclosure(state, act.disclosureHash) ??
        appending({ type: 'CaseDismissed', data: { ...signed, disclosureHash: act.disclosureHash } })),
  );

/** The authority sends the case back to be examined again: round + 1. */
export const returnCase = (act: Act): Command =>
  byAssignee(act, (signed, _state, task) =>
    task.kind === 'decision' ? appending({ type: 'DecisionReturned', data: signed }) : taskIsOver,
  );
