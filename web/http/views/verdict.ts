import type { TrailVerdict } from '../../../core/trail/verify.ts';
import { type StampsVerdict, stampSummary, stampWords } from '../../../core/trail/verify-stamps.ts';
import type { BrokenKind } from '../../../core/trail/verify-words.ts';
import { momentOf } from '../../design/moment.ts';
import type { VerdictView } from '../../pages/verdict.ts';
import type { VerifyVerdictView } from '../../pages/verify.ts';
import type { VerdictCode } from '../../text/codes.ts';
import type { Lang } from '../../text/lang.ts';
import { textsFor } from '../../text/texts.ts';
import type { ReceiptVerdict } from '../public/read-receipt.ts';

type Judged = Pick<VerifyVerdictView, 'kind' | 'verdict' | 'stated'>;

const codeOf: Readonly<Record<BrokenKind, VerdictCode>> = {
  edit: 'EDIT',
  gap: 'GAP',
  fork: 'FORK',
  unsealed: 'UNSEALED',
  illegal: 'EDIT',
  malformed: 'UNREADABLE',
};

/** What the verifier says of a trail, for a page. */
export const trailVerdictView = (verdict: TrailVerdict, lang: Lang): VerdictView =>
  verdict.verdict === 'valid'
    ? { code: 'VALID', seq: null, detail: null }
    : {
        code: codeOf[verdict.kind],
        seq: verdict.seq === 0 ? null : verdict.seq,
        detail: verdict.explanation[lang],
      };

const say = (lang: Lang, id: string, en: string): string => (lang === 'id' ? id : en);

export const judgedTrail = (verdict: TrailVerdict, lang: Lang): Judged => ({
  kind: 'TRAIL',
  verdict: trailVerdictView(verdict, lang),
  stated:
    verdict.verdict === 'broken'
      ? []
      : [
          { label: textsFor(lang).report.filed.caseNumber, value: verdict.caseId },
          { label: say(lang, 'Jumlah catatan', 'Number of records'), value: String(verdict.events) },
          { label: say(lang, 'Sidik terakhir', 'Last hash'), value: verdict.head.hash },
        ],
});

/** An export is as good as its trail and its time stamps: a stamp that does not hold was put there afterwards, or altered. */
export const judgedExport = (verdict: TrailVerdict, stamps: StampsVerdict | undefined, lang: Lang): Judged => {
  const judged = judgedTrail(verdict, lang);
  if (stamps === undefined || verdict.verdict === 'broken') return judged;
  const [first] = stamps.findings;
  if (first !== undefined) {
    return { ...judged, verdict: { code: 'EDIT', seq: null, detail: stampWords(first)[lang] }, stated: [] };
  }
  const label = textsFor(lang).custody.stampTitle;
  return { ...judged, stated: [...judged.stated, { label, value: stampSummary(stamps)[lang] }] };
};

const receiptDetail = (kind: ReceiptVerdict['kind'], lang: Lang): string | null => {
  switch (kind) {
    case 'valid':
      return null;
    case 'altered':
      return say(lang, 'Tanda tangan tidak cocok dengan isinya.', 'The signature does not match the content.');
    case 'unknown-key':
      return say(
        lang,
        'Ditandatangani dengan kunci yang bukan milik sistem ini.',
        'Signed with a key that is not ours.',
      );
    case 'no-receipt':
      return say(lang, 'Teks ini bukan bukti pelaporan.', 'This text is not a filing receipt.');
    default:
      return kind satisfies never;
  }
};

const receiptCodes: Readonly<Record<ReceiptVerdict['kind'], VerdictCode>> = {
  valid: 'VALID',
  altered: 'EDIT',
  'unknown-key': 'UNREADABLE',
  'no-receipt': 'UNREADABLE',
};

export const judgedReceipt = (verdict: ReceiptVerdict, lang: Lang): Judged => ({
  kind: verdict.kind === 'no-receipt' ? 'OTHER' : 'RECEIPT',
  verdict: { code: receiptCodes[verdict.kind], seq: null, detail: receiptDetail(verdict.kind, lang) },
  stated:
    verdict.kind === 'valid'
      ? [
          { label: textsFor(lang).report.filed.caseNumber, value: verdict.receipt.caseNumber },
          {
            label: textsFor(lang).report.follow.received,
            value: momentOf(verdict.receipt.receivedAt, 'WIB', lang).text,
          },
          { label: say(lang, 'Sidik catatan pertama', 'Hash of the first record'), value: verdict.receipt.eventHash },
          { label: say(lang, 'Sidik laporan', 'Hash of the report'), value: verdict.receipt.reportSha256 },
        ]
      : [],
});

export const judgedUnreadable = (explanation: string): Judged => ({
  kind: 'OTHER',
  verdict: { code: 'UNREADABLE', seq: null, detail: explanation },
  stated: [],
});
