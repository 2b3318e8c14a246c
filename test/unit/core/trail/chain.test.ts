import { systemActor } from '../../../../core/case/actor.ts';
import { commandIdSchema } from '../../../../core/ids.ts';
import { chained, hashOfEvent } from '../../../../core/trail/chain.ts';
import { canonicalJson, GENESIS, sha256Hex } from '../../../../core/trail/digest.ts';
import { CASE, reportReceived, START, triageDecided } from '../../../support/builders/drafts.ts';

const place = {
  caseId: CASE,
  head: undefined,
  at: START,
  actor: systemActor('test'),
  commandId: commandIdSchema.parse('test:1'),
};

describe('an event in its place', () => {
  it('begins a trail as number 1 behind 32 zero bytes', () => {
    expect(chained(reportReceived(), place)).toMatchObject({
      caseId: CASE,
      seq: 1,
      prevHash: GENESIS,
      schemaVersion: 1,
    });
  });

  it('takes the next number and the hash of the head it stands behind', () => {
    const head = chained(reportReceived(), place);
    expect(chained(triageDecided('REJECT'), { ...place, head })).toMatchObject({ seq: 2, prevHash: head.hash });
  });

  it('states the SHA-256 of the canonical form of everything but the hash', () => {
    const { hash, ...rest } = chained(reportReceived(), place);
    expect(hash).toBe(sha256Hex(canonicalJson(rest)));
  });

  it('states the hash of what is stored, blanks around a reason included', () => {
    const draft = triageDecided('REJECT');
    const typed = { ...draft, data: { ...draft.data, reason: '  Bukan wewenang instansi ini.\n' } };
    const event = chained(typed, place);
    expect(hashOfEvent(JSON.parse(JSON.stringify(event)))).toBe(event.hash);
  });

  it('refuses data that its type does not allow', () => {
    const draft = reportReceived({ urlCount: -1 });
    expect(() => chained(draft, place)).toThrow(/urlCount/);
  });
});
