import fc from 'fast-check';
import { oddMails } from './odd-mails.ts';

const names = [
  'From',
  'To',
  'Subject',
  'Date',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Content-Disposition',
  'Auto-Submitted',
  'List-Id',
  'Precedence',
  'Return-Path',
  'In-Reply-To',
  'Message-ID',
  'MIME-Version',
  'Content-ID',
  'X-Failed-Recipients',
] as const;
const values = [
  'text/plain; charset=utf-8',
  'text/html',
  'multipart/mixed; boundary=b',
  'multipart/report; report-type=delivery-status; boundary=b',
  'message/rfc822',
  'text/calendar; method=REPLY',
  'base64',
  'quoted-printable',
  '8bit',
  'auto-replied',
  'no',
  '<>',
  'A <a@b.example>',
  '=?utf-8?B?w6kgbGFn?=',
  '=?x?Q?=ZZ?=',
  'attachment; filename="../a"',
  '<x@tertib.test>',
] as const;
const bodies = [
  '--b\r\n',
  '--b--\r\n',
  '\r\n',
  '\r\n\r\n',
  'begin 644 x\r\n',
  '=\r\n',
  '=C3=A9',
  'Z2JhYmE=',
  '<p>',
  '</p><script>',
  '<!--',
  'Final-Recipient: rfc822; a@b\r\nAction: failed\r\n',
] as const;

const field = fc
  .tuple(
    fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 12 })),
    fc.oneof(fc.constantFrom(...values), fc.string({ maxLength: 60, unit: 'binary' })),
  )
  .map(([name, value]) => `${name}: ${value}\r\n`);
const body = fc.array(fc.oneof(fc.constantFrom(...bodies), fc.string({ maxLength: 80, unit: 'binary' }), field), {
  maxLength: 20,
});
const grown = fc
  .tuple(fc.array(field, { maxLength: 12 }), body)
  .map(([head, rest]) => Buffer.from(`${head.join('')}\r\n${rest.join('')}`));

/** A mail that somebody sent, with a piece cut out, doubled, or overwritten on its way. */
const damaged = fc
  .record({
    mail: fc.constantFrom(...oddMails.filter(({ raw }) => raw.length < 20_000)),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(400),
    how: fc.constantFrom('cut', 'double', 'overwrite', 'shorten'),
    by: fc.uint8Array({ maxLength: 40 }),
  })
  .map(({ mail, at, length, how, by }) => {
    const raw = Buffer.from(mail.raw);
    const start = Math.floor(at * raw.length);
    const piece = raw.subarray(start, start + length);
    if (how === 'cut') return Buffer.concat([raw.subarray(0, start), raw.subarray(start + length)]);
    if (how === 'double') return Buffer.concat([raw.subarray(0, start), piece, piece, raw.subarray(start + length)]);
    if (how === 'shorten') return raw.subarray(0, start);
    return Buffer.concat([raw.subarray(0, start), Buffer.from(by), raw.subarray(start + by.length)]);
  });

/** Bytes of any kind, mails grown from pieces of mails, and mails that were damaged on their way. */
export const anyMail = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }).map((raw) => Buffer.from(raw)),
  grown,
  damaged,
);
