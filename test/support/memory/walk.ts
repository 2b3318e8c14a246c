import { localDate } from '../../../core/calendar/zones.ts';
import { loadCase } from '../../../core/case/append.ts';
import type { TaskKind } from '../../../core/case/events.ts';
import { type CaseState, type OpenTask, openTasks } from '../../../core/case/state.ts';
import type { CaseId } from '../../../core/ids.ts';
import { defaultIntakeLimits, reportSchema } from '../../../core/report.ts';
import { type Instant, plusMs } from '../../../core/time.ts';
import { type ActOnTaskInput, type ActResult, actOnTask } from '../../../core/use-cases/act-on-task.ts';
import { captureEvidence } from '../../../core/use-cases/capture-evidence.ts';
import { fireTaskTimer, type TimerResult } from '../../../core/use-cases/fire-task-timer.ts';
import { issueDecisionStep } from '../../../core/use-cases/issue-decision.ts';
import { notifyStep } from '../../../core/use-cases/notify.ts';
import { openTaskStep } from '../../../core/use-cases/open-task.ts';
import { planCapture } from '../../../core/use-cases/plan-capture.ts';
import type { FlowCase, FlowResult, Ports } from '../../../core/use-cases/ports.ts';
import { receiveReport } from '../../../core/use-cases/receive-report.ts';
import { actAsRespondent, type OwnActInput } from '../../../core/use-cases/respondent/act-as-respondent.ts';
import type { SentFile } from '../../../core/use-cases/respondent/own-artifacts.ts';
import { suggestPrinciplesStep } from '../../../core/use-cases/suggest-principles.ts';
import { ownForm, postedForm } from '../posted-form.ts';
import { sampleReport } from '../sample-report.ts';
import { agency } from '../sample-staff.ts';
import { type CallbackState, follow, kindOf } from './flow.ts';
import { memoryPorts } from './ports.ts';
import { emptyStore, type Store } from './store.ts';

export const parsedReport = (overrides: Record<string, unknown> = {}) =>
  reportSchema(defaultIntakeLimits).parse(sampleReport(overrides));

/** One case in a world of plain data, walked step by step as the flow and the people would. */
export class Walk {
  readonly store: Store;
  readonly ports: Ports;
  readonly caseId: CaseId;
  readonly receiptCode: string;
  #attempts = 0;

  constructor(store: Store, ports: Ports, filed: { caseId: CaseId; receiptCode: string }) {
    this.store = store;
    this.ports = ports;
    this.caseId = filed.caseId;
    this.receiptCode = filed.receiptCode;
  }

  static async file(overrides: Record<string, unknown> = {}, store: Store = emptyStore()): Promise<Walk> {
    const ports = memoryPorts(store);
    const received = await receiveReport(ports, { report: parsedReport(overrides), channel: 'API' });
    if (received.kind !== 'filed') throw new Error(`not filed: ${received.kind}`);
    const { caseNumber, receiptCode } = received.filed;
    return new Walk(store, ports, { caseId: caseNumber, receiptCode });
  }

  /** The same place in a world of its own; `wrap` puts something between it and the ports. */
  copy(wrap: (ports: Ports) => Ports = (ports) => ports): Walk {
    const store = structuredClone(this.store);
    return new Walk(store, wrap(memoryPorts(store)), this);
  }

  /** Other ports on the same world. */
  with(ports: Ports): Walk {
    return new Walk(this.store, ports, this);
  }

  async state(): Promise<CaseState> {
    const state = await loadCase(memoryPorts(this.store).trail, this.caseId);
    if (state === undefined) throw new Error(`no case ${this.caseId}`);
    return state;
  }

  async place(): Promise<FlowCase> {
    return { caseId: this.caseId, agencyId: agency.agencyId, round: (await this.state()).round };
  }

  async openTask(): Promise<OpenTask> {
    const { openTask } = await this.state();
    if (openTask === undefined) throw new Error(`no open task in ${this.caseId}`);
    return openTask;
  }

  async plan(): Promise<this> {
    await planCapture(this.ports, await this.place());
    return this;
  }

  async capture(): Promise<this> {
    const place = await this.place();
    const { captures } = await planCapture(this.ports, place);
    for (const artifactId of captures) await captureEvidence(this.ports, { ...place, artifactId });
    return this;
  }

  async suggest(): Promise<this> {
    await this.capture();
    await suggestPrinciplesStep(this.ports, await this.place());
    return this;
  }

  /** An execution stands at a callback state: its token is the only one of this kind that anyone waits for. */
  async stand(kind: TaskKind, token: string, at?: FlowCase): Promise<FlowResult> {
    for (const older of [...this.store.waiting].filter((waiting) => waiting.startsWith(kind))) {
      this.store.waiting.delete(older);
    }
    const taskToken = `${kind}:${token}`;
    this.store.waiting.add(taskToken);
    return openTaskStep(this.ports, { ...(at ?? (await this.place())), kind, taskToken });
  }

  async open(kind: TaskKind, token = 'first'): Promise<this> {
    await this.stand(kind, token);
    return this;
  }

  /** The form that the holder of the open task would post now. */
  async form(fields: Record<string, unknown>): Promise<ActOnTaskInput> {
    const state = await this.state();
    const { taskId, assignee } = await this.openTask();
    if (assignee.kind !== 'official') throw new Error('nobody can act on this task');
    return { taskId, nip: assignee.nip, via: 'LINK', act: postedForm(state, fields, this.today()) };
  }

  /** The date that the office writes. */
  today(): string {
    return localDate(this.store.now, agency.zone);
  }

  async act(fields: Record<string, unknown>): Promise<ActResult> {
    return actOnTask(this.ports, await this.form(fields));
  }

  async acted(fields: Record<string, unknown>): Promise<this> {
    const result = await this.act(fields);
    if (result.kind === 'refused') throw new Error(result.refusal.en);
    return this;
  }

  /** What the respondent would send from their own page now. */
  async ownForm(fields: Record<string, unknown>, files: readonly SentFile[] = []): Promise<OwnActInput> {
    return { ...ownForm(await this.state(), fields), files };
  }

  async own(fields: Record<string, unknown>, files: readonly SentFile[] = []): Promise<ActResult> {
    return actAsRespondent(this.ports, await this.ownForm(fields, files));
  }

  /** Follows the definition as a new execution would: to the next person, to the end, or up to a state that is not entered. */
  async go(before?: string): Promise<this> {
    this.#attempts += 1;
    const token = `walk-${this.#attempts}`;
    const stand = (state: CallbackState, place: FlowCase) => this.stand(kindOf(state) ?? 'triage', token, place);
    await follow({ ports: this.ports, stand }, await this.place(), before);
    return this;
  }

  /** Acts, one after the other; after each of them the flow goes on to the next person. */
  async through(...acts: readonly Record<string, unknown>[]): Promise<this> {
    for (const fields of acts) await (await this.acted(fields)).go();
    return this;
  }

  /** The task of a kind, in whichever slot. */
  async taskOf(kind: TaskKind): Promise<OpenTask> {
    const task = openTasks(await this.state()).find((open) => open.kind === kind);
    if (task === undefined) throw new Error(`no open ${kind} task in ${this.caseId}`);
    return task;
  }

  /** The clock stands at a moment. */
  at(now: Instant): this {
    this.store.now = now;
    return this;
  }

  /** Lets the time of a task pass, and its bell ring. */
  async lapse(kind: TaskKind): Promise<TimerResult> {
    const { taskId, dueAt } = await this.taskOf(kind);
    this.at(plusMs(dueAt, 1000));
    return fireTaskTimer(memoryPorts(this.store), { kind: 'task-due', caseId: this.caseId, taskId });
  }

  async issue(): Promise<this> {
    await issueDecisionStep(this.ports, await this.place());
    return this;
  }

  async notify(): Promise<this> {
    await notifyStep(this.ports, await this.place());
    return this;
  }
}
