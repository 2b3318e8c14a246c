import { nipSchema } from '../../../core/ids.ts';
import { agencySettingsSchema } from '../../../core/rules/agency-settings.ts';
import { sampleAgency } from '../../../local/sample/sample-agency.ts';
import { type CaseWorld, heavily, lightly, sampleReport, steps } from '../../support/case-world.ts';
import { agency, nips, staff } from '../../support/sample-staff.ts';
import { down } from '../../support/with-ports.ts';

type Fields = Record<string, unknown>;

/** What somebody does: an act of the official who has the task, of the respondent, an answer of the reporter, or nothing until a time. */
export type Turn = Fields & {
  readonly own?: Fields;
  readonly answer?: string;
  readonly wait?: 'sanction is over';
};

/** What people do, in the order in which they are asked. */
export interface Script {
  readonly report: Fields;
  readonly turns: (world: CaseWorld) => Promise<readonly Turn[]>;
  /** Puts the world into a state in which the flow goes this way. Answers how to put it right again. */
  readonly arrange?: (world: CaseWorld) => Promise<() => Promise<void>>;
  /** What an administrator does before anyone can act. */
  readonly beforeTurns?: (world: CaseWorld) => Promise<void>;
  /** The clock goes on by months: not for a world that others share. */
  readonly patient?: true;
  /** A sanction stands in the end. Whoever plays this again plays it with somebody else: the same person would be a recidivist. */
  readonly stands?: true;
}

const withUrl = { incident: { ...sampleReport().incident, urls: ['http://127.0.0.1/unggahan'] } };
const turns =
  (...list: Turn[]) =>
  async () =>
    list;

export const setOfficers = async ({ runtime: { ports } }: CaseWorld, active: readonly string[]): Promise<void> => {
  for (const person of staff.filter(({ roles }) => roles.includes('triage'))) {
    await ports.directory.putStaff({ ...person, active: active.includes(person.nip) });
  }
};

/** The agency's own rule for contract employees, in which a moderate sanction lasts two months: long enough to be reminded of its end. */
const monthlySanctions = async ({ runtime: { ports } }: CaseWorld) => {
  const { settings } = await sampleAgency();
  const pppkSanctions = settings.pppkSanctions?.map((rules) => ({
    ...rules,
    sanctions: rules.sanctions.map((sanction) => ({ ...sanction, months: sanction.months === null ? null : 2 })),
  }));
  await ports.directory.putSettings(agencySettingsSchema.parse({ agencyId: agency.agencyId, pppkSanctions }));
  return async () => ports.directory.putSettings(agencySettingsSchema.parse({ agencyId: agency.agencyId }));
};

const notProven = { ...lightly.examination, recommendedSanction: 'NONE' };
const beyond = { ...lightly.examination, charges: ['3d', '4c'], recommendedSanction: 'NONE' };
const dismiss = { outcome: 'DISMISS' };
const served = [lightly.triage, lightly.review, lightly.examination, lightly.decision, lightly.service] as const;
const file = { own: { outcome: 'FILE', grounds: 'Saya keberatan.' } };
const contract = { ...steps.triage, respondentNip: nips.contract, track: 'DISCIPLINE_PPPK' };

export const scripts = {
  rejected: { report: withUrl, turns: turns({ outcome: 'REJECT' }) },
  asked: { report: {}, turns: turns({ outcome: 'ASK_REPORTER' }, { answer: 'Pada 1 Maret.' }, { outcome: 'REJECT' }) },
  merged: {
    report: {},
    turns: async (world) => [{ outcome: 'MERGE', caseNumber: (await world.file()).caseId }],
  },
  gaveUp: {
    report: withUrl,
    turns: turns({ outcome: 'REJECT' }),
    arrange: async ({ runtime: { ports } }) => {
      const { pageCapture } = ports;
      Object.assign(ports, { pageCapture: { capture: down } });
      return async () => void Object.assign(ports, { pageCapture });
    },
  },
  parked: {
    report: {},
    turns: turns({ outcome: 'REJECT' }),
    arrange: async (world) => {
      await setOfficers(world, []);
      return () => setOfficers(world, [nips.triageOne]);
    },
    beforeTurns: async (world) => {
      await setOfficers(world, [nips.triageOne]);
      await world.runtime.moveClock({ advance: 'PT1H' });
    },
  },
  dismissed: { report: {}, turns: turns(steps.triage, steps.review, notProven, dismiss) },
  teamed: {
    report: {},
    turns: turns(steps.triage, heavily.review, heavily.team, { ...notProven, charges: ['3a'] }, dismiss),
  },
  told: {
    report: {},
    turns: turns(
      steps.triage,
      steps.review,
      beyond,
      { own: { outcome: 'FINISH', statement: 'Tidak benar.' } },
      dismiss,
    ),
  },
  annulled: { report: {}, turns: turns(...served, file, { ...steps.appeal, outcome: 'ANNULLED' }) },
  upheld: { report: {}, turns: turns(...served, file, steps.appeal), stands: true },
  executed: {
    report: { respondent: { name: 'Pegawai Kontrak', nip: nips.contract } },
    turns: turns(
      contract,
      steps.review,
      steps.examination,
      steps.decision,
      steps.service,
      file,
      steps.appeal,
      { wait: 'sanction is over' },
      steps.execution,
    ),
    arrange: monthlySanctions,
    patient: true,
    stands: true,
  },
  /** Every turn that leads on, back, or round: five rounds in all. */
  everything: {
    report: withUrl,
    turns: turns(
      { outcome: 'ASK_REPORTER' },
      { answer: 'Unggahan itu pada 1 Maret.' },
      steps.triage,
      { outcome: 'MORE_EVIDENCE' },
      steps.triage,
      heavily.review,
      heavily.team,
      { outcome: 'RETURN_FOR_EVIDENCE' },
      steps.triage,
      steps.review,
      { ...beyond, recommendedSanction: 'R2', impact: 'UNIT' },
      { own: { outcome: 'FINISH', statement: 'Tidak benar.' } },
      { outcome: 'RETURN' },
      lightly.examination,
      lightly.decision,
      { outcome: 'DISPATCHED' },
      lightly.service,
      file,
      steps.appeal,
    ),
    stands: true,
  },
} satisfies Record<string, Script>;

/** The shortest way through each state of the definition. */
export const wayThrough: Readonly<Record<string, Script>> = {
  PlanCapture: scripts.rejected,
  CaptureOrAsk: scripts.rejected,
  CaptureAll: scripts.rejected,
  CaptureEvidence: scripts.rejected,
  CaptureGaveUp: scripts.gaveUp,
  SuggestPrinciples: scripts.rejected,
  Triage: scripts.rejected,
  TriageOutcome: scripts.rejected,
  AskReporter: scripts.asked,
  AwaitReporter: scripts.asked,
  MergeReport: scripts.merged,
  Review: scripts.dismissed,
  ReviewOutcome: scripts.dismissed,
  PrepareExamination: scripts.dismissed,
  ExaminationPath: scripts.dismissed,
  FormTeam: scripts.teamed,
  Examine: scripts.dismissed,
  ExaminationOutcome: scripts.dismissed,
  ReportExamination: scripts.dismissed,
  ReportPath: scripts.dismissed,
  AwaitResponse: scripts.told,
  Decide: scripts.dismissed,
  DecisionOutcome: scripts.dismissed,
  IssueDecision: scripts.dismissed,
  Notify: scripts.rejected,
  NotifyPath: scripts.rejected,
  Serve: scripts.annulled,
  ServiceOutcome: scripts.annulled,
  ConfirmService: scripts.annulled,
  AwaitRemedy: scripts.annulled,
  RemedyOutcome: scripts.annulled,
  ForwardAppeal: scripts.annulled,
  Appeal: scripts.annulled,
  AppealOutcome: scripts.annulled,
  NotifyAppeal: scripts.annulled,
  AppealPath: scripts.annulled,
  TakeEffect: scripts.upheld,
  EffectPath: scripts.upheld,
  Execute: scripts.executed,
  CloseCase: scripts.rejected,
  Done: scripts.rejected,
  ParkCase: scripts.parked,
  Parked: scripts.parked,
};

let hired = 0;

/** The script with somebody new in the place of its respondent, where a sanction stood against them otherwise. */
export const withFreshRespondent = async ({ runtime: { ports } }: CaseWorld, script: Script) => {
  if (script.stands !== true) return <T>(fields: T): T => fields;
  hired += 1;
  const fresh = (nip: string): string => `${nip.slice(0, 15)}${500 + hired}`;
  for (const nip of [nips.employee, nips.contract]) {
    const person = staff.find((one) => one.nip === nip);
    if (person !== undefined) await ports.directory.putStaff({ ...person, nip: nipSchema.parse(fresh(nip)) });
  }
  return <T>(fields: T): T =>
    JSON.parse(
      JSON.stringify(fields)
        .replaceAll(nips.employee, fresh(nips.employee))
        .replaceAll(nips.contract, fresh(nips.contract)),
    );
};
