import * as z from 'zod';
import { roleSchema } from '../case/actor.ts';
import { nipSchema } from '../ids.ts';
import { employmentSchema, positionClassSchema } from '../rules/codes.ts';
import { mailAddressSchema } from './staff.ts';

/** A message for who prepares the file: Indonesian and English. */
export interface Message {
  readonly id: string;
  readonly en: string;
}

const orNone = (cell: string): string | undefined => (cell === '' ? undefined : cell);

/** People write employee numbers in groups. */
const ungrouped = (cell: string): string => cell.replace(/\s/g, '');

const list = (cell: string): string[] =>
  cell
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const account = z
  .string()
  .regex(/^[^:\s]{1,40}:\S{1,120}$/)
  .transform((item) => {
    const colon = item.indexOf(':');
    return { platform: item.slice(0, colon), handle: item.slice(colon + 1) };
  });

const yes = ['true', 'ya', '1', 'benar', 'yes'];
const no = ['false', 'tidak', '0', 'salah', 'no'];

/** Every column of the staff file: how its cells are read. */
const staffColumns = {
  nip: z.string().transform(ungrouped).pipe(nipSchema),
  name: z.string().min(1).max(200),
  employment: employmentSchema,
  position_class: positionClassSchema,
  position: z.string().min(1).max(200),
  unit: z.string().min(1).max(200),
  superior_nip: z.string().transform(ungrouped).transform(orNone).pipe(nipSchema.optional()),
  mail: z.string().transform(orNone).pipe(mailAddressSchema.optional()),
  roles: z.string().transform(list).pipe(z.array(roleSchema)),
  accounts: z.string().transform(list).pipe(z.array(account)),
  active: z
    .string()
    .transform((cell) => cell.toLowerCase())
    .pipe(z.enum([...yes, ...no]))
    .transform((cell) => yes.includes(cell)),
} as const;
export type StaffColumn = keyof typeof staffColumns;

/** A row by column name. */
export const staffRecordSchema = z.object(staffColumns);
export type StaffCells = z.infer<typeof staffRecordSchema>;

const oneOf = (options: readonly string[]): Message => ({
  id: `harus salah satu dari ${options.join(', ')}`,
  en: `must be one of ${options.join(', ')}`,
});
const filled: Message = {
  id: 'harus diisi, paling panjang 200 huruf',
  en: 'must be filled in, at most 200 characters',
};
const number: Message = {
  id: 'harus NIP yang sah: 18 angka (tanggal lahir, pengangkatan, jenis kelamin, nomor urut)',
  en: 'must be a valid NIP: 18 digits (birth date, appointment, sex, serial number)',
};

/** What a cell of each column must be, for who has to correct it. */
export const expected: Readonly<Record<StaffColumn, Message>> = {
  nip: number,
  name: filled,
  employment: oneOf(employmentSchema.options),
  position_class: oneOf(positionClassSchema.options),
  position: filled,
  unit: filled,
  superior_nip: { id: `${number.id}, atau kosong`, en: `${number.en}, or empty` },
  mail: { id: 'harus alamat surel yang sah, atau kosong', en: 'must be a valid mail address, or empty' },
  roles: {
    id: `harus kosong atau berisi ${roleSchema.options.join(', ')}, dipisah titik koma`,
    en: `must be empty or consist of ${roleSchema.options.join(', ')}, separated by semicolons`,
  },
  accounts: {
    id: 'harus kosong atau berbentuk platform:akun, dipisah titik koma',
    en: 'must be empty or of the form platform:handle, separated by semicolons',
  },
  active: oneOf([...yes, ...no]),
};

const isColumn = (name: string): name is StaffColumn => Object.hasOwn(staffColumns, name);

export const staffColumnNames: readonly StaffColumn[] = Object.keys(staffColumns).filter(isColumn);
