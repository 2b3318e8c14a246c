import { dayTerm } from '../calendar/format-date.ts';
import { localDate } from '../calendar/zones.ts';
import type { EventData } from '../case/events.ts';
import { type StateOf, trackOf } from '../case/state.ts';
import type { Agency } from '../directory/staff.ts';
import { processWarning } from '../rules/process-texts.ts';
import { remedyFor } from '../rules/remedy-rules.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { Bilingual } from '../rules/rule-file.ts';
import type { LocalDate } from '../time.ts';
import { countedFrom } from './office-calendar.ts';
import type { Ports } from './ports.ts';

interface Receipt {
  readonly rules: RuleBook;
  readonly agency: Agency;
  readonly state: StateOf<'SERVICE'>;
  readonly receivedOn: LocalDate;
}

/** Who decided, as the rules on remedies see it. */
const decidedBy = async ({ directory }: Pick<Ports, 'directory'>, state: StateOf<'SERVICE'>) => {
  const { actor } = state.sanction;
  const decider = actor.kind === 'official' ? await directory.staff(state.agencyId, actor.nip) : undefined;
  return decider?.roles.includes('ppk') ? ('PPK' as const) : ('OFFICIAL' as const);
};

type Effect = Pick<EventData['DecisionServed'], 'effectiveOn' | 'derivation' | 'remedy'>;

/** Whether the time for a remedy, or the day of effect, has come already when the receipt is recorded. */
const isPast = ({ effectiveOn, remedy }: Effect, today: LocalDate): boolean =>
  effectiveOn <= today || (remedy.until !== undefined && remedy.until < today);

/**
 * What a receipt starts, recorded today. A receipt that is recorded so late that the respondent could no longer use their rights starts
 * them with the recording instead, and says so.
 */
export const effectOfRecording = async (
  ports: Pick<Ports, 'directory'>,
  receipt: Receipt,
  today: LocalDate,
): Promise<Effect & { readonly late: Bilingual | undefined }> => {
  const effect = await effectOf(ports, receipt);
  if (!isPast(effect, today)) return { ...effect, late: undefined };
  const terms = { date: dayTerm(receipt.receivedOn), recordedOn: dayTerm(today) };
  const { id, en } = processWarning(receipt.rules, 'RECEIPT_RECORDED_LATE', terms);
  return { ...(await effectOf(ports, { ...receipt, receivedOn: today })), late: { id, en } };
};

/**
 * What a receipt starts: the day of effect (15th working day, PP 94/2021 Art 38) and the time for a remedy (PP 79/2021), both with their
 * derivation in words. Days are those of the respondent's unit.
 */
const effectOf = async (
  ports: Pick<Ports, 'directory'>,
  { rules, agency, state, receivedOn }: Receipt,
): Promise<Effect> => {
  const respondent = await ports.directory.staff(state.agencyId, state.triage.respondent.nip);
  const unit = respondent?.unit ?? '';
  const effective = countedFrom(rules, { agency, unit, name: 'effective', from: receivedOn });
  const remedy = remedyFor(rules, {
    sanctionCode: state.sanction.sanctionCode,
    track: trackOf(state) ?? state.triage.track,
    employment: respondent?.employment ?? 'PNS',
    decidedBy: await decidedBy(ports, state),
    date: localDate(state.sanction.at, agency.zone),
  });
  const { date: effectiveOn, derivation } = effective;
  if (remedy.route === 'NONE') return { effectiveOn, derivation, remedy: { route: remedy.route } };
  const until = countedFrom(rules, { agency, unit, name: remedy.deadline, from: receivedOn });
  return {
    effectiveOn,
    derivation,
    remedy: { route: remedy.route, until: until.date, derivation: until.derivation },
  };
};
