import type { Principal } from '../access/principal.ts';
import { instantAt } from '../calendar/zones.ts';
import type { Role } from '../case/actor.ts';
import type { Silence } from '../case/state.ts';
import type { Agency, Staff } from '../directory/staff.ts';
import type { CaseId, Nip } from '../ids.ts';
import type { CaseRow } from '../ports.ts';
import type { CitedText } from '../rules/texts.ts';
import { DAY, type Instant, type LocalDate, plusMs } from '../time.ts';
import { isVisible, type ListingPorts, recordListed } from './listing.ts';
import type { Ports } from './ports.ts';

export type SilencePorts = ListingPorts & Pick<Ports, 'cases' | 'directory' | 'rules'>;

/** Whose the report on silent officials is to read: oversight's and the authority's. */
export const silenceReaders = ['ppk', 'auditor'] as const satisfies readonly Role[];

export const maySeeSilence = ({ role }: Pick<Principal, 'role'>): boolean =>
  silenceReaders.some((reader) => reader === role);

/** Days of the agency, both included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Who was silent, as the directory knows them today. */
export interface SilentPerson {
  readonly nip: Nip;
  readonly name: string | undefined;
  readonly position: string | undefined;
  readonly unit: string | undefined;
}

export interface SilenceLine extends Silence {
  readonly caseId: CaseId;
  readonly person: SilentPerson;
}

/** How often deadlines passed, and in how many cases. */
interface Count {
  readonly silences: number;
  readonly cases: number;
}

export interface SilenceReport {
  readonly period: Period;
  /** What the law says of it. */
  readonly rule: CitedText;
  readonly total: Count;
  readonly byPerson: readonly (Count & { readonly person: SilentPerson })[];
  readonly byUnit: readonly (Count & { readonly unit: string | undefined })[];
  /** Oldest first. */
  readonly lines: readonly SilenceLine[];
}

const PAGE = 100;

const boundsOf = ({ from, to }: Period, { zone }: Agency): readonly [Instant, Instant] => [
  instantAt(from, '00:00', zone),
  plusMs(instantAt(to, '00:00', zone), DAY),
];

const silentRows = async ({ cases }: SilencePorts, principal: Principal, from: Instant): Promise<CaseRow[]> => {
  const rows: CaseRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await cases.listSilent({ agencyId: principal.agencyId, from, limit: PAGE, cursor });
    rows.push(...page.items.filter((row) => isVisible(principal, row)));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
};

const personOf = (nip: Nip, staff: Staff | undefined): SilentPerson => ({
  nip,
  name: staff?.name,
  position: staff?.position,
  unit: staff?.unit,
});

const peopleOf = async ({ directory }: SilencePorts, { agencyId }: Agency, nips: readonly Nip[]) => {
  const known = [...new Set(nips)].map(
    async (nip): Promise<[Nip, SilentPerson]> => [nip, personOf(nip, await directory.staff(agencyId, nip))],
  );
  return new Map(await Promise.all(known));
};

const countOf = (lines: readonly SilenceLine[]): Count => ({
  silences: lines.length,
  cases: new Set(lines.map(({ caseId }) => caseId)).size,
});

const groups = (lines: readonly SilenceLine[], keyOf: (line: SilenceLine) => string) =>
  Object.values(Object.groupBy(lines, keyOf))
    .flatMap((group) => (group?.[0] === undefined ? [] : [{ first: group[0], count: countOf(group) }]))
    .sort((a, b) => b.count.silences - a.count.silences);

/** Counts silences by person and by unit, most first. */
export const summarise = (lines: readonly SilenceLine[]): Pick<SilenceReport, 'total' | 'byPerson' | 'byUnit'> => ({
  total: countOf(lines),
  byPerson: groups(lines, ({ nip }) => nip).map(({ first, count }) => ({ ...count, person: first.person })),
  byUnit: groups(lines, ({ person }) => person.unit ?? '').map(({ first, count }) => ({
    ...count,
    unit: first.person.unit,
  })),
});

/**
 * Who let which deadline pass in a period, in the cases that the reader may see (PP 94/2021 Art 28). Each case is on record before
 * anything is given. Only rows that hold a silence are read.
 */
export const silenceReport = async (
  ports: SilencePorts,
  principal: Principal,
  { agency, period }: { readonly agency: Agency; readonly period: Period },
): Promise<SilenceReport> => {
  const [from, until] = boundsOf(period, agency);
  const found = (await silentRows(ports, principal, from)).flatMap(({ caseId, silences = [] }) =>
    silences.filter(({ at }) => at >= from && at < until).map((silence) => ({ caseId, ...silence })),
  );
  const rows = [...new Set(found.map(({ caseId }) => caseId))].map((caseId) => ({ caseId }));
  await recordListed(ports, principal, { rows, action: 'silence-listed' });
  const people = await peopleOf(
    ports,
    agency,
    found.map(({ nip }) => nip),
  );
  const lines = found
    .map((silence) => ({ ...silence, person: people.get(silence.nip) ?? personOf(silence.nip, undefined) }))
    .sort((a, b) => a.at.localeCompare(b.at) || a.caseId.localeCompare(b.caseId));
  return { period, rule: ports.rules.processTexts.silence, ...summarise(lines), lines };
};
