import {
  agencyIdSchema,
  agencyOf,
  artifactIdSchema,
  caseIdSchema,
  commandIdSchema,
  crockford,
  newCaseId,
  newPersonRef,
  newReceiptCode,
  newTaskId,
  nipSchema,
  normaliseCrockford,
  personRefSchema,
  sha256Schema,
  taskIdSchema,
} from '../../../core/ids.ts';

const counting = { bytes: (length: number) => Uint8Array.from({ length }, (_, index) => index * 17) };
const full = { bytes: (length: number) => new Uint8Array(length).fill(255) };

describe('an employee number (NIP)', () => {
  it.each([
    ['a PNS', '198503152010011001'],
    ['a woman', '199307092019032008'],
    ['a PPPK, with 21 in place of the month', '199506182022211009'],
    ['someone born on 29 February of a leap year', '199602292020121001'],
  ])('of %s is taken', (_who, nip) => {
    expect(nipSchema.safeParse(nip).success).toBe(true);
  });

  it.each([
    ['with 17 digits', '19850315201001100'],
    ['with 19 digits', '1985031520100110011'],
    ['with letters', '19850315201001100A'],
    ['with spaces', '19850315 201001 1 001'],
    ['born in month 13', '198513152010011001'],
    ['born on 30 February', '198502302010011001'],
    ['born on 29 February of an ordinary year', '199502292020121001'],
    ['born in the year 1', '000103152010011001'],
    ['born in the year 2999', '299903152010011001'],
    ['appointed in month 0', '198503152010001001'],
    ['appointed in month 13', '198503152010131001'],
    ['appointed in the year 1810', '198503151810011001'],
    ['of sex 3', '198503152010013001'],
    ['in other digits than 0 to 9', '١٩٨٥٠٣١٥٢٠١٠٠١١٠٠١'],
  ])('%s is refused', (_what, nip) => {
    expect(nipSchema.safeParse(nip).success).toBe(false);
  });
});

describe('Crockford base32', () => {
  it.each([
    [[0, 0, 0, 0, 0], 8, '00000000'],
    [[255, 255, 255, 255, 255], 8, 'ZZZZZZZZ'],
    [[0x08, 0x42, 0x10, 0x84, 0x21], 8, '11111111'],
    [[0b10101_010, 0b10_000000], 2, 'NA'],
  ])('writes %j most significant bit first in %i characters: %s', (bytes, length, text) => {
    expect(crockford(Uint8Array.from(bytes), length)).toBe(text);
  });

  it('never writes I, L, O or U', () => {
    const all = crockford(
      Uint8Array.from({ length: 256 }, (_, index) => index),
      400,
    );
    expect(all).not.toMatch(/[ILOU]/);
  });

  it('refuses to make more characters than the bytes give', () => {
    expect(() => crockford(new Uint8Array(4), 8)).toThrow('need 5 bytes for 8 characters');
  });

  it.each([
    ['7K3M-9QXA-4E5F-6G7H', '7K3M9QXA4E5F6G7H'],
    ['7k3m 9qxa 4e5f 6g7h', '7K3M9QXA4E5F6G7H'],
    ['  7k3m9qxa-4e5f6g7h\n', '7K3M9QXA4E5F6G7H'],
    ['oOiIlL', '001111'],
  ])('reads what people type: %j', (typed, text) => {
    expect(normaliseCrockford(typed)).toBe(text);
  });
});

describe('new ids', () => {
  const contoh = agencyIdSchema.parse('contoh');

  it('have the agency, the year and 40 random bits in a case number', () => {
    expect(newCaseId(counting, contoh, 2026)).toBe('CONTOH-2026-008J4CT4');
    expect(newCaseId(full, contoh, 2026)).toBe('CONTOH-2026-ZZZZZZZZ');
  });

  it('tell the agency of a case', () => {
    expect(agencyOf(newCaseId(full, contoh, 2026))).toBe(contoh);
  });

  it('are 80 bits for a task, 100 for a person, 80 in four groups for a receipt code', () => {
    expect(newTaskId(full)).toBe('Z'.repeat(16));
    expect(newPersonRef(full)).toBe(`P-${'Z'.repeat(20)}`);
    expect(newReceiptCode(full)).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
  });

  it('differ with every bit of randomness they use', () => {
    const flipped = { bytes: (length: number) => full.bytes(length).with(0, 127) };
    expect(newCaseId(flipped, contoh, 2026)).not.toBe(newCaseId(full, contoh, 2026));
    expect(newReceiptCode(flipped)).not.toBe(newReceiptCode(full));
  });
});

describe('ids of another form are refused', () => {
  it.each([
    ['an agency with a capital', agencyIdSchema, 'Contoh'],
    ['an agency that begins with a digit', agencyIdSchema, '1contoh'],
    ['an agency of 17 letters', agencyIdSchema, 'a'.repeat(17)],
    ['a case without year', caseIdSchema, 'CONTOH-7K3M9QXA'],
    ['a case in lower case', caseIdSchema, 'contoh-2026-7k3m9qxa'],
    ['a case with a U', caseIdSchema, 'CONTOH-2026-7K3M9QXU'],
    ['a case with a line break behind it', caseIdSchema, 'CONTOH-2026-7K3M9QXA\n'],
    ['a task of 15 characters', taskIdSchema, '0'.repeat(15)],
    ['a person without mark', personRefSchema, '0'.repeat(22)],
    ['an artefact that leaves its folder', artifactIdSchema, '../capture'],
    ['an upper-case hash', sha256Schema, 'A'.repeat(64)],
    ['a command with a space', commandIdSchema, 'triage: 1'],
  ])('%s', (_what, schema, text) => {
    expect(schema.safeParse(text).success).toBe(false);
  });
});
