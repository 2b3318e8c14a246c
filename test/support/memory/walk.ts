import { loadCase } from '../../../core/case/append.ts';
import { contentHash, disclosureHash } from '../../../core/case/content-hash.ts';
import type { TaskKind } from '../../../core/case/events.ts';
import type { CaseState, OpenTask } from '../../../core/case/state.ts';
import type { CaseId } from '../../../core/ids.ts';
import { defaultIntakeLimits, reportSchema } from '../../../core/report.ts';
import { parseAct } from '../../../core/tasks/act-forms.ts';
import { type ActOnTaskInput, type ActResult, actOnTask } from '../../../core/use-cases/act-on-task.ts';
import { captureEvidence } from '../../../core/use-cases/capture-evidence.ts';
import { issueDecisionStep } from '../../../core/use-cases/issue-decision.ts';
import { notifyStep } from '../../../core/use-cases/notify.ts';
import { openTaskStep } from '../../../core/use-cases/open-task.ts';
import { planCapture } from '../../../core/use-cases/plan-capture.ts';
import type { FlowCase, FlowResult, Ports } from '../../../core/use-cases/ports.ts';
import { receiveReport } from '../../../core/use-cases/receive-report.ts';
import { suggestPrinciplesStep } from '../../../core/use-cases/suggest-principles.ts';
import { sampleReport } from '../sample-report.ts';
import { agency } from '../sample-staff.ts';
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
  async stand(kind: TaskKind, token: string): Promise<FlowResult> {
    for (const older of [...this.store.waiting].filter((waiting) => waiting.startsWith(kind))) {
      this.store.waiting.delete(older);
    }
    const taskToken = `${kind}:${token}`;
    this.store.waiting.add(taskToken);
    return openTaskStep(this.ports, { ...(await this.place()), kind, taskToken });
  }

  async open(kind: TaskKind, token = 'first'): Promise<this> {
    await this.stand(kind, token);
    return this;
  }

  /** The form that the holder of the open task would post now. */
  async form(fields: Record<string, unknown>): Promise<ActOnTaskInput> {
    const state = await this.state();
    const task = await this.openTask();
    if (task.assignee.kind !== 'official' || task.kind === 'answer') throw new Error('nobody can act on this task');
    const parsed = parseAct(task.kind, {
      reason: 'Sudah diperiksa dan cukup beralasan.',
      contentHash: contentHash(state),
      disclosureHash: disclosureHash(state),
      ...fields,
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    return { taskId: task.taskId, nip: task.assignee.nip, via: 'LINK', act: parsed.act };
  }

  async act(fields: Record<string, unknown>): Promise<ActResult> {
    return actOnTask(this.ports, await this.form(fields));
  }

  async acted(fields: Record<string, unknown>): Promise<this> {
    const result = await this.act(fields);
    if (result.kind === 'refused') throw new Error(result.refusal.en);
    return this;
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
