import type { AppealReceiptData, DeliveryReceiptData, DeliverySummonsData } from '../../core/letters/letter-data.ts';
import { common, personnelOfficer, respondent, superior } from './people.ts';

const decision = {
  number: 'HD-R2/CONTOH-2026-7K3M9QXA/1.1/XII/2026',
  date: '2026-12-16',
  subject: 'hukuman disiplin teguran tertulis',
};

export const deliverySummons: DeliverySummonsData = {
  ...common('SPK', 17),
  person: respondent,
  reportTo: personnelOfficer,
  meeting: { date: '2026-12-21', time: '10:30', place: 'Ruang Kepala Bidang, Lantai 1', mode: 'IN_PERSON' },
  decision,
  signatory: { ...personnelOfficer, capacity: 'OFFICIAL' },
};

export const deliveryReceipt: DeliveryReceiptData = {
  ...common('TT', 21),
  recipient: respondent,
  deliveredBy: personnelOfficer,
  decision,
  receivedOn: '2026-12-21',
  method: 'diserahkan langsung dalam pertemuan tertutup',
  outcome: 'SERVED',
  effectiveOn: '2027-01-15',
  remedy: { route: 'OBJECTION', until: '2027-01-14' },
};
export const refusedReceipt: DeliveryReceiptData = {
  ...deliveryReceipt,
  outcome: 'REFUSED_TO_SIGN',
  remedy: { route: 'NONE' },
};

export const appealReceipt: AppealReceiptData = {
  ...common('TTU', 28),
  appellant: respondent,
  route: 'OBJECTION',
  filedOn: '2026-12-28',
  decision,
  receivedOn: '2026-12-28',
  forwardedTo: 'Wali Kota Contoh',
  attachments: ['Surat keberatan', 'Salinan keputusan', 'Bukti permintaan maaf'],
  receivedBy: superior,
};
