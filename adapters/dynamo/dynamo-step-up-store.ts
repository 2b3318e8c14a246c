import * as z from 'zod';
import { VersionConflict } from '../../core/errors.ts';
import type { Sha256 } from '../../core/ids.ts';
import type { Ids, StepUpVisits } from '../../core/ports.ts';
import { type StepUpVisit, stepUpVisitSchema } from '../../core/step-up/factors.ts';
import { epochOf } from '../../core/time.ts';
import { type Condition, DynamoTable, type TableOptions } from './dynamo-table.ts';
import { newWriter, parseItem, SCHEMA_VERSION, schemaVersion, writerSchema } from './item.ts';

export const stepUpItemSchema = stepUpVisitSchema.extend({ ttl: z.int().min(0), schemaVersion, writer: writerSchema });

const at = (version: number): Condition =>
  version === 0
    ? { expression: 'attribute_not_exists(#key)', names: { '#key': 'key' } }
    : { expression: '#version = :seen', names: { '#version': 'version' }, values: { ':seen': version } };

export class DynamoStepUpStore implements StepUpVisits {
  readonly #table: DynamoTable;
  readonly #ids: Ids;

  constructor(options: TableOptions & { readonly ids: Ids }) {
    this.#table = new DynamoTable(options);
    this.#ids = options.ids;
  }

  async get(key: Sha256): Promise<StepUpVisit | undefined> {
    const item = await this.#table.get({ key });
    if (item === undefined) return undefined;
    const { ttl, schemaVersion: _, writer, ...visit } = parseItem(stepUpItemSchema, item, 'visit of step-up');
    return visit;
  }

  /** Of two tries made at once on one version, one is counted and the other refused. */
  async put(visit: StepUpVisit): Promise<StepUpVisit> {
    const { key, version } = visit;
    const next = { ...visit, version: version + 1 };
    const written = await this.#table.putAs(newWriter(this.#ids), {
      item: { ...next, ttl: Math.ceil(epochOf(visit.expiresAt) / 1000), schemaVersion: SCHEMA_VERSION },
      key: { key },
      condition: at(version),
    });
    if (!written) throw new VersionConflict(`a visit of step-up is not at version ${version}`);
    return next;
  }
}
