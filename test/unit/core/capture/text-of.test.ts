import { decodeText } from '../../../../core/capture/charset.ts';
import type { HeaderLine } from '../../../../core/capture/page-capture.ts';
import { MOST_TEXT, readPage, textOf } from '../../../../core/capture/text-of.ts';

const HTML: HeaderLine[] = [['Content-Type', 'text/html; charset=utf-8']];
const utf8 = (text: string) => new TextEncoder().encode(text);
const htmlText = (html: string) => textOf(utf8(html), HTML);

describe('the text of a page', () => {
  it.each([
    ['keeps words whole across inline tags', '<p>ja<b>ha</b>t</p>', 'jahat'],
    [
      'puts blocks on lines of their own',
      '<h1>Judul</h1><p>Satu<br>Dua</p><ul><li>a<li>b</ul>',
      'Judul\nSatu\nDua\na\nb',
    ],
    ['keeps cells apart', '<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
    ['joins spaces and line ends', '<p> a \n\n\t b&nbsp; c </p>', 'a b c'],
    ['drops scripts and styles', 'a<script>if (1<2) "</p>"</script><style>b{}</style>c', 'ac'],
    ['ends a script only at its own end', '<script>"</scriptx>"</ScRiPt >b', 'b'],
    ['drops comments, declarations and instructions', '<!doctype html><!-- <p>x</p> --><?php y ?>z', 'z'],
    ['reads character references', 'a &amp; b &lt;i&gt; &#39;&#x41;&quot; &hellip; &mdash;', 'a & b <i> \'A" … —'],
    ['leaves unknown references as written', 'AT&T &unknown; &', 'AT&T &unknown; &'],
    ['knows no reference by what every object has', 'a &toString; &valueOf; b', 'a &toString; &valueOf; b'],
    ['replaces impossible characters', '&#0;&#xD800;&#x110000;', '\ufffd\ufffd\ufffd'],
    ['does not read a reference twice', '&amp;lt;', '&lt;'],
    ['keeps a sign that begins no tag', '1 < 2 <3 </ 4', '1 < 2 <3 </ 4'],
    ['is not fooled by a sign inside a value', '<a title="a>b" href=\'>\'>c</a>', 'c'],
    ['lets no stray quote hide what follows', '<b \'>terlihat</b> <i x" y>juga</i>', 'terlihat juga'],
    ['reads the description of a picture', '<img src=x alt="Foto &amp; teks">', 'Foto & teks'],
    [
      'reads what the page says of itself',
      '<title>T</title><meta property="og:description" content="Isi unggahan"><meta name=viewport content=x>',
      'T\nIsi unggahan',
    ],
    ['takes the first of two attributes, as browsers do', '<img alt=a alt=b>', 'a'],
    ['survives a page that breaks off', '<p>a<b class="x', 'a'],
    ['is empty for an empty page', '', ''],
  ])('%s', (_, html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it.each([
    ['HTML', HTML, '<p>kata '],
    ['plain text', [['content-type', 'text/plain']] satisfies HeaderLine[], 'kata '],
    ['what says no type', [], 'kata '],
  ])(
    'ends where no person reads on, so that ten megabytes of %s cost no more than a long article',
    (_, headers, piece) => {
      const text = textOf(utf8(piece.repeat((10 * 1024 * 1024) / piece.length)), headers);
      expect(text.length).toBe(MOST_TEXT);
    },
  );

  it.each([
    ['openings', '<'],
    ['tags that never end', '<a '],
    ['comments that never end', '<!--'],
    ['scripts that never end', '<script>'],
    ['quotes that never end', '<a b="'],
    ['attribute names', 'a '],
    ['equals signs', '='],
    ['ampersands', '&'],
    ['long references', '&#'],
    ['spaces', ' '],
    ['blocks', '<p> '],
    ['slashes in a tag', '/'],
  ])('is read in one pass, also of a million %s', (_, piece) => {
    const many = piece.repeat(1_000_000);
    expect(htmlText(`a${many}`).length).toBeLessThanOrEqual(many.length + 1);
    expect(htmlText(`<b ${many}`).length).toBeLessThanOrEqual(many.length);
  });

  it('is kept as it is where the answer is plain text or JSON', () => {
    expect(textOf(utf8('a <b>'), [['content-type', 'text/plain']])).toBe('a <b>');
    expect(textOf(utf8('{"a":1}'), [['content-type', 'application/ld+json']])).toBe('{"a":1}');
  });

  it('is nothing where the answer is a picture or an archive', () => {
    expect(textOf(utf8('<p>a</p>'), [['content-type', 'image/png']])).toBe('');
    expect(textOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), [])).toBe('');
  });

  it('is found without a media type by how the answer begins', () => {
    expect(textOf(utf8('\n<!DOCTYPE html><p>a</p>'), [])).toBe('a');
    expect(textOf(utf8('a <b>'), [])).toBe('a <b>');
  });

  it('comes with the sight of a password field', () => {
    expect(readPage(utf8('<input type=PASSWORD>'), HTML).asksForPassword).toBe(true);
    expect(readPage(utf8('<!-- <input type=password> --><input type=text>'), HTML).asksForPassword).toBe(false);
  });
});

describe('the character set of a text', () => {
  const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
  it.each<[string, Uint8Array, string | undefined, string]>([
    ['is UTF-8 where the header says so', utf8('é'), 'text/html; charset=utf-8', 'é'],
    ['is what the header says', latin1('é'), 'text/html; charset="ISO-8859-1"', 'é'],
    [
      'is what the page says where the header is silent',
      latin1('<meta charset=windows-1252>\u0080'),
      'text/html',
      '<meta charset=windows-1252>€',
    ],
    [
      'is what an older page says',
      latin1('<meta http-equiv=x content="text/html; charset=latin1">é'),
      undefined,
      '<meta http-equiv=x content="text/html; charset=latin1">é',
    ],
    [
      'is the header’s before the page’s',
      utf8('<meta charset=latin1>é'),
      'text/html; charset=utf-8',
      '<meta charset=latin1>é',
    ],
    ['is the byte order mark’s before all', new Uint8Array([0xff, 0xfe, 0x61, 0]), 'text/html; charset=utf-8', 'a'],
    ['is never UTF-16 on the word of ASCII bytes', utf8('<meta charset=utf-16>é'), undefined, '<meta charset=utf-16>é'],
    ['is UTF-8 where nobody says and the bytes are', utf8('é'), undefined, 'é'],
    ['is windows-1252 where nobody says and the bytes are not UTF-8', latin1('é'), undefined, 'é'],
    ['is guessed where the name is unknown', utf8('é'), 'text/html; charset=klingon', 'é'],
    ['replaces wrong bytes', new Uint8Array([0x61, 0xff]), 'text/html; charset=utf-8', 'a\ufffd'],
  ])('%s', (_, bytes, contentType, text) => {
    expect(decodeText(bytes, contentType === undefined ? [] : [['content-type', contentType]])).toBe(text);
  });
});
