import type { EventDraft } from '../../../../core/case/events.ts';
import type { Sha256 } from '../../../../core/ids.ts';
import { ruleBook } from '../../../../rules/index.ts';
import type { CaseMaterial } from '../../../../web/views/material.ts';
import { stateAfter } from '../../../support/builders/case.ts';
import { START, shaOf } from '../../../support/builders/drafts.ts';
import { anAgency, aStaff } from '../../../support/builders/staff.ts';

/** A report that is longer than what is quoted of it. */
export const text = `${'awal kata '.repeat(20)}USIR MEREKA${' akhir kata'.repeat(20)}`;

/** The people of the builders' case whom a page names. */
export const people = new Map(
  [
    aStaff(1, { name: 'Petugas' }),
    aStaff(2, { name: 'Atasan' }),
    aStaff(8, { name: 'Auditor', position: 'Auditor Madya', unit: 'Inspektorat' }),
    aStaff(4, { name: 'Terlapor', accounts: [{ platform: 'X', handle: '@terlapor' }] }),
  ].map((staff) => [String(staff.nip), staff]),
);

/** What a page about a case of the builders is made from. */
export const materialOf = (drafts: readonly EventDraft[], change: Partial<CaseMaterial> = {}): CaseMaterial => ({
  state: stateAfter(drafts),
  agency: anAgency(),
  report: {
    respondent: { name: 'Seseorang', accounts: [{ platform: 'Facebook', handle: '@orang' }] },
    incident: { description: text, occurredAt: '2026-11-20', urls: ['https://a.test/1', 'https://a.test/2'] },
    attachments: [{ fileName: 'layar.png' }],
  },
  texts: new Map<Sha256, string>([[shaOf('report'), text]]),
  people,
  rules: ruleBook,
  now: START,
  ...change,
});
