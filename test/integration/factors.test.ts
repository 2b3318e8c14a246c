import type { Role } from '../../core/case/actor.ts';
import { nipSchema } from '../../core/ids.ts';
import { HOUR, plusMs } from '../../core/time.ts';
import type { Walk } from '../support/memory/walk.ts';
import { agency, nips, staff } from '../support/sample-staff.ts';
import { SoftAuthenticator } from '../support/soft-authenticator.ts';
import { BASE_URL, signedIn, visitor } from './respondent-pages.harness.ts';
import {
  answerStep,
  atStep,
  codeAt,
  enrolApp,
  nextStep,
  passkeyOptions,
  secretOn,
  toDecide,
} from './step-up.harness.ts';
import { type Answer, type Browser, hiddenIn, stepOf } from './task-pages.harness.ts';

const OWN = '/konsol/faktor';
const RECOVERY = '/konsol/pemulihan';
const WHY = 'Ponselnya hilang; sudah ditemui langsung dan diperiksa kartu pegawainya.';
const roles: readonly Role[] = ['triage', 'superior', 'examiner', 'ppk', 'auditor', 'admin'];
const admins = ['198101012005011011', '198201012006012012', '198301012007011013'] as const;

const world = async (): Promise<Walk> => {
  const walk = await toDecide();
  const [base] = staff;
  if (base === undefined) throw new Error('no staff');
  for (const [n, nip] of admins.entries()) {
    const mail = `admin${n}@uji.tertib.test`;
    await walk.ports.directory.putStaff({
      ...base,
      nip: nipSchema.parse(nip),
      name: `Admin ${n}`,
      mail,
      roles: ['admin'],
    });
  }
  return walk;
};

const adminAt = (walk: Walk, n: 0 | 1 | 2): Promise<Browser> => {
  walk.at(plusMs(walk.store.now, 1));
  return signedIn(walk, 'admin', admins[n]);
};
const heldBy = (walk: Walk, nip: string) => walk.store.factors.get(`${agency.agencyId}#${nip}`);
const mailsTo = (walk: Walk, to: string) =>
  [...walk.store.mails.values()].filter((mail) => mail.to === to).map(({ subject }) => subject);

const formIn = ({ body }: Answer, step: string): Record<string, string> => {
  const form = new RegExp(`<form[^>]*data-step="${step}"[\\s\\S]*?</form>`).exec(body)?.[0] ?? '';
  return hiddenIn({ status: 200, headers: new Headers(), body: form });
};

/** What stands in the one form that removes a factor. */
const removalIn = ({ body }: Answer): Record<string, string> => {
  const [form = ''] = body.match(/<form(?:(?!<\/form>)[\s\S])*name="factorId"[\s\S]*?<\/form>/) ?? [];
  return hiddenIn({ status: 200, headers: new Headers(), body: form });
};

const ownPage = async (walk: Walk) => {
  walk.at(plusMs(walk.store.now, 1));
  const person = await signedIn(walk, 'ppk', nips.ppk);
  return { walk, person, link: OWN, page: await person.get(OWN) };
};

describe('one’s own factors', () => {
  it('are enrolled first without, then only with a proof, several passkeys among them', async () => {
    const here = await ownPage(await world());
    expect([here.page.status, stepOf(here.page)]).toEqual([200, 'enrol']);
    const secret = await enrolApp(here);
    const proven = await here.person.get(OWN);
    expect([stepOf(proven), secretOn(proven), proven.body.includes('Aplikasi kode')]).toEqual(['enrol', '', true]);
    for (const key of [new SoftAuthenticator(BASE_URL), new SoftAuthenticator(BASE_URL)]) {
      const page = await here.person.get(OWN);
      const added = await answerStep(
        here,
        { ...page },
        { ...formIn(page, 'enrol'), credential: key.create(passkeyOptions(page)) },
      );
      expect(added.status).toBe(303);
    }
    expect(heldBy(here.walk, nips.ppk)?.factors.map(({ kind }) => kind)).toEqual(['TOTP', 'PASSKEY', 'PASSKEY']);
    // A new session has to prove one before it sees a way to add or remove.
    const later = await ownPage(here.walk);
    expect([stepOf(later.page), later.page.body.includes('name="factorId"')]).toEqual(['step-up', false]);
    const sneaked = await later.person.post(OWN, {
      ...hiddenIn(later.page),
      step: 'enrol',
      code: codeAt(here.walk, secret, 1),
    });
    expect([sneaked.status, stepOf(sneaked)]).toEqual([422, 'step-up']);
    expect(heldBy(here.walk, nips.ppk)?.factors).toHaveLength(3);
  });

  it('are removed with a proof, never without, and the person is told', async () => {
    const here = await ownPage(await world());
    const secret = await enrolApp(here);
    const [app] = heldBy(here.walk, nips.ppk)?.factors ?? [];
    const factorId = app?.factorId ?? '';
    nextStep(here.walk);
    const later = await ownPage(here.walk);
    const form = { ...hiddenIn(later.page), step: 'remove', factorId };
    expect((await later.person.post(OWN, form)).status).toBe(422);
    expect(heldBy(here.walk, nips.ppk)?.factors).toHaveLength(1);
    await answerStep(later, later.page, { code: codeAt(here.walk, secret) });
    const proven = await later.person.get(OWN);
    expect(removalIn(proven)).toMatchObject({ step: 'remove', factorId });
    expect((await later.person.post(OWN, removalIn(proven))).status).toBe(303);
    expect((await later.person.post(OWN, removalIn(proven))).status).toBe(303);
    expect(heldBy(here.walk, nips.ppk)?.factors).toEqual([]);
    expect(mailsTo(here.walk, 'bupati.uji@uji.tertib.test').filter((subject) => /bukti diri/i.test(subject))).toEqual([
      'Bukti diri baru didaftarkan atas nama Anda',
      'Bukti diri atas nama Anda dihapus',
    ]);
  });

  it('are at most ten', async () => {
    const here = await ownPage(await world());
    await enrolApp(here);
    for (let n = 0; n < 9; n += 1) {
      const page = await here.person.get(OWN);
      const key = new SoftAuthenticator(BASE_URL);
      const fields = { ...formIn(page, 'enrol'), credential: key.create(passkeyOptions(page)) };
      expect((await here.person.post(OWN, fields)).status).toBe(303);
    }
    const full = await here.person.get(OWN);
    expect(full.body).not.toContain('data-passkey=');
    expect((await here.person.post(OWN, { ...formIn(full, 'enrol'), step: 'enrol', code: '123456' })).status).not.toBe(
      303,
    );
    expect(heldBy(here.walk, nips.ppk)?.factors).toHaveLength(10);
  });

  it('die with their removal also where they have just been proven', async () => {
    const task = await atStep(await world());
    const secret = await enrolApp(task);
    expect(stepOf(await task.person.get(task.link))).toBe('act');
    nextStep(task.walk);
    const own = await ownPage(task.walk);
    await answerStep(own, own.page, { code: codeAt(task.walk, secret) });
    await own.person.post(OWN, removalIn(await own.person.get(OWN)));
    expect(stepOf(await task.person.get(task.link))).toBe('step-up');
  });

  it.each(roles)(
    'are offered to a %s who is an employee, to no account that is none, and to nobody else',
    async (role) => {
      const walk = await world();
      const someone = await signedIn(walk, role, nips.head);
      expect(stepOf(await someone.get(OWN))).toBe('enrol');
      expect((await visitor(walk).get(OWN)).status).toBe(303);
      expect((await visitor(walk).post(OWN, { step: 'enrol', code: '123456' })).status).toBe(303);
      expect((await someone.post(OWN, { step: 'enrol', csrf: 'a'.repeat(64), code: '123456' })).status).toBe(404);
      expect([...walk.store.factors.values()]).toEqual([]);
    },
  );
});

describe('a recovery', () => {
  const enrolledWorld = async () => {
    const task = await atStep(await world());
    const secret = await enrolApp(task);
    return { walk: task.walk, task, secret };
  };
  const ask = async (walk: Walk, n: 0 | 1 | 2 = 0, fields: Record<string, string> = {}) => {
    const admin = await adminAt(walk, n);
    const form = formIn(await admin.get(RECOVERY), 'ask');
    return { admin, answer: await admin.post(RECOVERY, { ...form, nip: nips.ppk, reason: WHY, ...fields }) };
  };
  const close = async (admin: Browser, step: string, fields: Record<string, string> = {}) => {
    const form = formIn(await admin.get(RECOVERY), 'close');
    return admin.post(RECOVERY, { ...form, step, reason: WHY, ...fields });
  };

  it('takes two administrators: then every factor is void, also on open pages, and everyone is told', async () => {
    const { walk, task, secret } = await enrolledWorld();
    expect(stepOf(await task.person.get(task.link))).toBe('act');
    expect((await ask(walk)).answer.status).toBe(303);
    expect(stepOf(await task.person.get(task.link))).toBe('act');
    const second = await adminAt(walk, 1);
    expect((await close(second, 'confirm')).status).toBe(303);
    expect(heldBy(walk, nips.ppk)?.factors).toEqual([]);
    const page = await task.person.get(task.link);
    expect([stepOf(page), secretOn(page) === secret, secretOn(page) === '']).toEqual(['step-up', false, false]);
    for (const to of ['bupati.uji@uji.tertib.test', 'admin0@uji.tertib.test', 'admin1@uji.tertib.test']) {
      expect(
        mailsTo(walk, to)
          .filter((subject) => /bukti diri/i.test(subject))
          .slice(-2),
      ).toEqual(['Pemulihan bukti diri diminta: Bupati Uji', 'Bukti diri dipulihkan: Bupati Uji']);
    }
  });

  it('is not confirmed by whoever asked, who may withdraw it', async () => {
    const { walk } = await enrolledWorld();
    const { admin } = await ask(walk);
    const page = await admin.get(RECOVERY);
    expect(page.body).not.toContain('value="confirm"');
    const same = await close(admin, 'confirm');
    expect([same.status, same.body.includes('Yang meminta tidak boleh menyetujui')]).toEqual([422, true]);
    expect(heldBy(walk, nips.ppk)?.factors).toHaveLength(1);
    // Nor in another session of the same person.
    expect((await close(await adminAt(walk, 0), 'confirm')).status).toBe(422);
    expect((await close(admin, 'decline')).status).toBe(303);
    expect(heldBy(walk, nips.ppk)?.recoveries[0]).toMatchObject({ state: 'DECLINED', closedBy: admins[0] });
    expect((await close(await adminAt(walk, 1), 'confirm')).status).not.toBe(303);
    expect(heldBy(walk, nips.ppk)?.factors).toHaveLength(1);
  });

  it('is neither asked for nor confirmed by the person themself', async () => {
    const walk = await world();
    expect((await ask(walk, 0, { nip: admins[0] })).answer.status).toBe(422);
    expect((await ask(walk, 0, { nip: admins[1] })).answer.status).toBe(303);
    expect((await close(await adminAt(walk, 1), 'confirm')).status).toBe(422);
    expect((await close(await adminAt(walk, 2), 'confirm')).status).toBe(303);
  });

  it('lapses after three days', async () => {
    const { walk } = await enrolledWorld();
    await ask(walk);
    const second = await adminAt(walk, 1);
    const form = formIn(await second.get(RECOVERY), 'close');
    walk.at(plusMs(walk.store.now, 72 * HOUR));
    const late = await adminAt(walk, 1);
    const shown = await late.get(RECOVERY);
    expect([formIn(shown, 'close'), shown.body.includes('Lewat waktu')]).toEqual([{}, true]);
    const csrf = formIn(shown, 'ask').csrf ?? '';
    const answer = await late.post(RECOVERY, { ...form, csrf, step: 'confirm', reason: WHY });
    expect(answer.status).toBe(422);
    expect(heldBy(walk, nips.ppk)?.factors).toHaveLength(1);
  });

  it('says the same whether or not somebody has a factor', async () => {
    const { walk } = await enrolledWorld();
    const has = await ask(walk, 0, { nip: nips.ppk });
    const hasNot = await ask(walk, 0, { nip: nips.employee });
    expect([has.answer.status, has.answer.body]).toEqual([hasNot.answer.status, hasNot.answer.body]);
    const page = await has.admin.get(RECOVERY);
    for (const word of ['Aplikasi kode', 'Kunci sandi', 'TOTP', 'PASSKEY']) expect(page.body).not.toContain(word);
  });

  it.each([
    ['nobody of the agency', { nip: '199901012020011001' }],
    ['a number that is none', { nip: '12345' }],
    ['no reason', { reason: '' }],
    ['a reason that says nothing', { reason: 'hilang' }],
    ['a reason without end', { reason: 'a'.repeat(501) }],
  ])('is refused for %s', async (_what, fields) => {
    const walk = await world();
    const { answer } = await ask(walk, 0, fields);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('class="notice bad summary"');
    expect([...walk.store.factors.values()]).toEqual([]);
  });

  it('is asked for once at a time; the same form twice is one', async () => {
    const { walk } = await enrolledWorld();
    const { admin } = await ask(walk);
    const form = formIn(await admin.get(RECOVERY), 'ask');
    expect((await admin.post(RECOVERY, { ...form, nip: nips.ppk, reason: WHY })).status).toBe(303);
    expect((await ask(walk, 1)).answer.status).toBe(422);
    expect(heldBy(walk, nips.ppk)?.recoveries).toHaveLength(1);
    const second = await adminAt(walk, 1);
    const closing = { ...formIn(await second.get(RECOVERY), 'close'), step: 'confirm', reason: WHY };
    const both = await Promise.all([1, 2].map(() => second.post(RECOVERY, closing)));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(heldBy(walk, nips.ppk)?.recoveries).toHaveLength(1);
  });

  it('stands on record for auditors, who cannot act', async () => {
    const { walk } = await enrolledWorld();
    await ask(walk);
    await close(await adminAt(walk, 1), 'confirm');
    const auditor = await signedIn(walk, 'auditor', nips.auditor);
    const page = await auditor.get(RECOVERY);
    expect(page.status).toBe(200);
    for (const word of ['Bupati Uji', 'Admin 0', 'Admin 1', 'Disetujui', 'Ponselnya hilang'])
      expect(page.body).toContain(word);
    expect(page.body).not.toContain('<form method="post" action="/konsol/pemulihan"');
    const csrf = formIn(await (await adminAt(walk, 0)).get(RECOVERY), 'ask').csrf ?? '';
    expect((await auditor.post(RECOVERY, { csrf, step: 'ask', nip: nips.ppk, reason: WHY })).status).toBe(404);
  });

  it.each(roles)('is seen by administrators and auditors alone: %s', async (role) => {
    const walk = await world();
    const someone = await signedIn(walk, role, role === 'admin' ? admins[0] : nips.head);
    const sees = role === 'admin' || role === 'auditor';
    expect((await someone.get(RECOVERY)).status).toBe(sees ? 200 : 404);
    const posted = await someone.post(RECOVERY, { step: 'ask', nip: nips.ppk, reason: WHY, csrf: 'a'.repeat(64) });
    expect(posted.status).toBe(404);
    expect([...walk.store.factors.values()]).toEqual([]);
  });

  it('is not there for whoever is not signed in', async () => {
    const walk = await world();
    const nobody = visitor(walk);
    expect((await nobody.get(RECOVERY)).headers.get('location')).toContain('/konsol?kembali=');
    expect((await nobody.post(RECOVERY, { step: 'ask', nip: nips.ppk, reason: WHY })).status).toBe(303);
    expect([...walk.store.factors.values()]).toEqual([]);
  });
});
