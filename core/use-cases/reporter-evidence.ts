import { type Appended, append, loadCase } from '../case/append.ts';
import { storeEvidence } from '../case/commands/evidence.ts';
import type { Artifact } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import { caseIdSchema, commandIdSchema } from '../ids.ts';
import { receiptHashOf } from '../intake/intake.ts';
import type { Ports } from './ports.ts';

/** Read when the code is wrong, so that the work is the same. */
const NO_CASE = caseIdSchema.parse('NONE-2026-00000000');

/** The case of a receipt code, or undefined for a code that is nobody's. */
export const reportersCase = async (
  ports: Pick<Ports, 'trail' | 'cases'>,
  receiptCode: string,
): Promise<CaseState | undefined> => {
  const row = await ports.cases.byReceipt(receiptHashOf(receiptCode));
  const state = await loadCase(ports.trail, row?.caseId ?? NO_CASE);
  return row === undefined ? undefined : state;
};

/** Puts on record what the reporter sent in and the store holds. The same artefact twice is one event. */
export const recordFromReporter = (
  ports: Pick<Ports, 'trail' | 'cases' | 'clock'>,
  { caseId }: CaseState,
  artifact: Omit<Artifact, 'round' | 'capturedAt'>,
): Promise<Appended> =>
  append(ports, {
    caseId,
    commandId: commandIdSchema.parse(`evidence:${artifact.artifactId}`),
    actor: { kind: 'reporter' },
    command: storeEvidence({ ...artifact, capturedAt: ports.clock.now() }),
  });
