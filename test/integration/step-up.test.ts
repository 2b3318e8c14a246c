import { contentHash } from '../../core/case/content-hash.ts';
import { HOUR, MINUTE, plusMs } from '../../core/time.ts';
import type { Walk } from '../support/memory/walk.ts';
import { type Bent, SoftAuthenticator } from '../support/soft-authenticator.ts';
import { BASE_URL, prove, visitor } from './respondent-pages.harness.ts';
import {
  type AtStep,
  answerStep,
  asking,
  atConsoleStep,
  atStep,
  codeAt,
  decision,
  enrolApp,
  nextStep,
  passkeyOptions,
  secretOn,
  toDecide,
  typesOf,
} from './step-up.harness.ts';
import { hiddenIn, resultOf, stepOf } from './task-pages.harness.ts';

const ways: readonly (readonly [string, (walk: Walk) => Promise<AtStep>])[] = [
  ['behind a mailed link', atStep],
  ['in the console', atConsoleStep],
];

const decided = async (walk: Walk) =>
  (await walk.ports.trail.read(walk.caseId)).findLast(({ type }) => type === 'SanctionDecided');

describe.each(ways)('a decision that asks for step-up, %s', (_where, at) => {
  it('shows nothing of the case before: enrols a code app, opens the case, and records how', async () => {
    const here = await at(await toDecide());
    expect([here.page.status, stepOf(here.page)]).toEqual([200, 'step-up']);
    expect(here.page.body).not.toContain((await here.walk.state()).caseId);
    await enrolApp(here);
    const page = await here.person.get(here.link);
    expect([page.status, stepOf(page)]).toEqual([200, 'act']);
    const done = await here.person.post(here.link, { ...hiddenIn(page), ...decision });
    expect([done.status, resultOf(done)]).toEqual([200, 'done']);
    expect((await decided(here.walk))?.actor).toMatchObject({ kind: 'official', stepUp: 'TOTP' });
  });

  it('enrols a passkey, and takes it the next time', async () => {
    const here = await at(await toDecide());
    const key = new SoftAuthenticator(BASE_URL);
    const made = await answerStep(here, here.page, { credential: key.create(passkeyOptions(here.page)) });
    expect(made.status).toBe(303);
    const again = await at(here.walk);
    expect([stepOf(again.page), secretOn(again.page)]).toEqual(['step-up', '']);
    const proven = await answerStep(again, again.page, { credential: key.get(passkeyOptions(again.page)) });
    expect(proven.status).toBe(303);
    const page = await again.person.get(again.link);
    expect(resultOf(await again.person.post(again.link, { ...hiddenIn(page), ...decision }))).toBe('done');
    expect((await decided(here.walk))?.actor).toMatchObject({ stepUp: 'PASSKEY' });
  });

  it.each([
    ['the act', decision],
    ['a recusal', { outcome: 'RECUSE', reason: decision.reason }],
    ['a return', { outcome: 'RETURN', reason: decision.reason }],
  ])('does not let %s through without it', async (_what, form) => {
    const here = await at(await toDecide());
    const before = await typesOf(here.walk);
    const hidden = { ...hiddenIn(here.page), step: 'act', contentHash: contentHash(await here.walk.state()) };
    const answer = await here.person.post(here.link, { ...hidden, ...form });
    expect([answer.status, stepOf(answer)]).toEqual([403, 'step-up']);
    expect(await typesOf(here.walk)).toEqual(before);
  });

  it('does not open evidence without it', async () => {
    const here = await at(await toDecide());
    const place = `${here.link}/bukti/examination-record-1-1`;
    for (const path of [place, `${place}/gambar`, `${place}/ulang`])
      expect((await here.person.get(path)).status).toBe(404);
    await enrolApp(here);
    expect((await here.person.get(place)).status).toBe(200);
  });

  it('asks again once the proof is an hour old, and for another task', async () => {
    const here = await at(await toDecide());
    await enrolApp(here);
    const page = await here.person.get(here.link);
    here.walk.at(plusMs(here.walk.store.now, 61 * MINUTE));
    const late = await here.person.post(here.link, { ...hiddenIn(page), ...decision });
    expect(late.status).toBe(403);
    expect(stepOf(late)).not.toBe('act');
    expect(await decided(here.walk)).toBeUndefined();
  });

  it('takes a code once: not the same, not an earlier one, not from another browser', async () => {
    const first = await at(await toDecide());
    const secret = await enrolApp(first);
    const second = await at(first.walk);
    for (const steps of [0, -1]) {
      const replay = await answerStep(second, second.page, { code: codeAt(first.walk, secret, steps) });
      expect([replay.status, replay.body.includes('sudah pernah dipakai')]).toEqual([422, true]);
    }
    nextStep(first.walk);
    expect((await answerStep(second, second.page, { code: codeAt(first.walk, secret) })).status).toBe(303);
  });

  it('takes the same form sent twice as one', async () => {
    const here = await at(await toDecide());
    const code = codeAt(here.walk, secretOn(here.page));
    const answers = await Promise.all([1, 2].map(() => answerStep(here, here.page, { code })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const factors = [...here.walk.store.factors.values()].flatMap((held) => held.factors);
    expect(factors).toHaveLength(1);
  });

  it.each([
    ['two steps early', 2],
    ['two steps late', -2],
  ])('refuses a code that is %s', async (_when, steps) => {
    const here = await at(await toDecide());
    const secret = await enrolApp(here);
    nextStep(here.walk, 10);
    const again = await at(here.walk);
    const answer = await answerStep(again, again.page, { code: codeAt(here.walk, secret, steps) });
    expect([answer.status, stepOf(answer)]).toEqual([422, 'step-up']);
  });

  it('is spent after five tries, and takes right ones an hour later', async () => {
    const first = await at(await toDecide());
    const secret = await enrolApp(first);
    nextStep(first.walk);
    const here = await at(first.walk);
    for (let n = 0; n < 5; n += 1) await answerStep(here, here.page, { code: '000000' });
    const spent = await answerStep(here, here.page, { code: codeAt(here.walk, secret) });
    expect([spent.status, stepOf(spent)]).toEqual([429, undefined]);
    here.walk.at(plusMs(here.walk.store.now, HOUR));
    const later = await at(here.walk);
    expect((await answerStep(later, later.page, { code: codeAt(here.walk, secret) })).status).toBe(303);
  });

  it('counts tries against the person over all browsers', async () => {
    const first = await at(await toDecide());
    const secret = await enrolApp(first);
    nextStep(first.walk);
    for (let n = 0; n < 15; n += 5) {
      const one = await at(first.walk);
      for (let tries = 0; tries < 5; tries += 1) await answerStep(one, one.page, { code: '000000' });
    }
    const here = await at(first.walk);
    expect(here.page.status).toBe(429);
    const answer = await answerStep({ ...here }, first.page, { code: codeAt(first.walk, secret) });
    expect(answer.status).not.toBe(303);
  });

  it('counts each of 32 guesses that are made at once', async () => {
    const first = await at(await toDecide());
    await enrolApp(first);
    nextStep(first.walk);
    const here = await at(first.walk);
    const guesses = Array.from({ length: 32 }, (_, n) => String(n).padStart(6, '0'));
    await Promise.all(guesses.map((code) => answerStep(here, here.page, { code }).catch(() => undefined)));
    const visits = [...first.walk.store.stepUps.values()].map(({ tries }) => tries);
    expect(Math.max(...visits)).toBe(5);
  });

  it('refuses a form that is not of this browser', async () => {
    const here = await at(await toDecide());
    const code = codeAt(here.walk, secretOn(here.page));
    const forged = await here.person.post(here.link, { step: 'step-up', csrf: 'a'.repeat(64), code });
    expect([403, 404]).toContain(forged.status);
    const foreign = await here.person.post(
      here.link,
      { ...hiddenIn(here.page), code },
      { origin: 'https://lain.test', 'sec-fetch-site': 'cross-site' },
    );
    expect([403, 404]).toContain(foreign.status);
    expect([...here.walk.store.factors.values()]).toEqual([]);
  });
});

describe('a passkey', () => {
  const enrolled = async () => {
    const here = await atStep(await toDecide());
    const key = new SoftAuthenticator(BASE_URL);
    const made = await answerStep(here, here.page, { credential: key.create(passkeyOptions(here.page)) });
    expect(made.status).toBe(303);
    return { key, again: await atStep(here.walk) };
  };

  const bent: readonly (readonly [string, Bent])[] = [
    ['from another site', { origin: 'https://tertib.test.lain.test' }],
    ['from this site without encryption', { origin: 'http://tertib.test' }],
    ['for another site', { rpId: 'lain.test' }],
    ['to another question', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
    ['of another kind', { type: 'webauthn.create' }],
    ['without making sure of the person', { userVerified: false }],
    ['without anybody there', { userPresent: false }],
    ['with a counter that stands still', { counter: 1 }],
    ['with a counter that goes back', { counter: 0 }],
    ['with a broken signature', { signature: Buffer.alloc(70, 1).toString('base64url') }],
    ['of a credential that nobody enrolled', { id: Buffer.alloc(32, 9).toString('base64url') }],
    ['from a frame of another site', { crossOrigin: true, origin: 'https://lain.test' }],
  ];

  it.each(bent)('is refused: an answer %s', async (_what, how) => {
    const { key, again } = await enrolled();
    const options = passkeyOptions(again.page);
    const answer = await answerStep(again, again.page, { credential: key.get(options, how) });
    expect([answer.status, stepOf(answer)]).toEqual([422, 'step-up']);
    expect(stepOf(await again.person.get(again.link))).toBe('step-up');
    const fresh = passkeyOptions(answer);
    const right = await answerStep(again, answer, { credential: key.get(fresh, { counter: 5 }) });
    expect(right.status).toBe(303);
  });

  it.each(bent.filter(([, how]) => !('counter' in how) && !('signature' in how) && !('id' in how)))(
    'is not enrolled: an answer %s',
    async (_what, how) => {
      const here = await atStep(await toDecide());
      const key = new SoftAuthenticator(BASE_URL);
      const credential = key.create(passkeyOptions(here.page), how.type === undefined ? how : { type: 'webauthn.get' });
      const answer = await answerStep(here, here.page, { credential });
      expect([answer.status, stepOf(answer)]).toEqual([422, 'step-up']);
      expect([...here.walk.store.factors.values()].flatMap(({ factors }) => factors)).toEqual([]);
    },
  );

  it('is refused when its answer is replayed, in the same browser or another', async () => {
    const { key, again } = await enrolled();
    const options = passkeyOptions(again.page);
    const credential = key.get(options);
    const other = await atStep(again.walk);
    expect((await answerStep(other, other.page, { credential })).status).toBe(422);
    expect(
      (await answerStep(again, again.page, { credential: key.get(options, { userVerified: false }) })).status,
    ).toBe(422);
    expect((await answerStep(again, again.page, { credential })).status).toBe(422);
  });

  it.each([
    ['nothing that is JSON', '{'],
    ['an empty object', '{}'],
    ['a list', '[]'],
    ['a number', '7'],
    ['a long text', JSON.stringify('x'.repeat(50_000))],
    ['parts of the wrong kind', JSON.stringify({ id: 1, rawId: {}, response: [], type: 'public-key' })],
  ])('is refused: %s', async (_what, credential) => {
    const here = await atStep(await toDecide());
    expect((await answerStep(here, here.page, { credential })).status).toBe(422);
    const { again } = await enrolled();
    expect((await answerStep(again, again.page, { credential })).status).toBe(422);
  });

  it('is asked for with verification, by the name of the site, and not one that is known is enrolled again', async () => {
    const here = await atStep(await toDecide());
    expect(passkeyOptions(here.page)).toMatchObject({
      rp: { id: 'tertib.test', name: 'Tertib' },
      attestation: 'none',
      authenticatorSelection: { userVerification: 'required' },
    });
    const { key, again } = await enrolled();
    expect(passkeyOptions(again.page)).toMatchObject({
      rpId: 'tertib.test',
      userVerification: 'required',
      allowCredentials: [{ id: key.credentialId, transports: ['internal'] }],
    });
  });

  it('allows its script on the page of step-up, and on no other', async () => {
    const here = await atStep(await toDecide());
    const policy = here.page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain('script-src https://tertib.test/assets/passkey.js;');
    expect(policy).toContain("default-src 'none'");
    await enrolApp(here);
    const page = await here.person.get(here.link);
    expect(page.headers.get('content-security-policy')).not.toContain('script-src');
  });
});

describe('where step-up is not asked for', () => {
  it('of the respondent, nothing changes for them; where it is, their page waits for it too', async () => {
    const walk = await toDecide();
    const { atOwnPage, called } = await import('./respondent-pages.harness.ts');
    const open = await atOwnPage(await called());
    expect(stepOf(open.page)).toBe('act');
    const asked = asking(await called(), { respondent: 'REQUIRED' });
    const { person, link, page } = await atOwnPage(asked);
    expect(stepOf(page)).toBe('step-up');
    const own = { outcome: 'ANSWER', statement: 'Saya menyesal.' };
    const refused = await person.post(link, { ...hiddenIn(page), step: 'act', ...own });
    expect([refused.status, stepOf(refused)]).toEqual([403, 'step-up']);
    await enrolApp({ walk: asked, person, link, page });
    const form = await person.get(link);
    expect(resultOf(await person.post(link, { ...hiddenIn(form), ...own }))).toBe('done');
    const said = (await asked.ports.trail.read(asked.caseId)).at(-1);
    expect(said).toMatchObject({ type: 'StatementRecorded', actor: { kind: 'respondent', stepUp: 'TOTP' } });
    expect(stepOf((await atStep(walk)).page)).toBe('step-up');
  });

  it('enrols nobody at a link where the agency wants it in the console', async () => {
    const here = await atStep(await toDecide({ enrolment: 'SIGNED_IN' }));
    expect([here.page.status, stepOf(here.page)]).toEqual([200, undefined]);
    expect(here.page.body).toContain('/konsol/faktor');
  });

  it('refuses an act that comes to the use case itself without it', async () => {
    const walk = await toDecide();
    const before = await typesOf(walk);
    expect(await walk.act(decision)).toMatchObject({ kind: 'refused', refusal: { code: 'STEP_UP_REQUIRED' } });
    expect(await typesOf(walk)).toEqual(before);
  });
});

describe('whoever holds the link alone', () => {
  it('learns nothing of factors: not whether one is asked for, nor by whom', async () => {
    const here = await atStep(await toDecide());
    await enrolApp(here);
    const stranger = visitor(here.walk);
    const before = await stranger.get(here.link);
    expect(stepOf(before)).toBe('request-code');
    const posted = await stranger.post(here.link, { step: 'step-up', csrf: 'a'.repeat(64), code: '123456' });
    expect([posted.status, stepOf(posted)]).toEqual([403, 'request-code']);
    expect(await prove(here.walk, stranger, here.link).then(stepOf)).toBe('step-up');
  });
});
