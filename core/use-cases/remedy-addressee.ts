import type { StateOf } from '../case/state.ts';
import type { Staff } from '../directory/staff.ts';
import type { Track } from '../rules/codes.ts';
import { remedyFor } from '../rules/remedy-rules.ts';
import type { RuleBook } from '../rules/rule-book.ts';

/** Who an objection or appeal goes to, as the receipt says it: the board, or the official who takes it. */
export const remedyAddressee = (
  rules: RuleBook,
  state: StateOf<'APPEAL'>,
  { track, holder }: { readonly track: Track; readonly holder: Staff },
): string => {
  if (state.appeal.route === 'OBJECTION') return holder.position;
  const { sanctionCode } = state.sanction;
  const remedy = remedyFor(rules, { sanctionCode, track, employment: holder.employment, decidedBy: 'PPK' });
  return remedy.route === 'NONE' ? holder.position : remedy.addressee.id;
};
