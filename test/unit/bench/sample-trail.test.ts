import { sampleTrail } from '../../../bench/support/sample-trail.ts';
import { verifyTrail } from '../../../core/trail/verify.ts';

describe('the trails that the verifier is measured on', () => {
  it.each([
    { rounds: 1, events: 18 },
    { rounds: 2, events: 29 },
    { rounds: 99, events: 1096 },
  ])('are valid cases to their end: $rounds rounds, $events events', ({ rounds, events }) => {
    const trail = sampleTrail(7, rounds);

    expect(verifyTrail(trail)).toMatchObject({ verdict: 'valid', events, unknown: 0 });
    expect(trail.at(-1)?.type).toBe('CaseClosed');
  });

  it('differ from case to case and are the same each time', () => {
    expect(sampleTrail(1)).toEqual(sampleTrail(1));
    expect(sampleTrail(1)[0]?.hash).not.toBe(sampleTrail(2)[0]?.hash);
  });
});
