import { nipSchema } from '../../core/ids.ts';
import { totpOf } from '../../core/step-up/factors.ts';
import { timeStep, totpCode } from '../../core/step-up/totp.ts';
import { epochOf, plusMs } from '../../core/time.ts';
import type { Ports } from '../../core/use-cases/ports.ts';
import { addFactor, answerStepUp, removeFactor } from '../../core/use-cases/step-up/answer.ts';
import { offerStepUp } from '../../core/use-cases/step-up/offer.ts';
import { type StepUpPlace, standingAt, stepUpProof } from '../../core/use-cases/step-up/place.ts';
import { askRecovery, closeRecovery, isAdministrator } from '../../core/use-cases/step-up/recovery.ts';
import { type CrashPhase, faultyPorts } from '../support/faulty-ports.ts';
import { memoryPorts } from '../support/memory/ports.ts';
import { emptyStore, type Store } from '../support/memory/store.ts';
import { agency, nips, staff } from '../support/sample-staff.ts';

const who = { agencyId: agency.agencyId, nip: nipSchema.parse(nips.ppk) };
const place: StepUpPlace = { who, subject: 'task', browser: 'a browser', site: undefined };
const enrolment = 'ON_FIRST_USE';

const administrator = (n: number) => {
  const nip = nipSchema.parse(n === 0 ? nips.head : nips.division);
  const principal = { subject: `admin${n}`, agencyId: agency.agencyId, role: 'admin', nip } as const;
  if (!isAdministrator(principal)) throw new Error('no administrator');
  return principal;
};

const codeNow = ({ now }: Store, secret: string): string => totpCode(secret, timeStep(epochOf(now)));

/** The secret that the page shows. */
const offered = async (ports: Ports): Promise<string> => {
  const offer = await offerStepUp(ports, place, { enrolment });
  return offer?.kind === 'enrol' ? (offer.app?.secret ?? '') : '';
};

interface World {
  readonly store: Store;
  readonly secret: string;
}

const empty = async (): Promise<World> => {
  const store = emptyStore();
  return { store, secret: await offered(memoryPorts(store)) };
};

const enrolled = async (): Promise<World> => {
  const { store, secret } = await empty();
  await answerStepUp(memoryPorts(store), place, { answer: { code: codeNow(store, secret) }, enrolment });
  store.now = plusMs(store.now, 3 * 3_600_000);
  return { store, secret };
};

const proven = async (): Promise<World> => {
  const { store, secret } = await enrolled();
  await answerStepUp(memoryPorts(store), place, { answer: { code: codeNow(store, secret) }, enrolment });
  return { store, secret };
};

const asked = async (): Promise<World> => {
  const world = await proven();
  await askRecovery(memoryPorts(world.store), administrator(0), { nip: who.nip, reason: 'Ponselnya hilang.' });
  return world;
};

const recoveryId = ({ store }: World): string => [...store.factors.values()][0]?.recoveries[0]?.recoveryId ?? '';

type Act = (ports: Ports, world: World) => Promise<unknown>;
const prove: Act = (ports, { store, secret }) =>
  answerStepUp(ports, place, { answer: { code: codeNow(store, secret) }, enrolment });
const trials: readonly (readonly [string, () => Promise<World>, Act])[] = [
  ['showing the page', empty, (ports) => offerStepUp(ports, place, { enrolment })],
  ['enrolling at a task', empty, prove],
  [
    'enrolling at one’s own page',
    empty,
    (ports, { store, secret }) => addFactor(ports, place, { code: codeNow(store, secret) }),
  ],
  ['proving', enrolled, prove],
  [
    'removing',
    proven,
    async (ports, { store }) => {
      const [held] = store.factors.values();
      const { spentBy: _visit, ...factor } = (held && totpOf(held)) ?? { factorId: '0'.repeat(16), spentBy: '' };
      return removeFactor(ports, place, factor.factorId);
    },
  ],
  [
    'asking for a recovery',
    proven,
    (ports) => askRecovery(ports, administrator(0), { nip: who.nip, reason: 'Ponselnya hilang.' }),
  ],
  ...(['CONFIRMED', 'DECLINED'] as const).map(
    (state) =>
      [
        `a recovery that is ${state.toLowerCase()}`,
        asked,
        (ports: Ports, world: World) =>
          closeRecovery(ports, administrator(1), {
            nip: who.nip,
            recoveryId: recoveryId(world),
            reason: 'Sudah ditemui sendiri.',
            state,
          }),
      ] as const,
  ),
];

/** What counts in the end: factors without their ids, proofs, recoveries, who was told what. */
const outcome = async ({ store }: World) => {
  const ports = memoryPorts(store);
  await standingAt(ports, place);
  const [held] = store.factors.values();
  return {
    factors: held?.factors.map(({ kind, usedAt }) => ({ kind, usedAt })),
    recoveries: held?.recoveries.map(({ state, closedBy }) => ({ state, closedBy })),
    untold: held?.untold ?? [],
    proof: await stepUpProof(ports, place),
    told: [...store.mails.values()].map(({ to, subject }) => `${to}: ${subject}`).sort(),
  };
};

const calls = async (start: () => Promise<World>, act: Act): Promise<number> => {
  const world = await start();
  const faulty = faultyPorts(memoryPorts(world.store));
  await act(faulty.ports, world);
  return faulty.calls.length;
};

describe.each(trials)('%s', (_what, start, act) => {
  it('comes to the same after a crash at each call outside, before and after it took effect', async () => {
    const whole = await start();
    await act(memoryPorts(whole.store), whole);
    const expected = await outcome(whole);
    const points = await calls(start, act);
    expect(points).toBeGreaterThan(1);
    for (let at = 1; at <= points; at += 1) {
      for (const phase of ['before', 'after'] satisfies CrashPhase[]) {
        const world = await start();
        const faulty = faultyPorts(memoryPorts(world.store));
        faulty.dieAt(at, phase);
        await act(faulty.ports, world).catch(() => undefined);
        await act(memoryPorts(world.store), world);
        expect([at, phase, await outcome(world)]).toEqual([at, phase, expected]);
      }
    }
  });
});

describe('the people of this world', () => {
  it('have mailboxes, so that what they are told can be seen', () => {
    expect(staff.filter(({ mail }) => mail === undefined)).toEqual([]);
  });
});
