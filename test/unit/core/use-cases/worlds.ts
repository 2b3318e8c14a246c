import type { Staff } from '../../../../core/directory/staff.ts';
import { type Nip, nipSchema } from '../../../../core/ids.ts';
import { agencySettingsSchema } from '../../../../core/rules/agency-settings.ts';
import { sweep } from '../../../../core/sweep/sweep.ts';
import { type Instant, instantSchema } from '../../../../core/time.ts';
import { sha256Hex } from '../../../../core/trail/digest.ts';
import { BY_BROWSER } from '../../../support/memory/outside.ts';
import { Walk } from '../../../support/memory/walk.ts';
import { heavily, lightly, sampleReport, steps } from '../../../support/sample-report.ts';
import { agency, nips } from '../../../support/sample-staff.ts';

/** A world that is built once, and given out as copies. */
export const once = (build: () => Promise<Walk>): (() => Promise<Walk>) => {
  let built: Promise<Walk> | undefined;
  return async () => {
    built ??= build();
    return (await built).copy();
  };
};

export const PAGE = 'https://berita.test/unggahan';
export const BROWSER = 'cookie-of-one-browser';
export const incident = (urls: string[]) => ({ incident: { ...sampleReport().incident, urls } });
export const ATTACHED = new TextEncoder().encode('tangkapan layar');
export const attachment = {
  fileName: 'layar.png',
  mediaType: 'image/png',
  size: ATTACHED.length,
  sha256: sha256Hex(ATTACHED),
};
export const instant = (text: string): Instant => instantSchema.parse(text);

export const filed = () => Walk.file();
export const withPage = async (): Promise<Walk> => {
  const walk = await Walk.file(incident([PAGE]));
  walk.store.pages.set(PAGE, '<html><body>Ini berita bohong, sebarkan.</body></html>');
  return walk;
};
/** The same page, taken by a browser. */
export const withShownPage = async (): Promise<Walk> => {
  const url = `${BY_BROWSER}1`;
  const walk = await Walk.file(incident([url]));
  walk.store.pages.set(url, '<html><body>Ini berita bohong, sebarkan.</body></html>');
  return walk;
};
export const suggested = async (walk = filed()) => (await walk).suggest();
export const triage = once(async () => (await suggested()).open('triage'));
export const review = once(async () => (await triage()).through(steps.triage));
/** Summoned, with the respondent's page open; the examiner has the task. */
export const examination = once(async () => (await review()).through(steps.review));
export const decision = once(async () => (await examination()).through(steps.examination));
export const decided = once(async () => (await decision()).acted(steps.decision));
export const service = once(async () => (await decided()).go());
/** The decision was received, and the respondent may object. */
export const remedy = once(async () => (await service()).through(steps.service));
export const unappealed = once(async () => {
  const walk = await remedy();
  await walk.lapse('remedy');
  return walk;
});
/** The sanction is served for six months. */
export const execution = once(async () => (await unappealed()).go());
export const filedAppeal = once(async () => {
  const walk = await remedy();
  await walk.own({ outcome: 'FILE', grounds: 'Saya keberatan.' });
  return walk;
});
export const appeal = once(async () => (await filedAppeal()).go());

export const lightDecision = once(async () => (await examination()).through(lightly.examination));
export const lightService = once(async () => (await lightDecision()).through(lightly.decision));

/** A heavy sanction is in sight: the authority is asked to form a team. */
export const team = once(async () => (await review()).through(heavily.review));
export const teamExamination = once(async () => (await team()).through(heavily.team));
export const heavyDecision = once(async () => (await teamExamination()).through(heavily.examination));
export const heavyRemedy = once(async () => (await heavyDecision()).through(heavily.decision, heavily.service));

/** The time of the examination has come. */
export const missable = once(async () => {
  const walk = await examination();
  return walk.at((await walk.state()).summonses.at(-1)?.examinationAt ?? walk.store.now);
});
/** The respondent stayed away; nobody has called them a second time yet. */
export const missedOnce = once(async () =>
  (await missable()).acted({ outcome: 'ABSENT', serviceMethod: 'HANDED_OVER', servedOn: '2026-03-03' }),
);
export const secondMissable = once(async () => {
  const walk = await (await missedOnce()).go();
  return walk.at((await walk.state()).summonses.at(-1)?.examinationAt ?? walk.store.now);
});
/** They stayed away twice, after two proven summonses. */
export const absentia = once(async () =>
  (await secondMissable()).acted({
    outcome: 'ABSENT',
    serviceMethod: 'HANDED_OVER',
    servedOn: '2026-03-12',
    impact: 'AGENCY',
  }),
);

/** The authority itself is accused, whom only the President sanctions; officials outside its line are there. */
export const president = once(async () => {
  const walk = await triage();
  for (const nip of [nips.triageOne, nips.triageTwo]) change(walk, nip, { superiorNip: undefined });
  change(walk, nips.auditor, { superiorNip: undefined, positionClass: 'JPT_UTAMA', roles: ['ppk'] });
  await walk.through({ ...steps.triage, respondentNip: nips.ppk }, { ...steps.review, charges: ['3d', '3f'] });
  return walk.through(lightly.examination);
});

export const asking = async () => (await triage()).acted({ outcome: 'ASK_REPORTER' });
export const answering = async () => (await (await (await asking()).plan()).notify()).open('answer');
export const rejected = async () => (await triage()).acted({ outcome: 'REJECT' });

/** A second report about the same facts, and the number of the first. */
export const twoReports = async () => {
  const into = await triage();
  const walk = await (await suggested(Walk.file({}, into.store))).open('triage', 'second');
  return { walk, into: into.caseId };
};
/** The second one, merged by triage into the first. */
export const merging = async (): Promise<Walk> => {
  const { walk, into } = await twoReports();
  return walk.acted({ outcome: 'MERGE', caseNumber: into });
};

/** The triage officer names someone above themselves, and may not hold the task any more. */
export const namingTheHead = { ...steps.triage, respondentNip: nips.head };
/** Somebody outside the head's line can take such a triage over. */
export const outsider = async (): Promise<Walk> => {
  const walk = await triage();
  change(walk, nips.auditor, { roles: ['triage'] });
  return walk;
};

/** Another entry of the directory for somebody who stands in it. */
export const change = (walk: Walk, nip: string, fields: Partial<Staff>): void => {
  const person = walk.store.staff.get(nip);
  if (person === undefined) throw new Error(`no ${nip} in the sample agency`);
  walk.store.staff.set(nip, { ...person, ...fields });
};

/** What the agency chooses for itself. */
export const choose = async (walk: Walk, choices: object): Promise<Walk> => {
  await walk.ports.directory.putSettings(agencySettingsSchema.parse({ agencyId: agency.agencyId, ...choices }));
  return walk;
};

export const nipOf = (nip: string): Nip => nipSchema.parse(nip);

export const holderOf = async (walk: Walk): Promise<string> => {
  const { assignee } = await walk.openTask();
  return assignee.kind === 'official' ? assignee.nip : assignee.kind;
};

/** A day on which the agency does not work. */
export const dayOff = (date: string) => ({
  date,
  kind: 'N',
  name: 'Libur setempat',
  addedOn: '2026-03-01',
  citation: { text: 'Keputusan Bupati Uji', certainty: 'CONFIRMED' },
});

/** How many cases had a deadline moved by one run of the sweep. */
export const moved = async (walk: Walk): Promise<number> =>
  (await sweep(walk.ports, { minAgeMs: 0, maxCases: 100 }))['deadline-moved'];
