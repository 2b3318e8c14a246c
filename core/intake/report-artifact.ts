import * as z from 'zod';
import { MalformedItem } from '../errors.ts';
import type { Sha256 } from '../ids.ts';
import type { EvidenceStore } from '../ports.ts';

/** What is read back from the report and from later messages: the texts and addresses that stand in no event. */
const reportContent = z.object({
  respondent: z
    .object({
      name: z.string().optional(),
      nip: z.string().optional(),
      position: z.string().optional(),
      unit: z.string().optional(),
      accounts: z.array(z.object({ platform: z.string(), handle: z.string() })).optional(),
    })
    .default({}),
  incident: z.object({
    description: z.string(),
    occurredAt: z.string().optional(),
    urls: z.array(z.string()).default([]),
  }),
  attachments: z.array(z.object({ fileName: z.string() })).default([]),
});
export type ReportContent = z.infer<typeof reportContent>;

/** Reads a report artefact. @throws MalformedItem where it is gone or unreadable */
export const readReport = async (evidence: Pick<EvidenceStore, 'get'>, sha256: Sha256): Promise<ReportContent> => {
  const bytes = await evidence.get(sha256);
  if (bytes === undefined) throw new MalformedItem(`artefact ${sha256} is not in the evidence store`);
  const parsed = reportContent.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (!parsed.success) throw new MalformedItem(`artefact ${sha256} is not a report`, { cause: parsed.error });
  return parsed.data;
};
