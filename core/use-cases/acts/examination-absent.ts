import { dayTerm, formatDateEn, formatDateId } from '../../calendar/format-date.ts';
import { localDate } from '../../calendar/zones.ts';
import { missExamination } from '../../case/commands/examination.ts';
import { currentDisclosure } from '../../case/disclosure.ts';
import type { SummonsProof } from '../../case/process-events.ts';
import { lastSummons, type Summons, servedProof } from '../../case/summons.ts';
import type { Refusal } from '../../refusal.ts';
import { processRefusal } from '../../rules/process-texts.ts';
import type { AbsentForm } from '../../tasks/examination-form.ts';
import { isBefore } from '../../time.ts';
import { type ActCommand, type ActContext, type ActPorts, actOf, refuse, yes } from './act-command.ts';
import { appointmentIn } from './appointment.ts';
import { absentReport } from './examination-report.ts';

type Proven =
  | { readonly kind: 'proof'; readonly proof: SummonsProof }
  | { readonly kind: 'refused'; readonly path: string; readonly refusal: Refusal };

/** How the summons arrived: what the respondent's own page recorded, else what the examiner says. */
const proofOf = (context: ActContext, summons: Summons, form: AbsentForm): Proven => {
  const { state, rules, agency } = context;
  const opened = servedProof(state, summons);
  // Whoever opens the page after the set time was not called in time by it.
  if (opened !== undefined && isBefore(opened.at, summons.examinationAt)) {
    return { kind: 'proof', proof: { manner: opened.manner, servedOn: opened.servedOn } };
  }
  const { serviceMethod: manner, servedOn } = form;
  if (manner === 'NOT_SERVED') return { kind: 'proof', proof: { manner } };
  // Nobody says on which day it arrived: neither does the record.
  if (manner === 'POSTED' && servedOn === undefined && rules.configuration.summonsProof.value === 'DISPATCH_SUFFICES') {
    return { kind: 'proof', proof: { manner } };
  }
  const missing = (path: string): Proven => {
    const terms = { ordinal: summons.ordinal === 1 ? 'I' : 'II' };
    return { kind: 'refused', path, refusal: processRefusal(rules, 'SUMMONS_NOT_PROVEN', terms) };
  };
  if (manner === undefined || manner === 'OPENED') return missing('serviceMethod');
  if (servedOn === undefined) return missing('servedOn');
  const terms = { date: dayTerm(servedOn), summonsDate: dayTerm(summons.issuedOn) };
  if (servedOn < summons.issuedOn) {
    return { kind: 'refused', path: 'servedOn', refusal: processRefusal(rules, 'SERVICE_BEFORE_SUMMONS', terms) };
  }
  if (servedOn > localDate(summons.examinationAt, agency.zone)) return missing('servedOn');
  return { kind: 'proof', proof: { manner, servedOn } };
};

const notDue = ({ rules, agency }: ActContext, { examinationAt }: Summons): ActCommand => {
  const date = { id: formatDateId(examinationAt, agency.zone), en: formatDateEn(examinationAt, agency.zone) };
  return refuse('outcome', processRefusal(rules, 'EXAMINATION_NOT_DUE', { date }));
};

/** The respondent did not come at the set time. The second time after a proven summons the case goes on without them (Art 26(4)). */
export const absentCommand = (ports: ActPorts, context: ActContext, form: AbsentForm): ActCommand => {
  const { state, task, rules } = context;
  const summons = lastSummons(state);
  const disclosed = currentDisclosure(state);
  if (summons === undefined || disclosed === undefined) {
    return refuse('outcome', processRefusal(rules, 'SECOND_SUMMONS_MISSING', { count: '0' }));
  }
  if (isBefore(ports.clock.now(), summons.examinationAt)) return notDue(context, summons);
  const proven = proofOf(context, summons, form);
  if (proven.kind === 'refused') return refuse(proven.path, proven.refusal);
  const chosen = appointmentIn(ports, context, form);
  if (chosen.kind === 'refused') return refuse('examinationOn', chosen.refusal);
  const { ordinal } = summons;
  const final = ordinal === 2 && proven.proof.manner !== 'NOT_SERVED';
  const reported = absentReport(context, form);
  if (reported.kind === 'refused') return refuse(reported.path, reported.refusal);
  return yes(
    missExamination(actOf(context, form), {
      session: task.session,
      ordinal,
      proof: proven.proof,
      final,
      disclosureHash: disclosed.hash,
      ...(final ? { report: reported.report } : {}),
      ...(chosen.appointment === undefined ? {} : { appointment: chosen.appointment }),
    }),
  );
};
