import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { crc32 } from '../../../../core/evidence/crc32.ts';
import { safeFileName, UnsafePath, zipOf } from '../../../../core/register/zip.ts';
import { instantSchema } from '../../../../core/time.ts';

const AT = instantSchema.parse('2026-03-16T23:59:59.999Z');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const files = [
  { path: 'b/isi.txt', bytes: bytes('isi '.repeat(1000)) },
  { path: 'a.json', bytes: bytes('{}') },
  { path: 'b/kosong.bin', bytes: bytes('') },
];

/** The central directory as PKWARE's APPNOTE 4.3.12 lays it out, read without the library that wrote it. */
const directoryOf = (zip: Uint8Array) => {
  const view = new DataView(zip.buffer, zip.byteOffset);
  const end = zip.length - 22;
  const entries: { name: string; crc: number; size: number; date: number; time: number }[] = [];
  for (let at = view.getUint32(end + 16, true); at < end; ) {
    expect(view.getUint32(at, true)).toBe(0x02014b50);
    const length = view.getUint16(at + 28, true);
    entries.push({
      name: Buffer.from(zip.subarray(at + 46, at + 46 + length)).toString(),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      time: view.getUint16(at + 12, true),
      date: view.getUint16(at + 14, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  expect(view.getUint16(end + 10, true)).toBe(entries.length);
  return entries;
};

describe('a ZIP', () => {
  it('lists its files in order with their sums, sizes and the date it was made on', () => {
    const date = ((2026 - 1980) << 9) | (3 << 5) | 16;
    const expected = [files[1], files[0], files[2]].map((file) => ({
      name: file?.path,
      crc: crc32(file?.bytes ?? bytes('')),
      size: file?.bytes.length,
      date,
      time: 12 << 11,
    }));
    expect(directoryOf(zipOf(files, AT))).toEqual(expected);
  });

  it('has the same bytes whatever the order of the files and the zone of the machine', () => {
    const hash = (zone: string) =>
      spawnSync(
        process.execPath,
        [
          '--disable-warning=ExperimentalWarning',
          '--input-type=module',
          '-e',
          `import { zipOf } from ${JSON.stringify(import.meta.resolve('../../../../core/register/zip.ts'))};
           process.stdout.write(Buffer.from(zipOf([{ path: 'a', bytes: new Uint8Array(9) }], '${AT}')).toString('base64'));`,
        ],
        { env: { ...process.env, TZ: zone }, encoding: 'utf8' },
      ).stdout;
    const here = Buffer.from(zipOf([{ path: 'a', bytes: new Uint8Array(9) }], AT)).toString('base64');
    expect([hash('Asia/Jayapura'), hash('America/Los_Angeles')]).toEqual([here, here]);
    expect(Buffer.from(zipOf(files.toReversed(), AT)).equals(zipOf(files, AT))).toBe(true);
  });

  it('gives back every file', () => {
    const path = fc.stringMatching(/^[a-z]{1,8}(\/[a-z0-9]{1,8})?\.[a-z]{3}$/);
    fc.assert(
      fc.property(fc.dictionary(path, fc.uint8Array({ maxLength: 200 }), { maxKeys: 5 }), (content) => {
        const packed = zipOf(
          Object.entries(content).map(([name, data]) => ({ path: name, bytes: data })),
          AT,
        );
        const back = unzipSync(packed);
        expect(Object.keys(back).sort()).toEqual(Object.keys(content).sort());
        for (const [name, data] of Object.entries(content))
          expect(Buffer.from(back[name] ?? []).equals(data)).toBe(true);
      }),
    );
  });

  it.each([['../a', '/a', 'a//b', 'a/', '.a', 'a.', 'a\\b', 'a b', 'é.txt', 'C:a', 'con', 'a/NUL.txt', '']].flat())(
    'is refused with the path "%s"',
    (path) => {
      expect(() => zipOf([{ path, bytes: bytes('') }], AT)).toThrow(UnsafePath);
    },
  );

  it('is refused with two paths that are one on some systems', () => {
    expect(() =>
      zipOf(
        [
          { path: 'A', bytes: bytes('') },
          { path: 'a', bytes: bytes('') },
        ],
        AT,
      ),
    ).toThrow(UnsafePath);
  });
});

it.each([
  ['800/23/BKD/2026', '800-23-bkd-2026'],
  ['Éclair  Ünïversal.PDF', 'eclair-universal-pdf'],
  ['../../etc/passwd', 'etc-passwd'],
  ['日本', 'berkas'],
  ['con', 'berkas-con'],
  ['x'.repeat(99), 'x'.repeat(60)],
])('the safe name of "%s" is "%s"', (text, name) => {
  expect(safeFileName(text)).toBe(name);
});
