import { append } from '../../case/append.ts';
import { requestAnonymity } from '../../case/commands/closing.ts';
import {
  type CaseId,
  commandIdSchema,
  newReceiptCode,
  normaliseCrockford,
  type Sha256,
  sha256Schema,
} from '../../ids.ts';
import type { InboundRow } from '../../inbound/inbound-row.ts';
import { DAY, isBefore, plusMs } from '../../time.ts';
import { sameText, toBase64Url } from '../encoding.ts';
import type { Ports } from '../ports.ts';
import { openSecrets } from './inbound-rows.ts';

const LINK_DAYS = 30;
const TOKEN = /^([0-9a-f]{64})\.([\w-]{43})$/;
/** Looked for where a token names no mail, so that the work is the same. */
const NO_MAIL = sha256Schema.parse('0'.repeat(64));

export type SetupPorts = Pick<Ports, 'inbound' | 'mac' | 'sealer' | 'clock' | 'trail' | 'cases' | 'accessLog' | 'ids'>;

const secretOf = async ({ mac }: Pick<Ports, 'mac'>, mailId: Sha256): Promise<string> =>
  toBase64Url(await mac.mac(`mail-setup:${mailId}`));

/** The link by which a reporter who wrote by mail fetches their receipt code, once. */
export const setupLink = async (ports: Pick<Ports, 'mac' | 'baseUrl'>, mailId: Sha256): Promise<string> =>
  `${ports.baseUrl}/lacak/surat/${mailId}.${await secretOf(ports, mailId)}`;

const isOffered = (ports: SetupPorts, row: InboundRow): boolean =>
  row.setup === 'OFFERED' && isBefore(ports.clock.now(), plusMs(row.receivedAt, LINK_DAYS * DAY));

/** The mail that a token still opens; undefined for one that is wrong, spent or too old, which look alike. */
const offeredBy = async (ports: SetupPorts, token: string): Promise<InboundRow | undefined> => {
  const [, name, secret = ''] = TOKEN.exec(token) ?? [];
  const mailId = name === undefined ? NO_MAIL : sha256Schema.parse(name);
  const row = await ports.inbound.get(mailId);
  const isRight = sameText(await secretOf(ports, mailId), secret);
  return isRight && row !== undefined && isOffered(ports, row) ? row : undefined;
};

/**
 * Whether the link still opens. Looking changes nothing; that somebody did who has proven nothing stands with the case, as a robot's touch.
 */
export const touchSetup = async (
  ports: SetupPorts,
  token: string,
  action: 'setup-touched' | 'setup-refused' = 'setup-touched',
): Promise<boolean> => {
  const row = await offeredBy(ports, token);
  if (row?.caseId !== undefined) {
    await ports.accessLog.record({
      caseId: row.caseId,
      accessId: newReceiptCode(ports.ids),
      at: ports.clock.now(),
      actor: { kind: 'robot' },
      action,
    });
  }
  return row !== undefined;
};

export interface SetupChoice {
  /** The case number as the reporter typed it from their mail: a program that presses buttons does not know it. */
  readonly caseNumber: string;
  readonly anonymous: boolean;
}

export type SetupResult =
  | { readonly kind: 'shown'; readonly caseId: CaseId; readonly receiptCode: string }
  | { readonly kind: 'wrong-number' }
  | { readonly kind: 'not-offered' };

/**
 * Gives the receipt code out, once, to whoever has the link and the case number. A wish to be treated as anonymous is on record first: it
 * counts also where the code is then lost on the way.
 * @throws VersionConflict where somebody else fetches it right now
 */
export const showReceiptCode = async (
  ports: SetupPorts,
  token: string,
  { caseNumber, anonymous }: SetupChoice,
): Promise<SetupResult> => {
  const row = await offeredBy(ports, token);
  const secrets = row === undefined ? undefined : await openSecrets(ports, row);
  if (row === undefined || secrets === undefined) return { kind: 'not-offered' };
  const { caseId, receiptCode } = secrets;
  if (!sameText(normaliseCrockford(caseId), normaliseCrockford(caseNumber))) return { kind: 'wrong-number' };
  if (anonymous) {
    await append(ports, {
      caseId,
      commandId: commandIdSchema.parse('anonymity'),
      actor: { kind: 'reporter' },
      command: requestAnonymity,
    });
  }
  const { sealedSecrets: _spent, ...rest } = row;
  await ports.inbound.update({ ...rest, setup: 'SHOWN' });
  return { kind: 'shown', caseId, receiptCode };
};
