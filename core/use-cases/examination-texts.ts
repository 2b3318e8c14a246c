import * as z from 'zod';
import type { CaseState } from '../case/state.ts';
import { MalformedItem } from '../errors.ts';
import type { Sha256 } from '../ids.ts';
import type { Ports } from './ports.ts';

type EvidencePorts = Pick<Ports, 'evidence'>;

const recordSchema = z.object({
  heldOn: z.string(),
  questions: z.array(z.object({ number: z.int(), question: z.string(), answer: z.string() })),
  statement: z.string().nullable(),
});
export type RecordText = z.infer<typeof recordSchema>;

/** The filed record of an examination. @throws MalformedItem where it is gone or is none */
export const readRecord = async ({ evidence }: EvidencePorts, sha256: Sha256): Promise<RecordText> => {
  const bytes = await evidence.get(sha256);
  const parsed = bytes === undefined ? undefined : recordSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (parsed?.success !== true) throw new MalformedItem(`${sha256} is no examination record`);
  return parsed.data;
};

/** What the examinee wrote to be corrected in the record; undefined where they had nothing to correct. */
export const readCorrections = async (
  { evidence }: EvidencePorts,
  state: CaseState,
  record: Sha256,
): Promise<string | undefined> => {
  const signed = state.recordSignings.find((signing) => signing.record === record);
  const bytes = signed?.corrections === undefined ? undefined : await evidence.get(signed.corrections.sha256);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
};
