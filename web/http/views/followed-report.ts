import type { CaseState } from '../../../core/case/state.ts';
import type { Zone } from '../../../core/rules/codes.ts';
import type { Instant } from '../../../core/time.ts';
import type { FollowedReport } from '../../../core/use-cases/follow-report.ts';
import { type Moment, momentOf } from '../../design/moment.ts';
import type { FollowStatusView } from '../../pages/follow.ts';
import type { Lang } from '../../text/lang.ts';
import { textsFor } from '../../text/texts.ts';
import { dueMoment } from '../../views/moments.ts';
import { outcomeText } from './outcome-texts.ts';

export interface TalkEntry {
  readonly from: 'OFFICER' | 'REPORTER';
  readonly at: Instant;
  readonly text: string;
}

/** What was said, oldest first; the outcome is the last thing that the office says. */
export const talkOf = ({ state, messages }: FollowedReport, lang: Lang): TalkEntry[] => {
  const { closed } = state;
  if (closed === undefined) return [...messages];
  return [...messages, { from: 'OFFICER', at: closed.at, text: outcomeText(closed.reason, lang) }];
};

/** `GET /v1/reports/status`: stage in plain words and messages; neither names nor the sanction. */
export const reportStatus = (report: FollowedReport, lang: Lang) => ({
  caseNumber: report.caseId,
  status: report.state.status,
  statusText: textsFor(lang).domain.status[report.state.status].meaning,
  updatedAt: report.state.updatedAt,
  messages: talkOf(report, lang),
});

const answerBy = ({ openTask }: CaseState, zone: Zone, lang: Lang): Moment | null =>
  openTask?.kind === 'answer' ? dueMoment(openTask.dueAt, zone, lang) : null;

/** The same for the page. */
export const followedView = (
  report: FollowedReport,
  zone: Zone,
  lang: Lang,
): Pick<FollowStatusView, 'caseNumber' | 'status' | 'receivedAt' | 'updatedAt' | 'answerBy' | 'messages'> => ({
  caseNumber: report.caseId,
  status: report.state.status,
  receivedAt: momentOf(report.state.receivedAt, zone, lang),
  updatedAt: momentOf(report.state.updatedAt, zone, lang),
  answerBy: answerBy(report.state, zone, lang),
  messages: talkOf(report, lang).map(({ from, at, text }) => ({
    from: from === 'REPORTER' ? 'REPORTER' : 'OFFICE',
    at: momentOf(at, zone, lang),
    text,
  })),
});
