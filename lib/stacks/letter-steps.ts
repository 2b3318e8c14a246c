import type { Construct } from 'constructs';
import { forwardAppealEnv } from '../../lambdas/env/forward-appeal.env.ts';
import { issueDecisionEnv } from '../../lambdas/env/issue-decision.env.ts';
import { prepareExaminationEnv } from '../../lambdas/env/prepare-examination.env.ts';
import { reportExaminationEnv } from '../../lambdas/env/report-examination.env.ts';
import { TypedFunction } from '../constructs/typed-function.ts';
import type { FunctionUses } from './function-uses.ts';
import { fonts, heavy, opensTasks, printsLetters, writesCase } from './step-uses.ts';

const examinationSteps = (scope: Construct, uses: FunctionUses) => ({
  PrepareExamination: new TypedFunction(scope, 'PrepareExamination', {
    ...heavy,
    entry: 'workflow/prepare-examination',
    schema: prepareExaminationEnv,
    // Reads evidence to make the copies that the respondent is shown.
    uses: opensTasks(uses).and(uses.evidence.write).and(printsLetters(uses)),
    description: "Discloses, summons, and opens the respondent's page",
    files: [fonts],
    logKey: uses.logKey,
  }),
  ReportExamination: new TypedFunction(scope, 'ReportExamination', {
    ...heavy,
    entry: 'workflow/report-examination',
    schema: reportExaminationEnv,
    // Reads what was asked and answered; discloses again what was found beyond the disclosure.
    uses: opensTasks(uses).and(uses.evidence.write).and(printsLetters(uses)),
    description: 'Writes record and report of an examination',
    files: [fonts],
    logKey: uses.logKey,
  }),
});

/** The steps that print letters, and sign for them. */
export const letterSteps = (scope: Construct, uses: FunctionUses) => ({
  ...examinationSteps(scope, uses),
  IssueDecision: new TypedFunction(scope, 'IssueDecision', {
    ...heavy,
    entry: 'workflow/issue-decision',
    schema: issueDecisionEnv,
    uses: writesCase(uses).and(uses.tables.directory.read).and(uses.evidence.store).and(printsLetters(uses)),
    description: 'Writes, prints and signs the decision record',
    files: [fonts],
    logKey: uses.logKey,
  }),
  ForwardAppeal: new TypedFunction(scope, 'ForwardAppeal', {
    ...heavy,
    entry: 'workflow/forward-appeal',
    schema: forwardAppealEnv,
    // Compares who reported only to name who may take the appeal.
    uses: writesCase(uses)
      .and(uses.tables.directory.read)
      .and(uses.tables.people.matchTag)
      .and(uses.keys.mac)
      .and(uses.evidence.store)
      .and(printsLetters(uses)),
    description: 'Gives the respondent receipts of delivery and of an appeal',
    files: [fonts],
    logKey: uses.logKey,
  }),
});
