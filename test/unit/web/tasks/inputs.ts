import type { EventDraft } from '../../../../core/case/events.ts';
import type { KindInputs } from '../../../../web/pages/task-kind.ts';
import { kindInputsOf } from '../../../../web/views/kind-inputs.ts';
import type { CaseMaterial } from '../../../../web/views/material.ts';
import { PERSONNEL } from '../../../support/builders/drafts.ts';
import { aStaff } from '../../../support/builders/staff.ts';
import { materialOf } from './material.ts';

export const hrefOf = (id: string) => `/bukti/${id}`;
export const place = { hrefOf, lang: 'id' } as const;
/** Whoever holds the task. */
export const official = aStaff(7, { nip: PERSONNEL });

export type Kind = KindInputs['kind'];
type Of<K extends Kind> = Extract<KindInputs, { kind: K }>;

/** The open task of a case. */
export const taskIn = (material: CaseMaterial) => {
  const { openTask } = material.state;
  if (openTask === undefined) throw new RangeError('no task is open');
  return openTask;
};

/** What a page of a kind shows and asks for in a case of the builders. */
export const inputs = <K extends Kind>(
  kind: K,
  drafts: readonly EventDraft[],
  change: Partial<CaseMaterial> = {},
  lang: 'id' | 'en' = 'id',
): Of<K> => {
  const material = materialOf(drafts, change);
  const found = kindInputsOf(material, { kind, task: taskIn(material), official }, { hrefOf, lang });
  const isOf = (input: KindInputs): input is Of<K> => input.kind === kind;
  if (!isOf(found)) throw new RangeError(`${found.kind} is not ${kind}`);
  return found;
};
