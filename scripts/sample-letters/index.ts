import type { LetterDataOf } from '../../core/letters/letter-data.ts';
import type { LetterForm } from '../../core/letters/letter-forms.ts';
import * as decisions from './decisions.ts';
import * as examination from './examination.ts';
import * as service from './service.ts';

/** Data of one letter of each form. */
export const sampleLetters: { readonly [F in LetterForm]: LetterDataOf<F> } = {
  SUMMONS: examination.firstSummons,
  EXAMINATION_RECORD: examination.examinationRecord,
  EXAMINATION_REPORT: examination.examinationReport,
  EXAMINING_TEAM: examination.examiningTeam,
  TEMPORARY_RELEASE: examination.temporaryRelease,
  SANCTION_R1: decisions.sanctionOn('R1'),
  SANCTION_R2: decisions.sanctionOn('R2'),
  SANCTION_R3: decisions.sanctionOn('R3'),
  SANCTION_S1: decisions.allowanceCut,
  SANCTION_S2: decisions.allowanceCutInFigures,
  SANCTION_S3: decisions.transitional,
  SANCTION_B1: decisions.demotion,
  SANCTION_B2: decisions.sanctionOn('B2'),
  SANCTION_B3: decisions.inAbsentia,
  CLASS_REDUCTION: decisions.classReduction,
  DELIVERY_SUMMONS: service.deliverySummons,
  DELIVERY_RECEIPT: service.deliveryReceipt,
  MORAL_M1: decisions.closedStatement,
  MORAL_M2: decisions.openStatement,
  DISMISSAL: decisions.dismissal,
  APPEAL_RECEIPT: service.appealReceipt,
  SANCTION_PPPK: decisions.pppkSanction,
  PROPOSAL: decisions.proposal,
};

/** Further letters that show what the same form looks like in another case: form, name of the file, data. */
export const sampleVariants: readonly {
  readonly form: LetterForm;
  readonly name: string;
  readonly data: LetterDataOf<LetterForm>;
}[] = [
  { form: 'SUMMONS', name: 'summons-second', data: examination.secondSummons },
  { form: 'EXAMINATION_REPORT', name: 'examination-report-in-absentia', data: examination.reportInAbsentia },
  { form: 'DELIVERY_RECEIPT', name: 'delivery-receipt-refused', data: service.refusedReceipt },
];
