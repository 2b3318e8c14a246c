import { loadCase } from '../../../core/case/append.ts';
import type { CaseState } from '../../../core/case/state.ts';
import type { InboundRow } from '../../../core/inbound/inbound-row.ts';
import type { MailEnvelope } from '../../../core/inbound/parsed-mail.ts';
import { receiveMail } from '../../../core/use-cases/inbound/receive-mail.ts';
import type { Ports } from '../../../core/use-cases/ports.ts';
import { memoryPorts } from '../memory/ports.ts';
import { emptyStore, type Store } from '../memory/store.ts';
import { type Raw, SENDER } from './compose.ts';

export const LAPOR = 'lapor@uji.tertib.test';

/** A system that takes mail in, over plain data. */
export class MailWorld {
  readonly store: Store;
  readonly ports: Ports;

  constructor(store: Store = emptyStore(), wrap: (ports: Ports) => Ports = (ports) => ports) {
    this.store = store;
    this.ports = wrap(memoryPorts(store));
  }

  async take(raw: Raw, { from = SENDER, to = [LAPOR] }: Partial<MailEnvelope> = {}): Promise<InboundRow> {
    const [row] = await receiveMail(this.ports, { raw, envelope: { from, to }, receivedAt: this.store.now });
    if (row === undefined) throw new Error('nobody was addressed');
    return row;
  }

  async caseOf({ caseId }: InboundRow): Promise<CaseState> {
    const state = caseId && (await loadCase(this.ports.trail, caseId));
    if (!state) throw new Error('the mail has no case');
    return state;
  }

  /** The newest mail that left, by the beginning of its id. */
  sent(prefix: string) {
    const mail = [...this.store.mails.values()].findLast(({ mailId }) => mailId.startsWith(prefix));
    if (mail === undefined) throw new Error(`no mail ${prefix}`);
    return mail;
  }
}
