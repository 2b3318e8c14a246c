import * as z from 'zod';
import { VersionConflict } from '../../core/errors.ts';
import { type Sha256, sha256Schema, type TaskId, taskIdSchema } from '../../core/ids.ts';
import type { Ids, Visit, Visits } from '../../core/ports.ts';
import { instantSchema } from '../../core/time.ts';
import { type Condition, DynamoTable, type TableOptions } from './dynamo-table.ts';
import { newWriter, parseItem, SCHEMA_VERSION, schemaVersion, writerSchema } from './item.ts';

export const visitItemSchema = z.strictObject({
  taskId: taskIdSchema,
  browserHash: sha256Schema,
  codeMac: sha256Schema,
  codeExpiresAt: instantSchema,
  tries: z.int().min(0),
  provenAt: instantSchema.optional(),
  version: z.int().min(1),
  schemaVersion,
  writer: writerSchema,
});

const at = (version: number): Condition =>
  version === 0
    ? { expression: 'attribute_not_exists(taskId)' }
    : { expression: '#version = :seen', names: { '#version': 'version' }, values: { ':seen': version } };

export class DynamoVisitStore implements Visits {
  readonly #table: DynamoTable;
  readonly #ids: Ids;

  constructor(options: TableOptions & { readonly ids: Ids }) {
    this.#table = new DynamoTable(options);
    this.#ids = options.ids;
  }

  async get(taskId: TaskId, browserHash: Sha256): Promise<Visit | undefined> {
    const item = await this.#table.get({ taskId, browserHash });
    if (item === undefined) return undefined;
    const { schemaVersion: _, writer, ...visit } = parseItem(visitItemSchema, item, 'visit');
    return visit;
  }

  /** Of two guesses made at once on one version, one is counted and the other refused: no guess is free. */
  async put(visit: Visit): Promise<Visit> {
    const { taskId, browserHash, version } = visit;
    const next = { ...visit, version: version + 1 };
    const written = await this.#table.putAs(newWriter(this.#ids), {
      item: { ...next, schemaVersion: SCHEMA_VERSION },
      key: { taskId, browserHash },
      condition: at(version),
    });
    if (!written) throw new VersionConflict(`the visit to task ${taskId} is not at version ${version}`);
    return next;
  }
}
