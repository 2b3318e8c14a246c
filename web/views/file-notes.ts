import type { Artifact } from '../../core/case/events.ts';
import type { FileNote } from '../pages/file-parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

type Known = Pick<Artifact, 'mediaType' | 'declaredType' | 'scan' | 'copy'>;

const note = (tone: FileNote['tone'], text: string): FileNote => ({ tone, text });

const declaredNote = ({ mediaType, declaredType }: Known, lang: Lang): FileNote[] =>
  declaredType === undefined ? [] : [note('warn', textsFor(lang).files.declared(declaredType, mediaType))];

/** What the sender of a file is told: a clear sentence, whatever was wrong with it. */
export const senderNotes = (file: Known, lang: Lang): FileNote[] => {
  const { sender } = textsFor(lang).files;
  const notes = declaredNote(file, lang);
  switch (file.scan?.verdict) {
    case 'INFECTED':
      return [note('bad', sender.infected), ...notes];
    case 'PENDING':
      notes.push(note('info', sender.pending));
      break;
    case 'NOT_SCANNED':
      notes.push(note('info', sender.notScanned));
      break;
    default:
  }
  const isBroken = file.copy?.outcome === 'NONE' && file.copy.cause === 'BROKEN';
  return isBroken ? [note('warn', sender.broken), ...notes] : notes;
};

const scanNotes = ({ scan }: Known, lang: Lang): FileNote[] => {
  const { files } = textsFor(lang);
  switch (scan?.verdict) {
    case 'CLEAN':
      return [];
    case 'INFECTED':
      return [note('bad', files.infected(scan.signature ?? files.engine[scan.engine]))];
    case 'PENDING':
      return [note('info', files.pending)];
    case 'NOT_SCANNED':
      return [note('warn', files.notScannedNote(files.notScanned[scan.cause ?? 'FAILED']))];
    default:
      return [note('warn', files.notScannedNote(files.earlier))];
  }
};

const copyNotes = ({ copy }: Known, lang: Lang): FileNote[] => {
  const { files } = textsFor(lang);
  if (copy === undefined) return [];
  if (copy.outcome === 'NONE') return [note(copy.cause === 'BROKEN' ? 'warn' : 'info', files.noCopy[copy.cause])];
  return [note('info', files.copyNote)];
};

/** What officials are told about a file from outside. */
export const officialNotes = (file: Known, lang: Lang): FileNote[] => [
  ...scanNotes(file, lang),
  ...declaredNote(file, lang),
  ...copyNotes(file, lang),
];
