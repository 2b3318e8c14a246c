import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDate } from '../../core/calendar/zones.ts';
import { loadCase } from '../../core/case/append.ts';
import type { CaseEvent } from '../../core/case/events.ts';
import type { CaseState } from '../../core/case/state.ts';
import type { CaseId, Nip } from '../../core/ids.ts';
import type { Log } from '../../core/ports.ts';
import { defaultIntakeLimits, reportSchema } from '../../core/report.ts';
import { type ActResult, actOnTask } from '../../core/use-cases/act-on-task.ts';
import { receiveReport } from '../../core/use-cases/receive-report.ts';
import { actAsRespondent } from '../../core/use-cases/respondent/act-as-respondent.ts';
import type { SentFile } from '../../core/use-cases/respondent/own-artifacts.ts';
import { type Runtime, type RuntimeOptions, startRuntime } from '../../local/runtime.ts';
import { ownForm, postedForm } from './posted-form.ts';
import { sampleReport } from './sample-report.ts';
import { agency, staff } from './sample-staff.ts';

export { heavily, lightly, sampleReport, steps } from './sample-report.ts';

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

export interface CaseWorld {
  readonly runtime: Runtime;
  file(overrides?: Record<string, unknown>): Promise<{ caseId: CaseId; receiptCode: string }>;
  state(caseId: CaseId): Promise<CaseState>;
  events(caseId: CaseId): Promise<CaseEvent[]>;
  /** Acts on the open task as its assignee; hashes are those of the case as it stands. */
  act(caseId: CaseId, fields: Record<string, unknown>): Promise<ActResult>;
  /** What the respondent does on their own page. */
  ownAct(caseId: CaseId, fields: Record<string, unknown>, files?: readonly SentFile[]): Promise<ActResult>;
  close(): Promise<void>;
}

/** The whole system without its web server, in a folder of its own. */
export const startWorld = async (
  options: Partial<Pick<RuntimeOptions, 'flow' | 'log' | 'folder' | 'samplePort' | 'realNow'>> = {},
): Promise<CaseWorld> => {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'tertib-world-')));
  const runtime = await startRuntime({
    folder,
    baseUrl: 'http://127.0.0.1:4180',
    log: options.log ?? silent,
    samplePort: options.samplePort,
    tickMs: 0,
    realNow: options.realNow,
    flow: { retryDelayMs: 1, ...options.flow },
  });
  const { ports } = runtime;
  await ports.directory.putAgency(agency);
  for (const person of staff) await ports.directory.putStaff(person);
  const state = async (caseId: CaseId): Promise<CaseState> => {
    const found = await loadCase(ports.trail, caseId);
    if (found === undefined) throw new Error(`no case ${caseId}`);
    return found;
  };
  return {
    runtime,
    state,
    events: (caseId) => ports.trail.read(caseId),
    file: async (overrides) => {
      const report = reportSchema(defaultIntakeLimits).parse(sampleReport(overrides));
      const received = await receiveReport(ports, { report, channel: 'API' });
      if (received.kind !== 'filed') throw new Error(`not filed: ${received.kind}`);
      await runtime.settle();
      return { caseId: received.filed.caseNumber, receiptCode: received.filed.receiptCode };
    },
    act: async (caseId, fields) => {
      const current = await state(caseId);
      const task = current.openTask;
      if (task?.assignee.kind !== 'official') throw new Error(`no task to act on in ${caseId}`);
      const today = localDate(runtime.clock.now(), agency.zone);
      const result = await actOnTask(ports, {
        taskId: task.taskId,
        nip: task.assignee.nip,
        via: 'LINK',
        act: postedForm(current, fields, today),
      });
      await runtime.settle();
      return result;
    },
    ownAct: async (caseId, fields, files = []) => {
      const result = await actAsRespondent(ports, { ...ownForm(await state(caseId), fields), files });
      await runtime.settle();
      return result;
    },
    close: async () => {
      await runtime.close();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
};

export const nipOf = (nip: string): Nip => nip as Nip;
