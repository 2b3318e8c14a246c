import { readTrailFile } from '../../../../core/trail/verify-file.ts';
import { wholeTrail } from '../../../support/builders/case.ts';
import { exportOf } from '../../../support/builders/exports.ts';

const events = wholeTrail();
const last = events.at(-1);
const head = { seq: last?.seq, hash: last?.hash };
const json = JSON.stringify;

describe('what a file turns out to be', () => {
  it.each([
    ['an export', json(exportOf()), { kind: 'export' }],
    [
      'an export on indented lines behind a byte order mark',
      `\uFEFF${json(exportOf(), null, 2)}\n`,
      { kind: 'export' },
    ],
    [
      'an export of a later version: its events and head',
      json({ ...exportOf(), version: 2, log: {} }),
      { kind: 'trail', head, events: expect.any(Array) },
    ],
    ['a trail answer', json({ events, head, log: null }), { kind: 'trail', events: expect.any(Array), head }],
    ['a trail answer without head', json({ events }), { kind: 'trail', events: expect.any(Array), head: undefined }],
    ['a list of events', json(events), { kind: 'trail', events: expect.any(Array), head: undefined }],
    [
      'events on lines',
      events.map((event) => json(event)).join('\r\n'),
      { kind: 'trail', events: JSON.parse(json(events)) },
    ],
    ['a single event', json(events[0]), { kind: 'trail', events: [JSON.parse(json(events[0]))] }],
    ['a receipt', 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln\n', { kind: 'receipt', jws: 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln' }],
  ])('%s', (_what, text, expected) => {
    expect(readTrailFile(text)).toMatchObject(expected);
  });

  it.each([
    ['nothing', '', 'The file is empty.'],
    ['no JSON', 'halo\ndunia', 'Line 1 is not JSON.'],
    ['a broken line', `${json(events[0])}\n{"seq":2,`, 'Line 2 is not JSON.'],
    ['JSON of another kind', '{"name":"x"}', 'The file has the wrong form at "events".'],
    ['a number', '7', 'The file has the wrong form at "".'],
    ['an export without keys', json({ ...exportOf(), keys: undefined }), 'The file has the wrong form at "keys".'],
    ['a trail answer whose head is no head', json({ events, head: 'x' }), 'The file has the wrong form at "head".'],
  ])('%s is unreadable, and it is said where', (_what, text, en) => {
    expect(readTrailFile(text)).toMatchObject({ kind: 'unreadable', explanation: { en } });
  });
});
