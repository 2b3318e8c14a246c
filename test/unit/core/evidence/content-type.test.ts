import { zipSync } from 'fflate';
import { bytesOf, concat } from '../../../../core/evidence/bytes.ts';
import { contentType } from '../../../../core/evidence/content-type.ts';
import { pdfOf } from '../../../support/pdfs.ts';
import { plainGif, plainJpeg, plainPng, plainWebp } from '../../../support/pictures.ts';

const html = bytesOf('<!doctype html><script>alert(1)</script>');
const svg = bytesOf('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const exe = concat([bytesOf('MZ\x90\0\x03'), new Uint8Array(200)]);
const pdf = pdfOf(['<</Type /Catalog>>']);
const text = bytesOf('Ini keterangan biasa.');

const lies: [string, Uint8Array, string, string][] = [
  ['a page called JPEG', html, 'image/jpeg', 'text/html'],
  ['a Windows program called JPEG', exe, 'image/jpeg', 'application/vnd.microsoft.portable-executable'],
  ['a Linux program called PDF', bytesOf('\x7fELF\x02\x01\x01\0\0\0'), 'application/pdf', 'application/x-executable'],
  ['an SVG with a script called PNG', svg, 'image/png', 'image/svg+xml'],
  ['an SVG without a declaration called PNG', bytesOf('<svg onload="x()">'), 'image/png', 'image/svg+xml'],
  ['a PNG called JPEG', plainPng, 'image/jpeg', 'image/png'],
  ['a PDF called PNG', pdf, 'image/png', 'application/pdf'],
  ['an archive called JPEG', zipSync({ 'a.txt': text }), 'image/jpeg', 'application/zip'],
  ['text called PDF', text, 'application/pdf', 'text/plain'],
  ['a shell script called text', bytesOf('#!/bin/sh\nrm -rf /\n'), 'text/plain', 'text/x-shellscript'],
  ['noise called JPEG', Uint8Array.of(1, 2, 3, 4, 0, 5), 'image/jpeg', 'application/octet-stream'],
  ['nothing called JPEG', new Uint8Array(), 'image/jpeg', 'text/plain'],
  [
    'an Android program called PNG',
    zipSync({ 'AndroidManifest.xml': text }),
    'image/png',
    'application/vnd.android.package-archive',
  ],
];

const truths: [string, Uint8Array, string, string][] = [
  ['a JPEG', plainJpeg, 'image/jpeg', 'image/jpeg'],
  ['a JPEG by its old name', plainJpeg, 'image/jpg', 'image/jpeg'],
  ['a GIF', plainGif, 'image/gif', 'image/gif'],
  ['a WebP', plainWebp, 'image/webp', 'image/webp'],
  ['a PDF that says nothing', pdf, 'application/octet-stream', 'application/pdf'],
  ['a PNG without any name', plainPng, '', 'image/png'],
  ['a table, which is text too', bytesOf('a;b\n1;2\n'), 'text/csv', 'text/csv'],
  ['text with its charset', text, 'text/plain; charset=utf-8', 'text/plain; charset=utf-8'],
  [
    'a document of Word',
    zipSync({ 'word/document.xml': text }),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [
    'an old document of Word',
    bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0'),
    'application/msword',
    'application/msword',
  ],
  ['a recording', bytesOf('\0\0\0\x18ftypmp42\0\0'), 'video/mp4', 'video/mp4'],
  ['a recording of a telephone', bytesOf('\0\0\0\x18ftypqt  \0\0'), 'video/quicktime', 'video/quicktime'],
  ['something that nothing here knows', Uint8Array.of(1, 2, 3, 4, 0, 5), 'application/x-own', 'application/x-own'],
];

describe('the type of a file', () => {
  it.each(lies)('is what the content says of %s, and keeps what was claimed', (_what, bytes, declared, is) => {
    expect(contentType(bytes, declared)).toEqual({ mediaType: is, declaredType: declared });
  });

  it.each(truths)('contradicts nobody about %s', (_what, bytes, declared, is) => {
    expect(contentType(bytes, declared)).toEqual({ mediaType: is });
  });

  it('is that of the picture for a file that is a picture and a page at once', () => {
    expect(contentType(concat([plainGif, html]), 'image/gif')).toEqual({ mediaType: 'image/gif' });
    expect(contentType(concat([plainJpeg, pdf]), 'application/pdf')).toEqual({
      mediaType: 'image/jpeg',
      declaredType: 'application/pdf',
    });
  });

  it('is found in a large text without holding it twice', () => {
    const large = new Uint8Array(3 * 1024 * 1024).fill(0x61);
    large.set(Buffer.from('é'), 64 * 1024 - 1); // a character across two pieces
    expect(contentType(large, 'text/plain')).toEqual({ mediaType: 'text/plain' });
  });
});
