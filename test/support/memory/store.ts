import type { CaseEvent } from '../../../core/case/events.ts';
import type { Agency, Staff } from '../../../core/directory/staff.ts';
import type { ScanVerdict } from '../../../core/evidence/scan.ts';
import type { InboundRow } from '../../../core/inbound/inbound-row.ts';
import type {
  Access,
  CaseRow,
  Execution,
  Mail,
  RequestClaim,
  TaskRow,
  TimerTarget,
  Visit,
} from '../../../core/ports.ts';
import type { Person } from '../../../core/report.ts';
import type { AgencySettings } from '../../../core/rules/agency-settings.ts';
import type { PersonFactors, StepUpVisit } from '../../../core/step-up/factors.ts';
import { type Instant, instantSchema } from '../../../core/time.ts';
import { agency, staff } from '../sample-staff.ts';

/** Everything that outlives a call, as plain data: a world is copied with `structuredClone`. */
export interface Store {
  now: Instant;
  readonly trail: Map<string, CaseEvent[]>;
  readonly cases: Map<string, { row: CaseRow; execution: Execution | undefined }>;
  readonly tasks: Map<string, TaskRow>;
  readonly visits: Map<string, Visit>;
  readonly factors: Map<string, PersonFactors>;
  readonly stepUps: Map<string, StepUpVisit>;
  readonly agencies: Map<string, Agency>;
  readonly staff: Map<string, Staff>;
  readonly settings: Map<string, AgencySettings>;
  readonly people: Map<string, { person: Person; tag: string | undefined }>;
  readonly requests: Map<string, RequestClaim>;
  readonly hits: Map<string, number>;
  readonly inbound: Map<string, InboundRow>;
  readonly evidence: Map<string, Uint8Array>;
  /** Rows of who needs what, `key` and `member` apart by a line break. */
  readonly holds: Set<string>;
  /** Evidence under legal hold. */
  readonly held: Set<string>;
  readonly uploads: Map<string, Uint8Array>;
  /** What the engine has answered since about files that it wanted more time for, by hash. */
  readonly scans: Map<string, ScanVerdict>;
  /** By mail id: the engine keeps a mail once. */
  readonly mails: Map<string, Mail>;
  readonly schedules: Map<string, { at: Instant; target: TimerTarget }>;
  readonly executions: Map<string, 'RUNNING' | 'OVER'>;
  /** Tokens that an execution waits for. */
  readonly waiting: Set<string>;
  readonly callbacks: Map<string, unknown>;
  readonly access: Access[];
  randomCalls: number;
  /** Captures that somebody was told to take, as they were named. */
  readonly woken: string[];
  /** Pages that answer, by address. */
  readonly pages: Map<string, string>;
}

export const START = instantSchema.parse('2026-03-02T02:00:00.000Z');

export const emptyStore = (): Store => ({
  now: START,
  trail: new Map(),
  cases: new Map(),
  tasks: new Map(),
  visits: new Map(),
  factors: new Map(),
  stepUps: new Map(),
  agencies: new Map([[agency.agencyId, agency]]),
  staff: new Map(staff.map((person) => [person.nip, person])),
  settings: new Map(),
  people: new Map(),
  requests: new Map(),
  hits: new Map(),
  inbound: new Map(),
  evidence: new Map(),
  holds: new Set(),
  held: new Set(),
  uploads: new Map(),
  scans: new Map(),
  mails: new Map(),
  schedules: new Map(),
  executions: new Map(),
  waiting: new Set(),
  callbacks: new Map(),
  access: [],
  randomCalls: 0,
  woken: [],
  pages: new Map(),
});
