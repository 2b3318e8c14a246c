import * as z from 'zod';
import { comparisonSchema } from '../case/events.ts';

const fact = z.object({ value: z.string(), from: z.enum(['ADDRESS', 'PAGE']) });

/**
 * What a manifest tells people of a capture. Read leniently: manifests of earlier versions have less in them, and those of later ones may
 * have words in them that this version does not know.
 */
export const captureDetailsSchema = z.object({
  requestedUrl: z.string(),
  finalUrl: z.string(),
  status: z.int(),
  redirects: z.array(z.string()),
  remoteAddress: z.string(),
  limitations: z.array(z.string()).default([]),
  title: z.string().optional(),
  browser: z.string().optional(),
  identity: z
    .object({
      platform: z.string().optional(),
      postId: fact.optional(),
      author: fact.optional(),
      visibleTimes: z.array(z.string()),
    })
    .default({ visibleTimes: [] }),
  certificate: z
    .object({
      subject: z.string(),
      issuer: z.string(),
      validFrom: z.string(),
      validTo: z.string(),
      fingerprint: z.string(),
    })
    .optional(),
  traffic: z
    .object({
      requests: z.int(),
      bytes: z.int(),
      refused: z.int(),
      webSockets: z.object({ connections: z.int(), sent: z.int(), received: z.int() }).optional(),
    })
    .optional(),
  comparison: comparisonSchema.optional(),
});
export type CaptureDetails = z.infer<typeof captureDetailsSchema>;

/** Reads a stored manifest; undefined for what is none. */
export const captureDetails = (bytes: Uint8Array): CaptureDetails | undefined => {
  try {
    return captureDetailsSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined; // the parser's only way to say that it is no JSON
  }
};
