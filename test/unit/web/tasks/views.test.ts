import type { EventDraft } from '../../../../core/case/events.ts';
import { HOUR, plusMs } from '../../../../core/time.ts';
import { caseFactsOf } from '../../../../web/views/case-facts.ts';
import { evidenceOf, sizeText } from '../../../../web/views/evidence.ts';
import type { CaseMaterial } from '../../../../web/views/material.ts';
import { dueView, incidentMoment } from '../../../../web/views/moments.ts';
import { reportTextOf } from '../../../../web/views/report-text.ts';
import { principlesOf, suggestionOf } from '../../../../web/views/suggestion.ts';
import { pathTo } from '../../../support/builders/case.ts';
import {
  captureFailed,
  evidenceStored,
  principlesSuggested,
  RESPONDENT,
  reportReceived,
  START,
  shaOf,
} from '../../../support/builders/drafts.ts';
import { materialOf, text } from './material.ts';

const suggested = (start: number, end: number, artifact = 'report'): EventDraft => ({
  type: 'PrinciplesSuggested',
  data: {
    round: 1,
    outcome: 'confident',
    suggestions: [
      {
        principle: 'P8',
        confidence: 'high',
        span: { artifactSha256: shaOf(artifact), start, end },
        reason: { id: 'ajakan', en: 'a call' },
        ruleId: 'P8.x',
      },
    ],
    abstentions: [
      {
        principle: 'P5',
        gate: 'quotation',
        span: { artifactSha256: shaOf(artifact), start, end },
        reason: { id: 'kutipan', en: 'a quotation' },
      },
    ],
    packVersion: 'v1',
  },
});
const capturing = pathTo.CAPTURING;

describe('what the machine points at', () => {
  const start = text.indexOf('USIR');
  const hitsIn = (material: CaseMaterial, code: string) =>
    principlesOf(material, 'id').find((principle) => principle.code === code)?.hits ?? [];

  it('is quoted word for word between words around it, and cut at words', () => {
    const [hit] = hitsIn(materialOf([...capturing, suggested(start, start + 11)]), 'P8');
    expect(hit).toMatchObject({ span: 'USIR MEREKA', source: 'Isi laporan', reason: 'ajakan', confidence: 'high' });
    expect(hit?.before).toMatch(/^… (awal kata |kata )(awal kata )*$/);
    expect(hit?.after).toMatch(/^( akhir kata)*( akhir)? …$/);
  });

  it('stands without dots where the text begins and ends', () => {
    const whole = 'usir mereka sekarang';
    const material = materialOf([...capturing, suggested(5, 11)], { texts: new Map([[shaOf('report'), whole]]) });
    expect(hitsIn(material, 'P8')[0]).toMatchObject({ before: 'usir ', span: 'mereka', after: ' sekarang' });
  });

  it('is told from what it holds back on', () => {
    const material = materialOf([...capturing, suggested(start, start + 11)]);
    expect(hitsIn(material, 'P5')[0]).toMatchObject({ confidence: null, reason: 'kutipan' });
    expect(hitsIn(material, 'P1')).toEqual([]);
  });

  it('is marked as erased where the text is gone, or is another text', () => {
    const gone = materialOf([...capturing, suggested(start, start + 11)], { texts: new Map() });
    expect(hitsIn(gone, 'P8')[0]?.span).toBe('[teks sudah dihapus]');
    const other = materialOf([...capturing, suggested(9_000, 9_010)]);
    expect(hitsIn(other, 'P8')[0]?.span).toBe('[teks sudah dihapus]');
  });

  it('comes with all eight principles in their official wording, in either language', () => {
    const material = materialOf([...capturing, principlesSuggested()]);
    expect(principlesOf(material, 'en').map(({ code }) => code)).toEqual([
      'P1',
      'P2',
      'P3',
      'P4',
      'P5',
      'P6',
      'P7',
      'P8',
    ]);
    expect(principlesOf(material, 'en')[0]).toMatchObject({ title: 'Loyal to Pancasila and impartial' });
    expect(principlesOf(material, 'en')[0]?.wording).toBe(principlesOf(material, 'id')[0]?.wording);
  });

  it('says which rules made it, and nothing before there is any', () => {
    expect(suggestionOf(materialOf([...capturing, principlesSuggested()]), 'id')).toEqual({
      verdict: 'no-signal',
      by: 'paket aturan 1',
    });
    expect(suggestionOf(materialOf(capturing), 'id')).toBeNull();
  });
});

describe('the evidence list', () => {
  const href = (id: string) => `/bukti/${id}`;
  const list = (drafts: readonly EventDraft[], change: Partial<CaseMaterial> = {}) =>
    evidenceOf(materialOf(drafts, change), href, 'id');

  it('begins with the report, then has the links in the order of the report, failures in their place', () => {
    const source = { sha256: shaOf('report'), urlIndex: 1 };
    const views = list([
      ...capturing,
      evidenceStored('capture-1-2', { source, quality: 'LOGIN_WALL' }),
      captureFailed('capture-1-1'),
    ]);
    expect(views.map(({ title, quality, href: at }) => [title, quality, at])).toEqual([
      ['Isi laporan', 'NOT_JUDGED', '/bukti/report'],
      ['Tautan 1', 'FAILED', null],
      ['Tautan 2', 'LOGIN_WALL', '/bukti/capture-1-2'],
    ]);
    expect(views.map(({ sourceUrl }) => sourceUrl)).toEqual([null, 'https://a.test/1', 'https://a.test/2']);
    expect(views[1]?.note).toBe('Tidak menjawab.');
  });

  it('names uploads by the file names of the report and a capture by its round, and puts what was read from it beside it', () => {
    const source = { sha256: shaOf('report'), urlIndex: 0 };
    const views = list([
      reportReceived(),
      evidenceStored('attachment-1', { kind: 'ATTACHMENT', method: 'UPLOAD' }),
      evidenceStored('attachment-2', { kind: 'ATTACHMENT', method: 'UPLOAD' }),
      evidenceStored('capture-2-1-manifest', { source, kind: 'CAPTURE_MANIFEST', round: 2 }),
      evidenceStored('capture-2-1-text', { source, kind: 'CAPTURE_TEXT', round: 2 }),
      evidenceStored('capture-2-1', { source, round: 2 }),
      evidenceStored('message-1-a', { kind: 'MESSAGE', method: 'FORM' }),
    ]);
    expect(views.slice(1).map(({ title }) => title)).toEqual([
      'Lampiran 1: layar.png',
      'Lampiran 2',
      'Pesan pelapor 1',
      'Tautan 1, putaran 2',
      'Teks dari tautan 1',
      'Catatan pengambilan tautan 1',
    ]);
  });

  it('has no way to a report that was erased, and still shows its hash', () => {
    const [first] = list(capturing, { report: null });
    expect(first).toMatchObject({ href: null, sha256: shaOf('report') });
  });

  it.each([
    [0, '0 B', '0 B'],
    [1023, '1023 B', '1023 B'],
    [1024, '1 kB', '1 kB'],
    [3_400_000, '3,2 MB', '3.2 MB'],
  ])('says %d bytes as %s or %s', (bytes, id, en) =>
    expect([sizeText(bytes, 'id'), sizeText(bytes, 'en')]).toEqual([id, en]),
  );
});

describe('the facts of a case', () => {
  it('take the respondent from the report until triage names them', () => {
    const before = caseFactsOf(materialOf(pathTo.TRIAGE), 'id');
    expect(before.respondent).toMatchObject({ name: 'Seseorang', nip: null, accounts: ['Facebook: @orang'] });
    expect(before.track).toBeNull();
    const after = caseFactsOf(materialOf(pathTo.REVIEW), 'id');
    expect(after.respondent).toMatchObject({ name: 'Terlapor', nip: RESPONDENT, accounts: ['X: @terlapor'] });
    expect(after.track).toBe('DISCIPLINE_PNS');
  });

  it('keep the number of someone who has left the directory', () => {
    const facts = caseFactsOf(materialOf(pathTo.REVIEW, { people: new Map() }), 'id');
    expect(facts.respondent).toEqual({ name: null, nip: RESPONDENT, position: null, unit: null, accounts: [] });
  });

  it('say nothing that was erased', () => {
    const facts = caseFactsOf(materialOf(pathTo.TRIAGE, { report: null }), 'id');
    expect([facts.incidentAt, facts.respondent.name]).toEqual([null, null]);
    expect(reportTextOf(materialOf(pathTo.TRIAGE, { report: null }), 'id')).toBeNull();
  });

  it('give later messages of the reporter below the report, under their names', () => {
    const message = evidenceStored('message-1-a', { kind: 'MESSAGE', method: 'FORM' });
    const texts = new Map([[shaOf('message-1-a'), 'Itu hari Sabtu.']]);
    const shown = reportTextOf(materialOf([reportReceived(), message], { texts }), 'id');
    expect(shown).toMatch(
      /^awal kata[\s\S]*\n\nPesan pelapor 1 \(23 November 2026 pukul 09\.17 WIB\):\nItu hari Sabtu\.$/,
    );
  });
});

describe('a moment', () => {
  it('that is due says weekday and zone, and is over from its last minute on', () => {
    const dueAt = plusMs(START, HOUR);
    expect(dueView(dueAt, { zone: 'WITA', now: START, lang: 'id' })).toEqual({
      at: { iso: dueAt, text: 'Senin, 23 November 2026 pukul 11.15 WITA' },
      overdue: false,
    });
    expect(dueView(dueAt, { zone: 'WIT', now: dueAt, lang: 'en' })).toMatchObject({
      at: { text: 'Monday, 23 November 2026 at 12:15 WIT' },
      overdue: true,
    });
  });

  it.each([
    ['2026-11-20', '2026-11-20', '20 November 2026'],
    ['2026-11-20T23:30:00+00:00', '2026-11-20T23:30:00.000Z', '21 November 2026 pukul 06.30 WIB'],
  ])('of the incident %s is shown in the zone of the agency', (occurredAt, iso, shown) => {
    expect(incidentMoment(occurredAt, 'WIB', 'id')).toEqual({ iso, text: shown });
  });

  it('that cannot be read is not shown', () => expect(incidentMoment('kemarin', 'WIB', 'id')).toBeNull());
});
