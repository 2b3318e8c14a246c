import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';

const rowSchema = z.object({
  nip: z.string(),
  name: z.string(),
  employment: z.string(),
  position_class: z.string(),
  position: z.string(),
  superior_nip: z.string(),
  mail: z.string(),
  roles: z.string(),
});
export type SamplePerson = z.infer<typeof rowSchema>;

/** Everyone of the sample agency, as its directory file has them. */
export const samplePeople = async (): Promise<SamplePerson[]> => {
  const csv = await readFile(join(import.meta.dirname, '../../local/sample/contoh.csv'), 'utf8');
  return z.array(rowSchema).parse(parse(csv, { columns: true }));
};

/** The first of them that fits. */
export const someone = (people: readonly SamplePerson[], fits: (person: SamplePerson) => boolean): SamplePerson => {
  const found = people.find(fits);
  if (found === undefined) throw new Error('the sample agency has nobody of this kind');
  return found;
};
