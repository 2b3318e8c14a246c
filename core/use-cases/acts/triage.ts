import { decideTriage } from '../../case/commands/acts.ts';
import type { CaseStatus } from '../../case/transitions.ts';
import { processRefusal } from '../../rules/process-texts.ts';
import type { TriageForm } from '../../tasks/act-forms.ts';
import { type ActCommand, type ActContext, type ActPorts, actOf, no, refuse, trackFits, yes } from './act-command.ts';

const mergeableIn: readonly CaseStatus[] = ['RECEIVED', 'CAPTURING', 'TRIAGE', 'REVIEW', 'EXAMINATION', 'DECISION'];

const proceed = async (
  ports: ActPorts,
  context: ActContext,
  form: Extract<TriageForm, { outcome: 'PROCEED' }>,
): Promise<ActCommand> => {
  const { outcome, respondentNip, track } = form;
  const respondent = await ports.directory.staff(context.state.agencyId, respondentNip);
  if (respondent === undefined) {
    return no(
      'respondentNip',
      'UNKNOWN_RESPONDENT',
      'NIP ini tidak ada dalam direktori instansi.',
      'This NIP is not in the directory of the agency.',
    );
  }
  return trackFits(respondent.employment, track)
    ? yes(decideTriage(actOf(context, form), { outcome, respondentNip, track }))
    : refuse('track', processRefusal(context.rules, 'TRACK_DOES_NOT_FIT', { employment: respondent.employment }));
};

const merge = async (
  ports: ActPorts,
  context: ActContext,
  form: Extract<TriageForm, { outcome: 'MERGE' }>,
): Promise<ActCommand> => {
  const { state } = context;
  const target = await ports.cases.get(form.caseNumber);
  const mergeable =
    target !== undefined &&
    target.row.agencyId === state.agencyId &&
    target.row.caseId !== state.caseId &&
    mergeableIn.includes(target.row.status);
  return mergeable
    ? yes(decideTriage(actOf(context, form), { outcome: 'MERGE', into: form.caseNumber }))
    : no(
        'caseNumber',
        'NOT_MERGEABLE',
        'Tidak ada perkara terbuka lain dengan nomor ini di instansi ini.',
        'There is no other open case with this number in this agency.',
      );
};

/** The triage officer names the respondent and the track, or sends the report elsewhere. */
export const triageCommand = async (ports: ActPorts, context: ActContext, form: TriageForm): Promise<ActCommand> => {
  switch (form.outcome) {
    case 'PROCEED':
      return proceed(ports, context, form);
    case 'MERGE':
      return merge(ports, context, form);
    case 'REFER':
    case 'REJECT':
    case 'ASK_REPORTER':
      return yes(decideTriage(actOf(context, form), { outcome: form.outcome }));
    default:
      return form satisfies never;
  }
};
