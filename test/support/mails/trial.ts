import { loadCase } from '../../../core/case/append.ts';
import type { InboundRow } from '../../../core/inbound/inbound-row.ts';
import type { MailEnvelope } from '../../../core/inbound/parsed-mail.ts';
import { receiveMail } from '../../../core/use-cases/inbound/receive-mail.ts';
import type { Ports } from '../../../core/use-cases/ports.ts';
import { memoryPorts } from '../memory/ports.ts';
import { emptyStore, type Store } from '../memory/store.ts';

export interface TriedMail {
  readonly name: string;
  readonly raw: Uint8Array;
  readonly envelope: MailEnvelope;
}

export interface Trial {
  /** Status and reason of the mail, or what was thrown. */
  readonly outcome: string;
  readonly threw: boolean;
  /** What of the mail is not where it must be; empty for a mail of which nothing is lost. */
  readonly losses: readonly string[];
}

const isKept = (store: Store, raw: Uint8Array, { sha256 }: InboundRow): boolean => {
  const kept = store.evidence.get(sha256);
  return kept !== undefined && Buffer.compare(kept, raw) === 0;
};

/** A report has its raw mail, and every part of it as an artefact or counted among those left in the raw mail. */
const lossesOfCase = async (ports: Ports, raw: Uint8Array, row: InboundRow): Promise<string[]> => {
  const state = row.caseId && (await loadCase(ports.trail, row.caseId));
  const parse = await ports.mailParser.parse(raw);
  if (!state || parse.outcome !== 'parsed') return ['no case'];
  const files = state.evidence.filter(({ kind }) => kind === 'ATTACHMENT').length;
  return [
    ...(state.evidence.some(({ kind, sha256 }) => kind === 'MAIL_RAW' && sha256 === row.sha256) ? [] : ['raw mail']),
    ...(files + row.omitted === parse.mail.parts.length ? [] : ['parts']),
  ];
};

const judge = async (store: Store, ports: Ports, { raw, envelope }: TriedMail): Promise<Trial> => {
  const rows = await receiveMail(ports, { raw, envelope, receivedAt: store.now });
  const [row] = rows;
  if (row === undefined || rows.length > 1) return { outcome: `${rows.length} rows`, threw: false, losses: ['row'] };
  const { status, reason } = row;
  const losses = [
    ...(isKept(store, raw, row) ? [] : ['raw bytes']),
    ...(status === 'RECEIVED' ? ['never settled'] : []),
    ...(status !== 'FILED' && reason === undefined ? ['reason'] : []),
    ...(status === 'FILED' ? await lossesOfCase(ports, raw, row) : []),
    ...(store.cases.size === (status === 'FILED' ? 1 : 0) ? [] : ['number of cases']),
  ];
  return { outcome: reason === undefined ? status : `${status} ${reason}`, threw: false, losses };
};

/** Takes one mail into an empty system, and says what became of it. */
export const tryMail = async (mail: TriedMail): Promise<Trial> => {
  const store = emptyStore();
  try {
    return await judge(store, memoryPorts(store), mail);
  } catch (error) {
    return { outcome: `throws: ${error instanceof Error ? error.name : 'unknown'}`, threw: true, losses: [] };
  }
};
