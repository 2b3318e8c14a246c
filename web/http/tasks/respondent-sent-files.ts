import { isMediaType, UNKNOWN_MEDIA_TYPE } from '../../../core/media-type.ts';
import { MAX_OWN_FILES } from '../../../core/use-cases/respondent/act-as-respondent.ts';
import type { SentFile } from '../../../core/use-cases/respondent/own-artifacts.ts';
import type { FieldError } from '../../design/fields.ts';
import type { Lang } from '../../text/lang.ts';
import { textsFor } from '../../text/texts.ts';
import { FormFile } from '../base/form-file.ts';
import type { FormFields } from './form-fields.ts';

const MIB = 1024 * 1024;

/** Files of a form; a browser sends a nameless empty one where none was chosen. */
const chosen = (fields: FormFields): FormFile[] =>
  [fields.files]
    .flat()
    .filter((file): file is FormFile => file instanceof FormFile && (file.name !== '' || file.size > 0));

const wrongWith = (files: readonly FormFile[], maxBytes: number, lang: Lang): string | undefined => {
  const { errors } = textsFor(lang).respondent;
  if (files.length > MAX_OWN_FILES) return errors.tooManyFiles(MAX_OWN_FILES);
  const empty = files.find(({ size }) => size === 0);
  if (empty !== undefined) return errors.emptyFile(empty.name);
  const large = files.find(({ size }) => size > maxBytes);
  return large === undefined ? undefined : errors.largeFile(large.name, Math.floor(maxBytes / MIB));
};

/** The files of a posted form, within the limits that the report form has, or what is wrong with them. */
export const sentFiles = (
  fields: FormFields,
  { maxBytes, lang }: { readonly maxBytes: number; readonly lang: Lang },
): { readonly files: readonly SentFile[] } | { readonly error: FieldError } => {
  const files = chosen(fields);
  const message = wrongWith(files, maxBytes, lang);
  if (message !== undefined) return { error: { field: 'files', message } };
  return {
    files: files.map(({ bytes, type }) => ({ bytes, mediaType: isMediaType(type) ? type : UNKNOWN_MEDIA_TYPE })),
  };
};
