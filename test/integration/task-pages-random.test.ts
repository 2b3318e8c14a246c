import fc from 'fast-check';
import { type Browser, browser, type Desk, hiddenIn, prove, startDesk } from './task-pages.harness.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const names = fc.constantFrom(
  ...['step', 'csrf', 'code', 'outcome', 'reason', 'contentHash', 'disclosureHash', 'respondentNip', 'track'],
  ...['caseNumber', 'principles', 'sanctionCode', 'provisions', 'impact', '__proto__', 'constructor', 'toString', ''],
);
const values = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('request-code', 'verify-code', 'act', 'PROCEED', 'MERGE', 'SANCTION', 'RECUSE', 'P1', 'R1', '\0', '‮'),
  fc.constantFrom('0'.repeat(64), '198001012005011001', 'DISCIPLINE_PNS', 'UJI-2026-00000000', 'x'.repeat(6000)),
);
const forms = fc.array(fc.tuple(fc.oneof(names, fc.string({ maxLength: 20 })), values), { maxLength: 14 });

const send = async (person: Browser, path: string, pairs: readonly (readonly [string, string])[]): Promise<number> => {
  const fields: Record<string, string[]> = Object.create(null);
  for (const [name, value] of pairs) fields[name] = [...(fields[name] ?? []), value.toWellFormed()];
  return (await person.post(path, fields)).status;
};

describe('a form that nobody made', () => {
  it('is never an error of ours at a link, dead, neutral or proven, and changes nothing in the case', async () => {
    const caseId = await desk.inTriage();
    const link = await desk.linkOf(caseId);
    const proven = browser(desk.app);
    const hidden = hiddenIn(await prove(desk, proven, link));
    const before = await desk.events(caseId);
    await fc.assert(
      fc.asyncProperty(forms, fc.constantFrom('/t/x', link), fc.boolean(), async (pairs, path, knowsThePage) => {
        const known = knowsThePage ? Object.entries(hidden).filter(([name]) => name !== 'contentHash') : [];
        const status = await send(knowsThePage ? proven : browser(desk.app), path, [...known, ...pairs]);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
    expect(await desk.events(caseId)).toEqual(before);
  });

  it('is never an error of ours whatever its bytes and its type', async () => {
    const link = await desk.linkOf(await desk.inTriage());
    const types = fc.constantFrom(
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      '',
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), types, async (body, type) => {
        const answer = await desk.app.request(`http://tertib.test${link}`, {
          method: 'POST',
          headers: { 'content-type': type },
          body,
        });
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });
});
