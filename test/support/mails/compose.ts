/** Bytes of a mail, written by hand: composers would not write most of what comes in. */
export type Raw = Uint8Array;

export const bytes = (text: string): Raw => new TextEncoder().encode(text);
/** Every character one byte, as old programs wrote. */
export const latin1 = (text: string): Raw => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);

export const joined = (...pieces: readonly (Raw | string)[]): Raw => {
  const parts = pieces.map((piece) => (typeof piece === 'string' ? bytes(piece) : piece));
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

export const base64 = (content: Raw | string): string =>
  (
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

/** A field set to undefined is left out. */
export type Fields = Readonly<Record<string, string | undefined>>;

export const SENDER = 'warga.pelapor@surat.example';
export const STORY =
  'Pegawai Dinas Contoh menyebarkan berita bohong lewat akun medsosnya. Tautannya https://medsos.example/p/1 dan masih tayang.';

export const usual: Fields = {
  From: `Warga Pelapor <${SENDER}>`,
  To: 'lapor@uji.tertib.test',
  Subject: 'Laporan pelanggaran di media sosial',
  Date: 'Mon, 2 Mar 2026 09:00:00 +0700',
  'Message-ID': '<m1@surat.example>',
  'MIME-Version': '1.0',
};

export const header = (fields: Fields, end = '\r\n'): string =>
  Object.entries({ ...usual, ...fields })
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}${end}`]))
    .join('');

/** A mail of one part. */
export const plain = (fields: Fields = {}, body: Raw | string = STORY): Raw =>
  joined(header(fields), '\r\n', body, '\r\n');

export interface Part {
  readonly fields?: Fields;
  readonly type?: string;
  readonly content: Raw | string;
}

/** A part as it stands between two boundaries. */
export const part = ({ type = 'text/plain; charset=utf-8', fields = {}, content }: Part): Raw => {
  const lines = Object.entries({ 'Content-Type': type, ...fields })
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\r\n`]))
    .join('');
  return joined(lines, '\r\n', content);
};

export const file = (name: string, type: string, content: Raw | string, disposition = 'attachment'): Raw =>
  part({
    type: `${type}; name="${name}"`,
    fields: { 'Content-Transfer-Encoding': 'base64', 'Content-Disposition': `${disposition}; filename="${name}"` },
    content: base64(content),
  });

/** Parts between boundaries, for a mail or for a part that holds parts. */
export const between = (boundary: string, parts: readonly Raw[]): Raw =>
  joined(...parts.flatMap((one) => [`--${boundary}\r\n`, one, '\r\n']), `--${boundary}--\r\n`);

export const multipart = (
  parts: readonly Raw[],
  { fields = {}, subtype = 'mixed', boundary = 'batas' }: { fields?: Fields; subtype?: string; boundary?: string } = {},
): Raw =>
  joined(
    header({ 'Content-Type': `multipart/${subtype}; boundary="${boundary}"`, ...fields }),
    '\r\n',
    between(boundary, parts),
  );

export const story = (): Raw => part({ content: STORY });
