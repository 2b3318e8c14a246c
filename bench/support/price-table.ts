import * as z from 'zod';
import priceFile from '../prices.json' with { type: 'json' };

/** Everything that is counted and has a price. */
export const billedSchema = z.enum([
  'stateTransition',
  'functionRequest',
  'functionGbSecond',
  'captureGbSecond',
  'apiRequest',
  'writeUnit',
  'readUnit',
  'mail',
  'schedule',
  'kmsSymmetric',
  'kmsAsymmetric',
  's3Put',
  's3Get',
  'logGb',
]);
export type Billed = z.infer<typeof billedSchema>;

const priceSchema = z.strictObject({
  usd: z.number().positive(),
  /** For so many. */
  per: z.number().positive(),
  what: z.string().min(1),
  source: z.url(),
  /** `SECONDARY`: read in a source other than the provider's own page. `FROM_MEMORY`: to be confirmed. */
  certainty: z.enum(['PRIMARY', 'SECONDARY', 'FROM_MEMORY']),
});

export const priceTableSchema = z.strictObject({
  date: z.iso.date(),
  region: z.string().min(1),
  note: z.string().min(1),
  assumptions: z.strictObject({
    /** Billed milliseconds of one call of a function, and its memory. */
    callMs: z.number().positive(),
    memoryGb: z.number().positive(),
    /** The same of a function that takes a capture. */
    captureMs: z.number().positive(),
    captureMemoryGb: z.number().positive(),
    logKbPerCase: z.number().positive(),
  }),
  prices: z.record(billedSchema, priceSchema),
});
export type PriceTable = z.infer<typeof priceTableSchema>;

export const priceTable: PriceTable = priceTableSchema.parse(priceFile);

export interface Cost {
  readonly billed: Billed;
  readonly usd: number;
}

/** What counted things cost, dearest first. */
export const costsOf = (counts: Readonly<Record<Billed, number>>, { prices }: PriceTable): Cost[] =>
  billedSchema.options
    .map((billed) => ({ billed, usd: (counts[billed] * prices[billed].usd) / prices[billed].per }))
    .sort((a, b) => b.usd - a.usd);
