import { respondentNip, trackOf } from '../../core/case/state.ts';
import type { Staff } from '../../core/directory/staff.ts';
import { momentOf } from '../design/moment.ts';
import type { CaseFactsView, RespondentView } from '../pages/case-parts.ts';
import type { Lang } from '../text/lang.ts';
import type { CaseMaterial } from './material.ts';
import { incidentMoment } from './moments.ts';

type Account = Staff['accounts'][number];

const accountText = ({ platform, handle }: Account): string => `${platform}: ${handle}`;

/** Whom triage found; before that, whom the report names. */
const respondentOf = ({ state, people, report }: CaseMaterial): RespondentView => {
  const found = respondentNip(state);
  const staff = found === undefined ? undefined : people.get(found);
  const claimed = found === undefined ? report?.respondent : undefined;
  const accounts = staff?.accounts ?? claimed?.accounts ?? [];
  return {
    name: staff?.name ?? claimed?.name ?? null,
    nip: found ?? claimed?.nip ?? null,
    position: staff?.position ?? claimed?.position ?? null,
    unit: staff?.unit ?? claimed?.unit ?? null,
    accounts: accounts.map(accountText),
  };
};

/** The facts of a case as its pages show them. */
export const caseFactsOf = (material: CaseMaterial, lang: Lang): CaseFactsView => {
  const { state, agency, report } = material;
  const occurredAt = report?.incident.occurredAt;
  return {
    caseNumber: state.caseId,
    agencyName: agency.name,
    receivedAt: momentOf(state.receivedAt, agency.zone, lang),
    incidentAt: occurredAt === undefined ? null : incidentMoment(occurredAt, agency.zone, lang),
    track: trackOf(state) ?? null,
    respondent: respondentOf(material),
  };
};
