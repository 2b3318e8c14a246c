import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';

export const MIB = 1024 * 1024;

/** A small JPEG: 8 by 8 pixels, with the marks of its parts. */
const SMALL = Buffer.from(
  '/9j/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAWEAEBAQAAAAAAAAAAAAAAAAAAFGH/xAAVAQEBAAAAAAAAAAAAAAAAAAAEBf/EABcRAAMBAAAAAAAAAAAAAAAAAAADFFH/2gAMAwEAAhEDEQA/AINGgL0CMEWu0//Z',
  'base64',
);

/** A JPEG with a comment by its author and this much of pixel data; nothing looks at the pixels. */
export const largeJpeg = (size: number): Buffer => {
  const comment = Buffer.from('\xff\xfe\0\x0eSiti Pelapor', 'latin1');
  const around = SMALL.length + comment.length;
  const pixels = Buffer.alloc(size - around);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * 2654435761) % 251;
  return Buffer.concat([SMALL.subarray(0, 2), comment, SMALL.subarray(2, -2), pixels, SMALL.subarray(-2)]);
};

/** A PDF of one page with a large picture, as a scanner writes it. */
export const largePdf = async (size: number): Promise<Buffer> => {
  const document = new PDFDocument({ info: { Author: 'Siti Pelapor' } });
  const written = buffer(document);
  document.image(largeJpeg(size - 4096), 50, 50, { width: 100 });
  document.end();
  return written;
};
