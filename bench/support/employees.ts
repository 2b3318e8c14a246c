import { documentClient } from '../../adapters/dynamo/document-client.ts';
import { DynamoDirectoryStore } from '../../adapters/dynamo/dynamo-directory-store.ts';
import { tableName } from '../../adapters/dynamo/tables.ts';
import { type Staff, staffSchema } from '../../core/directory/staff.ts';
import { agencyIdSchema, nipSchema } from '../../core/ids.ts';
import { addressOf, tablesIn } from './local-tables.ts';

/** Employees of the sample agency whose superiors and authorities differ, so that cases do not all wait for the same people. */
export const respondents = ['199002282015021007', '198812052012121012', '198607212011012019', '199203252018011017'];

const agencyId = agencyIdSchema.parse('contoh');
const FIRST_NUMBER = 100;
const MOST = 900;

/** @returns a person to report, nobody twice: whoever was punished before is judged by other rules */
export type Employees = () => Promise<Staff & { readonly mail: string }>;

/**
 * Employees who join the sample agency of a running local system as they are asked for, each in the place of one of {@link respondents}.
 * @param folder the data folder of the system
 */
export const employeesIn = async (folder: string): Promise<Employees> => {
  const tables = await tablesIn(folder);
  const client = documentClient(addressOf(tables));
  const table = tableName(tables.prefix, 'directory');
  const directory = new DynamoDirectoryStore({ client, table });
  let count = 0;
  return async () => {
    const number = count;
    count += 1;
    if (number >= MOST) throw new RangeError(`no more than ${MOST} employees join`);
    const place = nipSchema.parse(respondents[number % respondents.length]);
    const model = await directory.staff(agencyId, place);
    if (model === undefined) throw new Error(`nobody has the number ${place}`);
    const mail = `pegawai-${number}@contoh.tertib.test`;
    const nip = `${place.slice(0, -3)}${FIRST_NUMBER + number}`;
    const employee = staffSchema.parse({ ...model, nip, mail, name: `Pegawai ${number}`, roles: [], accounts: [] });
    await directory.putStaff(employee);
    return { ...employee, mail };
  };
};
