import { type CleanCopy, cleanCopy } from '../../../../core/evidence/clean-copy.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const copyOf = (text: string, mediaType = 'text/plain'): CleanCopy => cleanCopy({ bytes: bytesOf(text), mediaType });
const textOf = (copy: CleanCopy): string => {
  if (copy.kind !== 'clean') throw new Error(copy.reason.en);
  return new TextDecoder().decode(copy.bytes);
};

describe('a copy of a page or text', () => {
  it.each([
    ['text/html', '<!DOCTYPE html><html><body>Unggahan publik é</body></html>'],
    ['text/html', '\ufeff<!-- a --><html lang="id"><p>x</p>'],
    ['text/html', '<?xml version="1.0"?><!DOCTYPE html><html></html>'],
    ['text/plain', 'Ini isi unggahan.\nBaris dua\t✓'],
    ['text/plain', ''],
    ['text/plain', '{"not": json}'],
    ['application/json', '{"a":[1,2]}'],
  ])('is the same bytes, called what they are: %s', (mediaType, text) => {
    expect(copyOf(text, 'image/png')).toEqual({ kind: 'clean', mediaType, removed: [], bytes: bytesOf(text) });
  });

  it('keeps the charset that was declared', () => {
    expect(copyOf('<html>', 'text/html; charset=iso-8859-1')).toMatchObject({
      mediaType: 'text/html; charset=iso-8859-1',
    });
  });

  it('keeps a page in an older encoding', () => {
    const bytes = Uint8Array.from([...bytesOf('<html>caf'), 0xe9]);
    expect(cleanCopy({ bytes, mediaType: 'text/html' })).toMatchObject({ kind: 'clean', bytes });
  });

  it.each([
    ['https://instagram.com/p/A/?igsh=SitiPhone&x=1', 'https://instagram.com/p/A/?igsh=&x=1'],
    ['"https:\\/\\/a.id\\/?a=1\\u0026fbclid=Siti"', '"https:\\/\\/a.id\\/?a=1\\u0026fbclid="'],
    [
      '<a href="https://a.id/?a=1&amp;utm_source=Siti&amp;b=2">',
      '<a href="https://a.id/?a=1&amp;utm_source=&amp;b=2">',
    ],
    ['https://x.com/u/status/1?s=20&t=Siti', 'https://x.com/u/status/1?s=&t='],
    ['next=https%3A%2F%2Fa.id%2F%3Figshid%3DSiti%26b%3D1', 'next=https%3A%2F%2Fa.id%2F%3Figshid%3D'],
  ])('leaves out of an address who shared it: %s', (text, expected) => {
    const copy = copyOf(text);
    expect(textOf(copy)).toBe(expected);
    expect(copy).toMatchObject({ removed: ['SHARING_TOKENS'] });
    expect(copyOf(expected)).toMatchObject({ removed: [] });
  });

  it.each(['https://youtube.com/watch?v=A&t=90', 'https://a.id/?s=cari', 'https://netflix.com/?t=1'])(
    'keeps of an address what says what is shown: %s',
    (text) => {
      expect(textOf(copyOf(text))).toBe(text);
    },
  );

  it.each([
    ['a mail', 'From: Siti <siti@contoh.id>\nTo: x\n\nisi'],
    ['a stored mail', 'Received: from mail.contoh.id\nisi'],
    ['a page with its parts', 'MIME-Version: 1.0\nisi'],
    ['a card', 'BEGIN:VCARD\nFN:Siti'],
    ['a calendar', 'begin:vcalendar'],
    ['a document of a word processor', '{\\rtf1{\\info{\\author Siti}}}'],
    ['a drawing', '<svg xmlns="x"><metadata>Siti</metadata></svg>'],
    ['other XML', '<?xml version="1.0"?><doc author="Siti"/>'],
    ['an archive', 'PK\x03\x04'],
    ['a film', '\0\0\0\x18ftypmp42'],
    ['bytes that are no text', 'a\x01b'],
  ])('is not possible for %s', (_what, text) => {
    expect(copyOf(text)).toMatchObject({
      kind: 'not-possible',
      reason: { id: expect.any(String), en: expect.any(String) },
    });
  });

  it('is not possible for text that is not UTF-8', () => {
    expect(cleanCopy({ bytes: Uint8Array.of(0x61, 0xe9, 0x62), mediaType: 'text/plain' }).kind).toBe('not-possible');
  });
});

describe('a copy of the record of a capture', () => {
  const record = {
    body: { sha256: 'a'.repeat(64), size: 3 },
    capturedAt: '2026-11-23T02:15:00.000Z',
    finalUrl: 'https://www.tiktok.com/@u/video/1?_t=Siti&lang=id',
    headers: [
      ['Content-Type', 'text/html'],
      ['Set-Cookie', 'visitor=Siti'],
      ['Link', '<https://a.id/Siti>'],
    ],
    mediaType: 'text/html',
    method: 'HTTP',
    outcome: 'captured',
    quality: 'COMPLETE',
    redirects: ['https://www.tiktok.com/@u/video/1?_t=Siti&u_code=Siti'],
    remoteAddress: '203.0.113.1',
    requestedUrl: 'https://vt.tiktok.com/Siti/',
    schema: 'tertib.capture/1',
    status: 200,
    text: { sha256: 'b'.repeat(64), size: 2 },
  };

  it('says where the page stands and what came, and not by which link the reporter came', () => {
    const copy = copyOf(JSON.stringify(record), 'application/json');
    expect(copy).toMatchObject({ mediaType: 'application/json', removed: ['REQUESTED_ADDRESS'] });
    const { requestedUrl: _url, redirects: _redirects, ...rest } = record;
    expect(JSON.parse(textOf(copy))).toEqual({
      ...rest,
      schema: 'tertib.capture-copy/1',
      finalUrl: 'https://www.tiktok.com/@u/video/1?_t=&lang=id',
      headers: [['Content-Type', 'text/html']],
    });
    expect(Object.keys(JSON.parse(textOf(copy)))).toEqual(Object.keys(rest));
  });

  it('of a copy is itself', () => {
    const copy = copyOf(JSON.stringify(record));
    expect(copyOf(textOf(copy))).toMatchObject({ removed: [], bytes: bytesOf(textOf(copy)) });
  });
});
