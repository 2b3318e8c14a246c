import type { Instant } from '../../../../core/time.ts';
import { plusMs } from '../../../../core/time.ts';
import { sha256Hex } from '../../../../core/trail/digest.ts';
import { Walk } from '../../../support/memory/walk.ts';
import { sampleReport, steps } from '../../../support/sample-report.ts';
import { nips } from '../../../support/sample-staff.ts';

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

export const filed = () => Walk.file();
export const withPage = async (): Promise<Walk> => {
  const walk = await Walk.file(incident([PAGE]));
  walk.store.pages.set(PAGE, '<html><body>Ini berita bohong, sebarkan.</body></html>');
  return walk;
};
export const suggested = async (walk = filed()) => (await walk).suggest();
export const triage = async () => (await suggested()).open('triage');
export const review = async () => (await (await triage()).acted(steps.triage)).open('review');
export const decision = async () => (await (await review()).acted(steps.review)).open('decision');
export const decided = async () => (await decision()).acted(steps.decision);
export const asking = async () => (await triage()).acted({ outcome: 'ASK_REPORTER' });
export const answering = async () => (await (await (await asking()).plan()).notify()).open('answer');
export const rejected = async () => (await triage()).acted({ outcome: 'REJECT' });

/** A second report about the same facts, merged by triage into the first. */
export const merging = async (): Promise<Walk> => {
  const into = await triage();
  const other = await (await suggested(Walk.file({}, into.store))).open('triage', 'second');
  return other.acted({ outcome: 'MERGE', caseNumber: into.caseId });
};

export const at = async (world: () => Promise<Walk>, pick: 'dueAt' | 'remindAt'): Promise<Walk> => {
  const walk = await world();
  const when: Instant = (await walk.openTask())[pick];
  walk.store.now = plusMs(when, 1000);
  return walk;
};

/** Silent at the top of the line: the authority itself. */
export const silentAuthority = () => at(decision, 'dueAt');

/** The triage officer names someone above themselves, and may not hold the task any more. */
export const namingTheHead = { ...steps.triage, respondentNip: nips.head };
/** Somebody outside the head's line can take such a triage over. */
export const outsider = async (): Promise<Walk> => {
  const walk = await triage();
  const other = walk.store.staff.get(nips.auditor);
  if (other !== undefined) walk.store.staff.set(nips.auditor, { ...other, roles: ['triage'] });
  return walk;
};
