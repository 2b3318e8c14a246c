import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { FormFile, GrowingBytes } from './form-file.ts';

/** An input of a form: its name, and its text or file. */
export type Input = readonly [name: string, value: string | FormFile];

export interface MultipartLimits {
  /** Of texts and files together; what brings the parts in keeps to it, too. */
  readonly maxBytes: number;
  readonly maxInputs: number;
}

/** A body that is no form. */
class NoForm extends Error {
  override readonly name = 'NoForm';
}

/** An input is a file where it has the name of one, be it empty (RFC 7578, section 4.2). */
const isPartAFile = (_name: string | undefined, _type: string | undefined, fileName: string | undefined): boolean =>
  fileName !== undefined;

/** Browsers write a quotation mark within a name so (HTML, "multipart form data"). */
const unescaped = (name: string): string => name.replaceAll('%22', '"');

/** Listens to what the parser finds, in its order. A file is complete once the parser has finished. */
const listen = (
  parser: BusboyInstance,
  { maxBytes, fail }: Pick<MultipartLimits, 'maxBytes'> & { readonly fail: (error: Error) => void },
): (() => Input[]) => {
  const inputs: (() => Input)[] = [];
  let left = maxBytes;
  const named = (name: string | undefined): string => {
    if (name === undefined) fail(new NoForm('an input has no name'));
    return unescaped(name ?? '');
  };
  parser.on('field', (name, text) => {
    const input: Input = [named(name), text];
    inputs.push(() => input);
  });
  parser.on('file', (name, stream, fileName, _encoding, type) => {
    const held = new GrowingBytes(left);
    const key = named(name);
    const take = (part: Buffer): void => {
      left -= part.byteLength;
      held.add(part);
    };
    stream.on('data', take).on('error', fail);
    inputs.push(() => [key, new FormFile({ name: unescaped(fileName), type, bytes: held.bytes() })]);
  });
  parser.on('partsLimit', () => fail(new NoForm('too many inputs')));
  return () => inputs.map((input) => input());
};

/**
 * The inputs of a multipart form (RFC 7578), read as it comes in: of a file, nothing is held twice.
 * @param contentType with the boundary
 * @throws Error for what is no such form, and whatever `parts` throws
 */
export const multipartInputs = async (
  parts: AsyncIterable<Uint8Array>,
  contentType: string,
  { maxBytes, maxInputs }: MultipartLimits,
): Promise<Input[]> => {
  const headers = { 'content-type': contentType };
  const limits = { parts: maxInputs, fieldSize: maxBytes };
  const parser = new Busboy({ headers, limits, isPartAFile, preservePath: true });
  const { promise: finished, resolve, reject } = Promise.withResolvers<void>();
  const inputs = listen(parser, { maxBytes, fail: reject });
  parser.on('finish', resolve).on('error', reject);
  // Also when the body ends first: nobody waits for it then.
  finished.catch(() => undefined);
  for await (const part of parts) {
    const written = new Promise<void>((done) => void parser.write(part, () => done()));
    await Promise.race([written, finished]);
  }
  parser.end();
  await finished;
  return inputs();
};
