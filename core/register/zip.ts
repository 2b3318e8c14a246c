import { type Zippable, zipSync } from 'fflate';
import { TertibError } from '../errors.ts';
import type { Instant } from '../time.ts';

export interface BundledFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A path that not every system could unpack, or two that would be one file: a bug in what makes the names. */
export class UnsafePath extends TertibError {
  override readonly name = 'UnsafePath';
}

const SEGMENT = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$/;
/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const LONGEST_PATH = 200;
const LEVEL = 6;

const isSafe = (path: string): boolean =>
  path.length <= LONGEST_PATH && path.split('/').every((segment) => SEGMENT.test(segment) && !DEVICE.test(segment));

const checked = (files: readonly BundledFile[]): readonly BundledFile[] => {
  const unsafe = files.find(({ path }) => !isSafe(path));
  if (unsafe !== undefined) throw new UnsafePath(unsafe.path);
  const seen = new Set<string>();
  for (const { path } of files) {
    if (seen.has(path.toLowerCase())) throw new UnsafePath(`${path} twice`);
    seen.add(path.toLowerCase());
  }
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
};

/** ZIP keeps local time without a zone; noon of the day exists everywhere and is the same digits on every machine. */
const noonOf = (at: Instant): Date => {
  const [year = 1980, month = 1, day = 1] = at.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, day, 12);
};

/**
 * Packs files into a ZIP. The same files at the same date give the same bytes, whatever their order, the machine and its zone.
 * @param at only its date (UTC) is written
 * @throws UnsafePath for a path that is not relative, plain ASCII and safe on every system, and for two that differ in case only
 */
export const zipOf = (files: readonly BundledFile[], at: Instant): Uint8Array => {
  const mtime = noonOf(at);
  const entries: Zippable = {};
  for (const { path, bytes } of checked(files)) entries[path] = [bytes, { mtime, level: LEVEL, os: 0 }];
  return zipSync(entries);
};

/** A text as a safe name for a file: lower-case letters and digits of ASCII, hyphens between; `berkas` where nothing is left. */
export const safeFileName = (text: string): string => {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return plain === '' || DEVICE.test(plain) ? `berkas${plain === '' ? '' : `-${plain}`}` : plain;
};
