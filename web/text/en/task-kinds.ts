import type { Texts } from '../texts.ts';

type TaskTexts = Texts['task'];

export const kinds: TaskTexts['kinds'] = {
  triage: {
    title: 'Triage of a report',
    lede: 'Establish who the respondent is and which procedure applies, or end the triage.',
    submit: 'Record the triage',
  },
  review: {
    title: 'Review by the direct superior',
    lede: 'Weigh the report and the evidence, then set the principles you find breached.',
    submit: 'Record the review',
  },
  team: {
    title: 'Forming the examining team',
    lede: 'Set who examines the respondent, or leave the examination with the direct superior.',
    submit: 'Record the examiners',
  },
  examination: {
    title: 'Examination of the respondent',
    lede: 'Hear the respondent, write down questions and answers, then what you found. Choose the outcome first; the fields follow.',
    submit: 'Record the examination',
  },
  decision: {
    title: 'Decision of the competent authority',
    lede: 'Impose a sanction, dismiss the case, or return it for completion.',
    submit: 'Record the decision',
  },
  service: {
    title: 'Delivery of the decision',
    lede: 'Deliver the decision to the respondent, then record when and how it was received.',
    submit: 'Record the delivery',
  },
  appeal: {
    title: 'Ruling on the remedy',
    lede: 'Record what was decided on the respondent’s objection or appeal.',
    submit: 'Record the ruling',
  },
  execution: {
    title: 'End of the sanction',
    lede: 'Make sure that the sanction was served and that all was restored, then record the date.',
    submit: 'Record the end',
  },
};

export const waiting: TaskTexts['waiting'] = {
  answer: 'Answer of the reporter',
  response: 'Right of reply of the respondent',
  remedy: 'Remedy of the respondent',
};

const recuse = {
  label: 'Recuse myself',
  meaning: 'There is a conflict of interest. The task goes up to the next superior.',
};
const changeTrack = {
  label: 'Change the procedure',
  meaning: 'This case belongs to another procedure. Choose which.',
};
const moreEvidence = {
  label: 'Ask for more evidence',
  meaning: 'The case goes back to collecting evidence; the next round begins.',
};

export const outcomes: TaskTexts['outcomes'] = {
  triage: {
    PROCEED: { label: 'Proceed', meaning: 'Pass to the respondent’s direct superior. Fill in NIP and procedure.' },
    ASK_REPORTER: { label: 'Ask the reporter', meaning: 'The reason below is sent to the reporter as a question.' },
    MERGE: { label: 'Merge', meaning: 'This event is already being handled. Fill in the target case number.' },
    REFER: { label: 'Refer', meaning: 'Another body is competent.' },
    REJECT: { label: 'Reject', meaning: 'Not a civil servant, no jurisdiction, or does not qualify.' },
  },
  review: {
    PROCEED: {
      label: 'Proceed',
      meaning: 'A breach is suspected. Tick the principles breached; the respondent is then summoned.',
    },
    MORE_EVIDENCE: moreEvidence,
    CHANGE_TRACK: changeTrack,
    DISMISS: { label: 'Dismiss', meaning: 'There is no violation.' },
    RECUSE: recuse,
  },
  team: {
    FORM: { label: 'Form a team', meaning: 'A team examines. Without ticks, the proposed team is formed.' },
    DECLINE: {
      label: 'No team',
      meaning: 'The direct superior examines alone. A heavy sanction is then impossible.',
    },
  },
  examination: {
    HELD: { label: 'The respondent came and was examined', meaning: 'Fill in the record and what you found.' },
    ABSENT: {
      label: 'The respondent did not come',
      meaning: 'Record how the summons arrived. After two summonses that provably arrived, the case goes on.',
    },
    RESCHEDULE: { label: 'Set another day', meaning: 'The examination moves; a new summons is issued.' },
    REQUEST_TEAM: { label: 'Ask for an examining team', meaning: 'This case needs a team.' },
    RETURN_FOR_EVIDENCE: moreEvidence,
    RELEASE: {
      label: 'Release from the tasks of office for a time',
      meaning: 'Only where a heavy sanction is possible. The examination goes on.',
    },
    CHANGE_TRACK: changeTrack,
    RECUSE: recuse,
  },
  decision: {
    SANCTION: { label: 'Impose a sanction', meaning: 'Choose the sanction, disciplinary or moral.' },
    DISMISS: { label: 'Dismiss the case', meaning: 'The violation is not proven.' },
    RETURN: { label: 'Return', meaning: 'The examination needs more work; the next round begins.' },
    FORWARD: { label: 'Send up', meaning: 'It is not within your power. A higher official receives it.' },
    PROPOSE: {
      label: 'Propose to the President',
      meaning: 'Only the President may decide. Choose the sanction to propose.',
    },
    RECUSE: recuse,
  },
  service: {
    SERVED: {
      label: 'Received by the respondent',
      meaning: 'The respondent took the decision. Fill in the date of receipt.',
    },
    DISPATCHED: {
      label: 'Sent',
      meaning: 'The respondent did not come; it was sent to the last known address. Fill in the date of sending.',
    },
    REFUSED_TO_SIGN: { label: 'Refused to accept', meaning: 'The respondent refused to accept or to sign.' },
  },
  appeal: {
    UPHELD: { label: 'Upheld', meaning: 'The sanction stands.' },
    CHANGED: { label: 'Changed', meaning: 'Another sanction replaces it. Choose which.' },
    ANNULLED: { label: 'Annulled', meaning: 'The sanction is void.' },
  },
  execution: {
    COMPLETED: { label: 'Served to its end', meaning: 'The time is over and all was restored.' },
  },
};
