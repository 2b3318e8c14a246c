import type * as z from 'zod';
import type { Lang } from '../../text/lang.ts';

type Issue = z.core.$ZodRawIssue;

const pick = (lang: Lang, id: string, en: string): string => (lang === 'id' ? id : en);

const unit = (origin: string, lang: Lang): string => {
  if (origin === 'string') return pick(lang, ' karakter', ' characters');
  return origin === 'array' ? pick(lang, ' butir', ' items') : '';
};

const typeWords: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  string: { id: 'satu teks', en: 'one text' },
  number: { id: 'angka', en: 'a number' },
  int: { id: 'bilangan bulat', en: 'a whole number' },
  boolean: { id: 'true atau false', en: 'true or false' },
  array: { id: 'daftar', en: 'a list' },
  object: { id: 'objek', en: 'an object' },
};

const formatWords: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  email: { id: 'alamat surel', en: 'a mail address' },
  date: { id: 'tanggal YYYY-MM-DD', en: 'a date YYYY-MM-DD' },
  datetime: { id: 'waktu RFC 3339', en: 'an RFC 3339 time' },
};

const wrongType = (issue: Issue, lang: Lang): string => {
  if (issue.input === undefined) return pick(lang, 'wajib diisi', 'is required');
  const expected = typeWords[String(issue.expected)]?.[lang] ?? String(issue.expected);
  return pick(lang, `harus berupa ${expected}`, `must be ${expected}`);
};

const wrongFormat = (issue: Issue, lang: Lang): string => {
  const format = formatWords[String(issue.format)]?.[lang];
  return format === undefined
    ? pick(lang, 'bentuknya tidak sah', 'does not have a valid form')
    : pick(lang, `harus ${format}`, `must be ${format}`);
};

const choices = (issue: Issue, lang: Lang): string => {
  const values = Array.isArray(issue.values) ? issue.values.map(String).join(', ') : '';
  return pick(lang, `harus salah satu dari: ${values}`, `must be one of: ${values}`);
};

/** What an issue means, for people; the texts that a schema brings itself go before these. */
export const issueText = (issue: Issue, lang: Lang): string => {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue, lang);
    case 'too_small':
      return pick(lang, `paling sedikit ${issue.minimum}`, `at least ${issue.minimum}`) + unit(issue.origin, lang);
    case 'too_big':
      return pick(lang, `paling banyak ${issue.maximum}`, `at most ${issue.maximum}`) + unit(issue.origin, lang);
    case 'invalid_format':
      return wrongFormat(issue, lang);
    case 'invalid_value':
      return choices(issue, lang);
    case 'unrecognized_keys':
      return pick(lang, 'tidak dikenal', 'is not known');
    default:
      return pick(lang, 'tidak sah', 'is not valid');
  }
};

/** Schemas of the core carry both languages in one text, `Indonesian / English`. */
export const inLanguage = (message: string, lang: Lang): string => {
  const [id, en] = message.split(' / ');
  return (lang === 'en' ? en : undefined) ?? id ?? message;
};
