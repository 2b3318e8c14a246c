import * as z from 'zod';
import { MalformedItem, VersionConflict } from '../../core/errors.ts';
import { type PersonRef, personRefSchema, sha256Schema } from '../../core/ids.ts';
import type { People, Sealer } from '../../core/ports.ts';
import { type Person, personSchema } from '../../core/report.ts';
import { canonicalJson, sha256Hex } from '../../core/trail/digest.ts';
import { DynamoTable, type TableOptions } from './dynamo-table.ts';
import { parseItem, SCHEMA_VERSION, schemaVersion } from './item.ts';

export const personItemSchema = z.strictObject({
  personRef: personRefSchema,
  /** The person as RFC 8785 text, sealed in the context of its reference: a record moved to another reference does not open. */
  sealed: z.string(),
  matchTag: z.string().optional(),
  /** SHA-256 of the sealed text, which holds a random salt: tells a repeated write from another person's, and nothing else. */
  digest: sha256Schema,
  schemaVersion,
});
const digestSchema = personItemSchema.pick({ personRef: true, digest: true });
const matchTagSchema = personItemSchema.pick({ personRef: true, matchTag: true });

const contextOf = (personRef: PersonRef): string => `person:${personRef}`;

/** The opened text is never named as a cause: the parser quotes what it could not read. */
const personOf = (text: string): Person => {
  try {
    return personSchema.parse(JSON.parse(text));
  } catch {
    throw new MalformedItem('a stored person is malformed');
  }
};

export class DynamoPeopleStore implements People {
  readonly #table: DynamoTable;
  readonly #sealer: Sealer;

  /** @param options.sealer holds the key of the People table and of nothing else */
  constructor(options: TableOptions & { readonly sealer: Sealer }) {
    this.#table = new DynamoTable(options);
    this.#sealer = options.sealer;
  }

  /**
   * Writes the record once; the same person again changes nothing.
   * @throws VersionConflict when another person stands under the reference
   */
  async put(personRef: PersonRef, person: Person, matchTag: string | undefined): Promise<void> {
    const text = canonicalJson(person);
    const sealed = await this.#sealer.seal(text, contextOf(personRef));
    const digest = sha256Hex(text);
    const item = { personRef, sealed, matchTag, digest, schemaVersion: SCHEMA_VERSION };
    if (await this.#table.putIf(item, { expression: 'attribute_not_exists(personRef)' })) return;
    const stored = await this.#table.get({ personRef }, ['personRef', 'digest']);
    const same = stored !== undefined && parseItem(digestSchema, stored, 'person').digest === digest;
    if (!same) throw new VersionConflict(`another person stands under ${personRef}`);
  }

  async reveal(personRef: PersonRef): Promise<Person | undefined> {
    const stored = await this.#stored(personRef);
    return stored && personOf(await this.#sealer.open(stored.sealed, contextOf(personRef)));
  }

  async matchTag(personRef: PersonRef): Promise<string | undefined> {
    const stored = await this.#table.get({ personRef }, ['personRef', 'matchTag']);
    return stored && parseItem(matchTagSchema, stored, 'person').matchTag;
  }

  async erase(personRef: PersonRef): Promise<void> {
    await this.#table.deleteIf({ personRef }, { expression: 'attribute_exists(personRef)' });
  }

  async #stored(personRef: PersonRef): Promise<z.infer<typeof personItemSchema> | undefined> {
    const item = await this.#table.get({ personRef });
    return item && parseItem(personItemSchema, item, 'person');
  }
}
