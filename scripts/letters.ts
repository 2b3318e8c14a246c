import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PdfLetter } from '../adapters/pdf-letter.ts';
import { composeLetter } from '../core/letters/compose-letter.ts';
import type { LetterDataOf } from '../core/letters/letter-data.ts';
import { type LetterForm, letterFormSchema } from '../core/letters/letter-forms.ts';
import { letterHtml } from '../core/letters/letter-html.ts';
import { templateFor } from '../core/letters/template-for.ts';
import { localDateSchema } from '../core/time.ts';
import { letterTemplates } from '../rules/letters/index.ts';
import { sampleLetters, sampleVariants } from './sample-letters/index.ts';

const USAGE = `Pemakaian: npm run letters -- --sample [FOLDER]
Usage: npm run letters -- --sample [FOLDER]
Prints every form from sample data as PDF and HTML into the folder (default: sample-letters).`;

const fontDirectory = join(import.meta.dirname, '../node_modules/@expo-google-fonts/noto-serif');

interface Sample {
  readonly form: LetterForm;
  readonly name: string;
  readonly data: LetterDataOf<LetterForm>;
}

const samples: readonly Sample[] = [
  ...letterFormSchema.options.map((form) => ({
    form,
    name: form.toLowerCase().replaceAll('_', '-'),
    data: sampleLetters[form],
  })),
  ...sampleVariants,
];

const printSamples = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const printer = new PdfLetter({ fontDirectory });
  for (const { form, name, data } of samples) {
    const template = templateFor(letterTemplates, form, localDateSchema.parse(data.letter.date));
    const letter = composeLetter(template, data);
    const files = { [`${name}.pdf`]: await printer.pdf(letter), [`${name}.html`]: letterHtml(letter) };
    for (const [file, bytes] of Object.entries(files)) {
      await writeFile(join(folder, file), bytes);
      console.log(`${createHash('sha256').update(bytes).digest('hex')}  ${join(folder, file)}`);
    }
  }
};

/** Where to print to, or undefined where the command line is not understood. */
const folderOf = (): string | undefined => {
  try {
    const { values, positionals } = parseArgs({ options: { sample: { type: 'boolean' } }, allowPositionals: true });
    return values.sample === true && positionals.length < 2 ? (positionals[0] ?? 'sample-letters') : undefined;
  } catch {
    return undefined;
  }
};

const folder = folderOf();
if (folder === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  await printSamples(folder);
}
