import { zlibSync } from 'fflate';
import { bigEndian, bytesOf, concat, littleEndian32 } from '../../core/evidence/bytes.ts';
import { crc32 } from '../../core/evidence/crc32.ts';

const base64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

/** Small pictures as encoders write them, without metadata of their own. */
export const plainJpeg = base64(
  '/9j/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAWEAEBAQAAAAAAAAAAAAAAAAAAFGH/xAAVAQEBAAAAAAAAAAAAAAAAAAAEBf/EABcRAAMBAAAAAAAAAAAAAAAAAAADFFH/2gAMAwEAAhEDEQA/AINGgL0CMEWu0//Z',
);
export const progressiveJpeg = base64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wgARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAVAQEBAAAAAAAAAAAAAAAAAAACBP/aAAwDAQACEAMQAAABkFb/AP/EABUQAQEAAAAAAAAAAAAAAAAAAAAR/9oACAEBAAEFAq//xAAWEQADAAAAAAAAAAAAAAAAAAAAAhP/2gAIAQMBAT8Bqx//xAAWEQADAAAAAAAAAAAAAAAAAAAAAhP/2gAIAQIBAT8Bip//xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAY/An//xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAE/IX//2gAMAwEAAgADAAAAEAP/xAAVEQEBAAAAAAAAAAAAAAAAAAAAYf/aAAgBAwEBPxCr/8QAFREBAQAAAAAAAAAAAAAAAAAAAGH/2gAIAQIBAT8Qi//EABUQAQEAAAAAAAAAAAAAAAAAAABx/9oACAEBAAE/EKf/2Q==',
);
export const plainGif = base64(
  'R0lGODlhBAAEAPAAAP8AAAAAACH5BAAAAAAAIf8LTkVUU0NBUEUyLjADAQAAACwAAAAABAAEAAACBISPCQUAIfkEAAAAAAAsAAAAAAQABACAAAD/AAAAAgSEjwkFADs=',
);
export const plainWebp = base64(
  'UklGRjoAAABXRUJQVlA4IC4AAACQAQCdASoIAAgAD8CWJagCdGuAA1AA/ux9u16quyhybD/v/Q5mM70tXBgcYAAA',
);
export const animatedWebp = base64(
  'UklGRoQAAABXRUJQVlA4WAoAAAACAAAABwAABwAAQU5JTQYAAAD/////AgBBTk1GKAAAAAAAAAAAAAcAAAcAADIAAAJWUDhMDwAAAC8HwAEABxD9j/4HIqL/AQBBTk1GKAAAAAAAAAAAAAcAAAcAADwAAABWUDhMDwAAAC8HwAEABxDR//4HIqL/AQA=',
);

export const jpegSegment = (marker: number, payload: Uint8Array | string): Uint8Array => {
  const bytes = typeof payload === 'string' ? bytesOf(payload) : payload;
  return concat([bigEndian([0xff, 1], [marker, 1], [bytes.length + 2, 2]), bytes]);
};

/** Puts segments right behind the start of a JPEG. */
export const jpegWith = (...segments: readonly Uint8Array[]): Uint8Array =>
  concat([plainJpeg.subarray(0, 2), ...segments, plainJpeg.subarray(2)]);

export const pngChunk = (type: string, data: Uint8Array | string): Uint8Array => {
  const body = concat([bytesOf(type), typeof data === 'string' ? bytesOf(data) : data]);
  return concat([bigEndian([body.length - 4, 4]), body, bigEndian([crc32(body), 4])]);
};

const SIGNATURE = '\x89PNG\r\n\x1a\n';
const header = pngChunk('IHDR', bigEndian([4, 4], [2, 4], [8, 1], [2, 1], [0, 1], [0, 1], [0, 1]));
const rows = Uint8Array.from({ length: 2 * 13 }, (_, at) => (at % 13 === 0 ? 0 : (at * 37) & 255));

/** A PNG of 4 by 2 pixels with chunks before its content, and bytes after its end. */
export const pngWith = (chunks: readonly Uint8Array[] = [], after = ''): Uint8Array =>
  concat([
    bytesOf(SIGNATURE),
    header,
    ...chunks,
    pngChunk('IDAT', zlibSync(rows)),
    pngChunk('IEND', ''),
    bytesOf(after),
  ]);
export const plainPng = pngWith();

export const webpChunk = (type: string, data: Uint8Array): Uint8Array =>
  concat([bytesOf(type), littleEndian32(data.length), data, new Uint8Array(data.length % 2)]);

export const riff = (...chunks: readonly Uint8Array[]): Uint8Array => {
  const content = concat([bytesOf('WEBP'), ...chunks]);
  return concat([bytesOf('RIFF'), littleEndian32(content.length), content]);
};

/** An EXIF block by a named photographer, with a place, and with a turn where one is asked for. */
export const exifBlock = (orientation = 1): Uint8Array =>
  concat([
    bytesOf('II*\0'),
    littleEndian32(8),
    bytesOf('\x02\0'),
    bytesOf('\x12\x01\x03\0'),
    littleEndian32(1),
    littleEndian32(orientation),
    bytesOf('\x3b\x01\x02\0'),
    littleEndian32(13),
    littleEndian32(38),
    littleEndian32(0),
    bytesOf('Siti Pelapor\0'),
  ]);
