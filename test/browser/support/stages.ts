import type { Fields } from '../../../scripts/people/browser.ts';
import { type Accused, act, type Filed, fileReport, REASON, RIZKY, today } from './people.ts';

/** The columns of an examination report, as a form posts them. */
export const FINDINGS = {
  findings: 'Terlapor terbukti mengunggah dan menyebarkan kabar yang tidak benar pada 2 Maret 2026.',
  charges: ['3d', '3f'],
  impact: 'AGENCY',
  impactReason: 'Unggahan dibaca banyak orang dan dikaitkan dengan instansi.',
  aggravating: 'Unggahan dibiarkan beredar selama tiga hari.',
  mitigating: 'Terlapor mengakui perbuatannya dan menghapus unggahan itu.',
  recommendedSanction: 'S1',
} as const satisfies Fields;

const steps = ['triage', 'review', 'examination', 'decision', 'service', 'remedy', 'appeal'] as const;
type Step = (typeof steps)[number];
export type Stage = Step | 'closed';

/** How each step usually goes in a case that is proven, contested and annulled: it ends, and is nobody's history. */
const usual: { readonly [S in Step]: (about: Accused) => Fields | Promise<Fields> } = {
  triage: ({ nip }) => ({ outcome: 'PROCEED', respondentNip: nip, track: 'DISCIPLINE_PNS', reason: REASON }),
  review: () => ({ outcome: 'PROCEED', principles: ['P6', 'P7'], reason: REASON }),
  examination: () => ({
    outcome: 'HELD',
    statement: 'Saya mengunggahnya tanpa memeriksa kebenarannya.',
    signing: 'SIGNED',
    ...FINDINGS,
    reason: REASON,
  }),
  decision: () => ({ outcome: 'SANCTION', sanctionCode: 'S1', reason: REASON }),
  service: async () => ({ outcome: 'SERVED', receivedOn: await today(), method: 'IN_PERSON', reason: REASON }),
  remedy: () => ({ outcome: 'FILE', grounds: 'Unggahan itu bukan milik saya.' }),
  appeal: () => ({ outcome: 'ANNULLED', body: 'Pejabat atasan', decisionNumber: 'KEP/12/2026', reason: REASON }),
};

/** Does the next step of a case as it usually goes. */
export const doUsual = async (caseNumber: string, step: Step, about: Accused = RIZKY): Promise<void> =>
  act(caseNumber, await usual[step](about), step === 'remedy' ? 'respondent' : 'official');

/** A report, and its case as far as that stage. */
export const caseAt = async (stage: Stage, about: Accused = RIZKY): Promise<Filed> => {
  const filed = await fileReport({ about });
  const before = stage === 'closed' ? steps : steps.slice(0, steps.indexOf(stage));
  for (const step of before) await doUsual(filed.caseNumber, step, about);
  return filed;
};
