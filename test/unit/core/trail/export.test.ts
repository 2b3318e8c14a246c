import { caseExport, caseExportSchema } from '../../../../core/trail/export.ts';
import { verifyExport } from '../../../../core/trail/verify-export.ts';
import { wholeTrail } from '../../../support/builders/case.ts';
import { CASE, OTHER_CASE, START, shaOf } from '../../../support/builders/drafts.ts';
import { exportOf, type LooseExport, looseExport } from '../../../support/builders/exports.ts';
import { rewritten } from '../../../support/builders/tamper.ts';

/** An artefact that a letter or an act brought into the case. */
const paper = (name: string) => ({ artifactId: name, sha256: shaOf(name), size: 1024, mediaType: 'application/pdf' });
const LAST = wholeTrail().length;
const lastPaper = wholeTrail().findLast(({ type }) => type === 'LetterIssued')?.seq ?? 0;

const judged = (change: (file: LooseExport) => unknown) => {
  const file = looseExport();
  change(file);
  return verifyExport(caseExportSchema.parse(file));
};

describe('the export of a case', () => {
  it('has the format, the case, the head, the events, the evidence and the keys', () => {
    const events = wholeTrail();
    const last = events.at(-1);
    const key = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', kid: '1' };
    expect(caseExport({ events, exportedAt: START, keys: { keys: [key] } })).toEqual({
      format: 'tertib-case-export',
      version: 1,
      exportedAt: START,
      caseNumber: CASE,
      head: { seq: events.length, hash: last?.hash },
      events,
      evidence: [
        { artifactId: 'report', sha256: shaOf('report'), size: 512, mediaType: 'application/json' },
        { artifactId: 'capture-1', sha256: shaOf('capture-1'), size: 1024, mediaType: 'text/html' },
        paper('summons-1-1-pdf'),
        paper('examination-record-1-1'),
        paper('examination-report-1-pdf'),
      ],
      keys: { keys: [key] },
      log: null,
      timestamps: [],
      custody: [],
    });
  });

  it('reads back as what it was', () => {
    const file = exportOf();
    expect(caseExportSchema.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
  });

  it('is refused for a trail without events', () => {
    expect(() => exportOf([])).toThrow(RangeError);
  });

  it.each([
    ['private', { kty: 'EC', d: 'secret' }],
    ['symmetric', { kty: 'oct', k: 'secret' }],
  ])('is refused with a %s key', (_what, key) => {
    expect(() => exportOf(wholeTrail(), [key])).toThrow(/public key/);
  });
});

describe('an exported case', () => {
  it('is valid as it was exported', () => {
    expect(verifyExport(caseExportSchema.parse(looseExport()))).toMatchObject({ verdict: 'valid', caseId: CASE });
  });

  it.each<[string, string, number, (file: LooseExport) => unknown]>([
    ['its last event was dropped', 'gap', LAST, (file) => file.events.pop()],
    ['an event was altered', 'edit', 3, ({ events: [, , third] }) => Object.assign(third ?? {}, { at: START })],
    ['it names another case', 'edit', 1, (file) => Object.assign(file, { caseNumber: OTHER_CASE })],
    ['its head was altered', 'edit', LAST, (file) => Object.assign(file, { head: { seq: LAST, hash: shaOf('x') } })],
    [
      'evidence was exchanged',
      'edit',
      3,
      ({ evidence: [, capture] }) => Object.assign(capture ?? {}, { sha256: shaOf('x') }),
    ],
    [
      'the size of evidence was altered',
      'edit',
      1,
      ({ evidence: [report] }) => Object.assign(report ?? {}, { size: 1 }),
    ],
    ['evidence was dropped from the list', 'gap', lastPaper, (file) => file.evidence.pop()],
    [
      'evidence was added to the list',
      'unsealed',
      0,
      (file) => file.evidence.push({ ...file.evidence[0], artifactId: 'capture-7' }),
    ],
  ])('is broken where %s: %s at event %i', (_what, kind, seq, change) => {
    expect(judged(change)).toMatchObject({ verdict: 'broken', kind, seq });
  });

  it('is judged by its chain alone where it holds events of an unknown kind', () => {
    const loose = looseExport();
    const events = rewritten(loose.events, { from: 3, change: (event) => ({ ...event, type: 'EvidenceSealed' }) });
    const hash = events.at(-1)?.hash;
    const file = caseExportSchema.parse({ ...loose, events, head: { seq: events.length, hash } });
    expect(verifyExport(file)).toMatchObject({ verdict: 'valid', unknown: 1 });
  });

  it('is judged beside what is known from elsewhere', () => {
    const known = [{ seq: 1, hash: shaOf('another first event') }];
    expect(verifyExport(caseExportSchema.parse(looseExport()), { known })).toMatchObject({ kind: 'fork', seq: 1 });
  });
});
