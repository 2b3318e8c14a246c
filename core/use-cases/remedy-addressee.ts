import { type StateOf, trackOf } from '../case/state.ts';
import { superiorsOf } from '../directory/line.ts';
import type { Staff } from '../directory/staff.ts';
import { remedyFor } from '../rules/remedy-rules.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { Ports } from './ports.ts';

/** Whether the official who takes an objection may decide it: above whoever decided, or a PPK. Otherwise they only record. */
const decidesIt = async (
  { directory }: Pick<Ports, 'directory'>,
  { agencyId, sanction }: StateOf<'APPEAL'>,
  holder: Staff,
): Promise<boolean> => {
  if (holder.roles.includes('ppk')) return true;
  const { actor } = sanction;
  const line = actor.kind === 'official' ? await superiorsOf(directory, agencyId, actor.nip) : [];
  return line.some(({ nip }) => nip === holder.nip);
};

/** Who an objection or appeal goes to, as the receipt says it: the official who takes it, or the body that the rules name. */
export const remedyAddressee = async (
  ports: Pick<Ports, 'directory'>,
  rules: RuleBook,
  { state, holder }: { readonly state: StateOf<'APPEAL'>; readonly holder: Staff },
): Promise<string> => {
  const { appeal, sanction, triage } = state;
  if (appeal.route === 'OBJECTION' && (await decidesIt(ports, state, holder))) return holder.position;
  const track = trackOf(state) ?? triage.track;
  const { sanctionCode } = sanction;
  const remedy = remedyFor(rules, { sanctionCode, track, employment: holder.employment, decidedBy: 'PPK' });
  return remedy.route === 'NONE' ? holder.position : remedy.addressee.id;
};
