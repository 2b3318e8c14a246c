import type { CaseEvent } from '../../core/case/events.ts';
import type { Agency } from '../../core/directory/staff.ts';
import type { Frame } from '../design/layout.ts';
import { momentOf } from '../design/moment.ts';
import type { RespondentDoneView } from '../pages/respondent-done.ts';
import type { OwnOutcome } from '../pages/respondent-form.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

type Stored = RespondentDoneView['stored'];
interface OfEvent {
  readonly artifacts: readonly { readonly kind: string; readonly sha256: string }[];
}

const artifactsOf = (event: CaseEvent): OfEvent['artifacts'] => {
  switch (event.type) {
    case 'StatementRecorded':
    case 'AppealFiled':
      return event.data.artifacts;
    case 'ExaminationRecordSigned':
      return event.data.corrections === undefined ? [] : [event.data.corrections];
    default:
      return [];
  }
};

const storedOf = (event: CaseEvent, lang: Lang): Stored => {
  const { sent } = textsFor(lang).respondent;
  const artifacts = artifactsOf(event);
  const files = artifacts.filter(({ kind }) => kind.endsWith('_FILE'));
  return artifacts.map((artifact) => ({
    title: files.includes(artifact) ? sent.file(files.indexOf(artifact) + 1) : sent.text,
    sha256: artifact.sha256,
  }));
};

/** What the sending came to, with the event that it is. */
export const respondentDoneOf = (
  done: { readonly event: CaseEvent; readonly agency: Agency; readonly outcome: OwnOutcome; readonly open: boolean },
  { frame, lang }: { readonly frame: Frame; readonly lang: Lang },
): RespondentDoneView => ({
  frame,
  caseNumber: done.event.caseId,
  outcome: done.outcome,
  recordedAt: momentOf(done.event.at, done.agency.zone, lang),
  event: { seq: done.event.seq, hash: done.event.hash },
  stored: storedOf(done.event, lang),
  open: done.open,
});
