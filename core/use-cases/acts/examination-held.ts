import { localDate } from '../../calendar/zones.ts';
import { holdExamination } from '../../case/commands/examination.ts';
import { currentDisclosure } from '../../case/disclosure.ts';
import { respondentNip } from '../../case/state.ts';
import { lastSummons, type Summons } from '../../case/summons.ts';
import { processRefusal } from '../../rules/process-texts.ts';
import type { HeldForm } from '../../tasks/examination-form.ts';
import type { LocalDate } from '../../time.ts';
import { summonsInterval } from '../summons-interval.ts';
import { type ActCommand, type ActContext, type ActPorts, actOf, refuse, yes } from './act-command.ts';
import { answeredIn, fileRecord } from './examination-record.ts';
import { heldReport } from './examination-report.ts';

/** Held on another day than the summons set: the interval that counts is the real one. */
const intervalWarning = (context: ActContext, heldOn: LocalDate, summons: Summons) => {
  const { rules, agency, official } = context;
  const { issuedOn, examinationAt, warning } = summons;
  if (heldOn === localDate(examinationAt, agency.zone)) return warning === undefined ? {} : { warning };
  const { warning: real } = summonsInterval(rules, { agency, unit: official.unit, issuedOn, on: heldOn });
  return real === undefined ? {} : { warning: real };
};

/** The respondent came and was heard: files the record, and records what the examiner found. */
export const heldCommand = async (ports: ActPorts, context: ActContext, form: HeldForm): Promise<ActCommand> => {
  const { state, task, rules } = context;
  const disclosed = currentDisclosure(state);
  const examinee = respondentNip(state);
  const summons = lastSummons(state);
  if (disclosed === undefined || examinee === undefined || summons === undefined) {
    return refuse('outcome', processRefusal(rules, 'DISCLOSURE_CHANGED'));
  }
  if (form.statement === undefined && answeredIn(form).length === 0)
    return refuse('statement', processRefusal(rules, 'RECORD_EMPTY'));
  const reported = heldReport(context, form);
  if (reported.kind === 'refused') return refuse(reported.path, reported.refusal);
  const record = await fileRecord(ports, context, { form, disclosed, examinee });
  return yes(
    holdExamination(actOf(context, form), {
      ...reported.report,
      session: task.session,
      record,
      disclosureHash: disclosed.hash,
      signing: form.signing ?? 'PENDING',
      ...intervalWarning(context, localDate(ports.clock.now(), context.agency.zone), summons),
    }),
  );
};
