import type { ActResult } from '../../../../core/use-cases/act-on-task.ts';
import type { Walk } from '../../../support/memory/walk.ts';

export interface Said {
  readonly code: string;
  readonly path: string;
}

/** The article or regulation that a refusal rests on stands in its own words. */
const ARTICLE = /\((?:[^()]|\([^)]*\))*(?:PP|Peraturan|PerBKN|UU|Permen|Kalimat)[^()]*(?:\([^)]*\)[^()]*)*\)$/;

/** Tries an act, and tells how it was refused; a refusal leaves no trace in the trail. */
export const refusalOf = async (walk: Walk, act: () => Promise<ActResult>) => {
  const before = (await walk.ports.trail.read(walk.caseId)).length;
  const result = await act();
  if (result.kind !== 'refused') throw new Error(`not refused: ${JSON.stringify(result)}`);
  const { refusal, path } = result;
  expect((await walk.ports.trail.read(walk.caseId)).length).toBe(before);
  for (const text of [refusal.id, refusal.en]) expect(text).toMatch(/^[^{}]{10,}$/);
  return { code: refusal.code, path, citesALaw: ARTICLE.test(refusal.id) && ARTICLE.test(refusal.en), refusal };
};

/** The code and the field of a refused act of the task's holder. */
export const refusedAct = async (walk: Walk, fields: Record<string, unknown>) => {
  const { code, path } = await refusalOf(walk, () => walk.act(fields));
  return { code, path };
};

/** The same for an act that the law itself forbids: the refusal names it. */
export const lawRefuses = async (walk: Walk, fields: Record<string, unknown>) => {
  const { code, path, citesALaw } = await refusalOf(walk, () => walk.act(fields));
  return { code, path, citesALaw };
};
