import { Hono } from 'hono';
import * as z from 'zod';
import { agencyIdSchema, nipSchema } from '../../core/ids.ts';
import { totpOf } from '../../core/step-up/factors.ts';
import { STEP_SECONDS, timeStep, totpCode } from '../../core/step-up/totp.ts';
import { epochOf, instantOf } from '../../core/time.ts';
import type { Ports } from '../../core/use-cases/ports.ts';
import { sealContext } from '../../core/use-cases/step-up/offer.ts';

const query = z.object({ agency: agencyIdSchema, nip: nipSchema.optional(), mail: z.string().optional() });
type Query = z.infer<typeof query>;

type TotpPorts = Pick<Ports, 'factors' | 'sealer' | 'directory' | 'clock'>;

const personOf = async ({ directory }: TotpPorts, { agency, nip, mail }: Query) =>
  (await directory.listStaff(agency)).find((person) => (nip === undefined ? person.mail === mail : person.nip === nip));

/** The next code that is good now: a spent one is good for nothing, the one of the next step is accepted early. */
const codeNow = async (ports: TotpPorts, asked: Query) => {
  const person = await personOf(ports, asked);
  const held = person && (await ports.factors.get(asked.agency, person.nip));
  const factor = held && totpOf(held);
  if (held === undefined || factor === undefined) return undefined;
  const now = timeStep(epochOf(ports.clock.now()));
  const step = Math.max(now, factor.lastStep + 1);
  if (step > now + 1) return { waitSeconds: (step - now - 1) * STEP_SECONDS };
  const secret = await ports.sealer.open(factor.sealedSecret, sealContext(held));
  return { code: totpCode(secret, step), validUntil: instantOf((step + 2) * STEP_SECONDS * 1000) };
};

/** `GET /dev/totp?agency=contoh&nip=...`: what the code app of a person of this machine would show, by the program's time. */
export const totpRoute = (ports: TotpPorts): Hono => {
  const app = new Hono();
  app.get('/dev/totp', async (c) => {
    const asked = query.safeParse(c.req.query());
    if (!asked.success)
      return c.json({ title: 'Unprocessable', status: 422, detail: z.prettifyError(asked.error) }, 422);
    const found = await codeNow(ports, asked.data);
    if (found === undefined) return c.json({ title: 'Not found', status: 404, detail: 'nobody with a code app' }, 404);
    if ('code' in found) return c.json(found);
    const detail = 'every code of now is spent: advance the clock by PT30S';
    return c.json({ title: 'Conflict', status: 409, detail, ...found }, 409);
  });
  return app;
};
