import { z } from 'zod';
import { systemActor } from '../../../core/case/actor.ts';
import { append } from '../../../core/case/append.ts';
import { storeEvidence } from '../../../core/case/commands/evidence.ts';
import { replay } from '../../../core/case/fold.ts';
import { rowOf } from '../../../core/case/row.ts';
import { artifactIdSchema, caseIdSchema, commandIdSchema } from '../../../core/ids.ts';
import { receiptHashOf } from '../../../core/intake/intake.ts';
import { sha256Hex } from '../../../core/trail/digest.ts';
import { pathTo, trailOf } from '../../support/builders/case.ts';
import { reportReceived } from '../../support/builders/drafts.ts';
import { nipOf } from '../../support/builders/staff.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../../support/dynamodb.ts';
import {
  aReport,
  dynamoStores,
  from,
  type HttpWorld,
  people,
  postForm,
  postJson,
  startHttpApp,
} from '../../support/http-app.ts';

let db: TestDynamoDb;
let world: HttpWorld;

beforeAll(async () => {
  db = await startTestDynamoDb();
  world = await startHttpApp({ stores: dynamoStores(db) });
});
afterAll(async () => {
  await world.close();
  await db.close();
});

const filedSchema = z.object({
  caseNumber: caseIdSchema,
  receiptCode: z.string(),
  receipt: z.string(),
  statusUrl: z.literal('https://tertib.test/lacak'),
  uploads: z.array(
    z.object({
      fileName: z.string(),
      url: z.string(),
      method: z.literal('PUT'),
      headers: z.record(z.string(), z.string()),
      expiresAt: z.iso.datetime(),
    }),
  ),
});
const file = async (over: Record<string, unknown> = {}) => {
  const answer = await world.app.request('/v1/reports', postJson(aReport(over)));
  expect(answer.status).toBe(201);
  expect(answer.headers.get('location')).toBe('/v1/reports/status');
  return filedSchema.parse(await answer.json());
};
const ask = (path: string, receiptCode: string, init: RequestInit = {}, env = {}) =>
  world.app.request(
    path,
    { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), authorization: `Receipt ${receiptCode}` } },
    env,
  );

describe('a report by the API', () => {
  it('is durable when 201 is sent, and followed by its code however it is typed', async () => {
    const filed = await file();
    expect(await world.ports.trail.read(filed.caseNumber)).toHaveLength(1);
    for (const typed of [filed.receiptCode, filed.receiptCode.toLowerCase().replaceAll('-', ' ')]) {
      const answer = await ask('/v1/reports/status', typed);
      expect(await answer.json()).toEqual({
        caseNumber: filed.caseNumber,
        status: 'RECEIVED',
        statusText: 'Laporan Anda sudah tersimpan dan bernomor.',
        updatedAt: world.clock.now(),
        messages: [],
      });
    }
  });

  it('takes messages, and shows them back', async () => {
    const { receiptCode, caseNumber } = await file();
    const sent = await ask('/v1/reports/messages', receiptCode, postJson({ text: 'Saya ingat tanggalnya.' }));
    expect([sent.status, await sent.json()]).toEqual([201, { caseNumber }]);
    const status = await (await ask('/v1/reports/status', receiptCode)).json();
    expect(status).toMatchObject({ messages: [{ from: 'REPORTER', text: 'Saya ingat tanggalnya.' }] });
  });

  it('is asked for without a code by nobody', async () => {
    for (const authorization of ['', 'Bearer x', 'Receipt', 'Receipt <>']) {
      const answer = await world.app.request('/v1/reports/status', { headers: { authorization } });
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Receipt']);
    }
  });

  it('takes announced attachments where its answer says, and only those', async () => {
    const bytes = new TextEncoder().encode('gambar');
    const { uploads } = await file({
      attachments: [{ fileName: 'a.png', mediaType: 'image/png', size: 6, sha256: sha256Hex('gambar') }],
    });
    const [upload] = uploads;
    if (upload === undefined) throw new Error('no upload is offered');
    const put = (body: Uint8Array<ArrayBuffer>, url = upload.url) =>
      world.app.request(url, { method: 'PUT', body, headers: upload.headers });
    expect((await put(new TextEncoder().encode('gambur'))).status).toBe(422);
    expect((await put(new TextEncoder().encode('gambar besar'))).status).toBe(422);
    expect((await put(bytes, `${upload.url}x`)).status).toBe(404);
    expect((await put(bytes)).status).toBe(204);
    world.clock.advance(2 * 86_400_000);
    expect((await put(bytes)).status).toBe(404);
  });
});

describe('the outcome', () => {
  it.each([
    ['id', 'Laporan Anda terbukti'],
    ['en', 'Your report was found proven'],
  ])('is told in the end as a message of the office, without the sanction (%s)', async (language, beginning) => {
    const caseId = caseIdSchema.parse(`CONTOH-2026-0000000${language === 'id' ? 'A' : 'B'}`);
    const receiptHash = receiptHashOf(`0000-0000-0000-${language === 'id' ? 'AAAA' : 'BBBB'}`);
    const [, ...later] = pathTo.CLOSED;
    const events = trailOf([reportReceived({ receiptHash }), ...later], { caseId });
    for (const event of events) await world.ports.trail.append(event);
    const state = replay(events);
    if (state === undefined || !('sanction' in state)) throw new Error('the sample case has no sanction');
    await world.ports.cases.project(rowOf(state));
    const code = `0000-0000-0000-${language === 'id' ? 'AAAA' : 'BBBB'}`;
    const answer = await ask('/v1/reports/status', code, { headers: { 'accept-language': language } });
    const text = await answer.text();
    expect(JSON.parse(text).messages.at(-1)).toMatchObject({
      from: 'OFFICER',
      text: expect.stringContaining(beginning),
    });
    for (const secret of [state.sanction.sanctionCode, state.sanction.reason, people.accused, people.superior]) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('whoever guesses codes', () => {
  it('gets 404 each time until the limit, then 429; a true code of another client is not held up', async () => {
    const { receiptCode } = await file();
    const statuses: number[] = [];
    for (let n = 0; n < 31; n += 1) {
      statuses.push((await ask('/v1/reports/status', `0000-0000-0000-00${10 + n}`, {}, from('192.0.2.1'))).status);
    }
    expect(statuses).toEqual([...Array(30).fill(404), 429]);
    expect((await ask('/v1/reports/status', receiptCode, {}, from('192.0.2.2'))).status).toBe(200);
  });
});

describe('the report form', () => {
  const formKeyOf = async (): Promise<string> => {
    const page = await (await world.app.request('/lapor')).text();
    return /name="formKey" value="([0-9a-f]{32})"/.exec(page)?.[1] ?? '';
  };
  const fields = {
    agencyId: 'contoh',
    reporterKind: 'anonymous',
    respondentName: 'Terlapor Pertama',
    respondentNip: `${nipOf(4).slice(0, 8)} ${nipOf(4).slice(8)}`,
    description: 'Menyebarkan berita bohong\r\ndi akun media sosialnya.',
    occurredAt: '2026-11-22',
    urls: 'https://contoh.test/1\r\n\r\nhttps://contoh.test/2',
    accountPlatform: '',
    accountHandle: '',
    email: '',
  };
  const shown = (page: string) => ({
    number: /CONTOH-\d{4}-[0-9A-Z]{8}/.exec(page)?.[0] ?? '',
    code: /data-receipt-code>([0-9A-Z-]{19})</.exec(page)?.[1] ?? '',
  });

  it('files what was typed and shows the code once', async () => {
    const answer = await world.app.request('/lapor', postForm({ ...fields, formKey: await formKeyOf() }));
    expect(answer.status).toBe(201);
    const { number, code } = shown(await answer.text());
    const [event] = await world.ports.trail.read(caseIdSchema.parse(number));
    expect(event?.data).toMatchObject({
      channel: 'FORM',
      urlCount: 2,
      occurredOn: '2026-11-22',
      claimedRespondentNip: nipOf(4),
      anonymous: true,
    });
    expect((await ask('/v1/reports/status', code)).status).toBe(200);
  });

  it('files one case when it is sent twice', async () => {
    const form = { ...fields, formKey: await formKeyOf() };
    const first = shown(await (await world.app.request('/lapor', postForm(form))).text());
    const second = shown(await (await world.app.request('/lapor', postForm(form))).text());
    expect(second).toEqual(first);
    const changed = await world.app.request(
      '/lapor',
      postForm({ ...form, description: 'Ini peristiwa yang lain sama sekali.' }),
    );
    expect(changed.status).toBe(409);
    expect(await changed.text()).toContain('sudah pernah dikirim');
  });

  it('comes back with what was typed and with what is wrong, each at its input', async () => {
    const wrong = {
      ...fields,
      description: 'pendek',
      urls: 'https://contoh.test\njavascript:alert(1)',
      reporterKind: 'named',
      respondentNip: '1',
    };
    const answer = await world.app.request('/lapor', postForm({ ...wrong, formKey: await formKeyOf() }));
    const page = await answer.text();
    expect(answer.status).toBe(422);
    for (const field of ['description', 'urls', 'name', 'respondentNip'])
      expect(page).toContain(`<a href="#${field}">`);
    expect(page).toContain('Tautan 2:');
    expect(page).toContain('pendek</textarea>');
    expect(page).toContain('javascript:alert(1)</textarea>');
    expect(page).toContain('value="Terlapor Pertama"');
  });

  it('refuses inputs that it does not have, and inputs that come twice', async () => {
    const formKey = await formKeyOf();
    expect((await world.app.request('/lapor', postForm({ ...fields, formKey, admin: '1' }))).status).toBe(422);
    const twice = postForm({ ...fields, formKey });
    expect((await world.app.request('/lapor', { ...twice, body: `${twice.body}&agencyId=lain` })).status).toBe(422);
  });

  it('never carries markup that was typed', async () => {
    const evil = '"><script>alert(1)</script>';
    const answer = await world.app.request(
      '/lapor',
      postForm({ ...fields, respondentName: evil, description: evil, formKey: await formKeyOf() }),
    );
    expect(await answer.text()).not.toContain('<script');
  });
});

describe('the page that follows a report', () => {
  const lacak = (path: string, form: Record<string, string>) =>
    world.app.request(path, postForm(form), from('192.0.2.9'));

  it('shows status and messages for the code in the body, and takes a message', async () => {
    const { receiptCode, caseNumber } = await file();
    expect(await (await lacak('/lacak', { receiptCode })).text()).toContain(caseNumber);
    const page = await (await lacak('/lacak/pesan', { receiptCode, text: 'Ada saksi lain.' })).text();
    expect(page).toContain('Ada saksi lain.');
    expect(page).toContain('Pesan Anda terkirim.');
  });

  it('says of a wrong code only that it is not known', async () => {
    for (const receiptCode of ['0000-0000-0000-9999', '', 'x'.repeat(500)]) {
      const answer = await lacak('/lacak', { receiptCode });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('Kode ini tidak dikenal.');
    }
  });

  it('keeps a message that is refused in its box', async () => {
    const { receiptCode } = await file();
    const answer = await lacak('/lacak/pesan', { receiptCode, text: 'x\u202Ey' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('x\u202Ey</textarea>');
  });

  it('takes files as evidence, the same file once', async () => {
    const { receiptCode, caseNumber } = await file();
    const send = () => {
      const body = new FormData();
      body.set('receiptCode', receiptCode);
      body.append('file', new File(['tangkapan layar'], 'layar.png', { type: 'image/png' }));
      body.append('file', new File(['<script>'], 'x.html', { type: 'text/html' }));
      return world.app.request('/lacak/berkas', { method: 'POST', body }, from('192.0.2.9'));
    };
    const page = await (await send()).text();
    expect(page).toContain(sha256Hex('tangkapan layar'));
    await send();
    const events = await world.ports.trail.read(caseNumber);
    expect(events.filter(({ type }) => type === 'EvidenceStored')).toHaveLength(2);
  });

  it('takes no empty file', async () => {
    const { receiptCode } = await file();
    const body = new FormData();
    body.set('receiptCode', receiptCode);
    body.append('file', new File([], ''));
    expect((await world.app.request('/lacak/berkas', { method: 'POST', body })).status).toBe(422);
  });
});

describe('staff', () => {
  const get = async (path: string) =>
    world.app.request(path, {
      headers: { authorization: `Bearer ${await world.token({ role: 'auditor', nip: people.auditor })}` },
    });

  it('see the evidence, and download it with a reason that is kept', async () => {
    const { caseNumber, receiptCode } = await file();
    await ask('/v1/reports/messages', receiptCode, postJson({ text: 'Saya ingat tanggalnya.' }));
    const evidence = z
      .array(z.looseObject({ artifactId: z.string(), kind: z.string() }))
      .parse(await (await get(`/v1/cases/${caseNumber}/evidence`)).json());
    expect(evidence.map(({ kind }) => kind)).toEqual(['REPORT', 'MESSAGE']);
    const place = `/v1/cases/${caseNumber}/evidence/${evidence[1]?.artifactId}`;
    world.clock.advance(1000);
    const download = await get(`${place}?reason=Pemeriksaan%20berkala`);
    expect(await download.text()).toBe('Saya ingat tanggalnya.');
    expect(download.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+"$/);
    expect(download.headers.get('content-type')).toBe('application/octet-stream');
    const looks = await world.ports.accessLog.list(caseNumber);
    expect(looks.at(-1)).toMatchObject({
      action: 'evidence-downloaded',
      detail: expect.stringContaining('Pemeriksaan berkala'),
    });
  });

  it('see the address that a capture came from, which stands in the report alone', async () => {
    const { caseNumber } = await file();
    const [received] = await world.ports.trail.read(caseNumber);
    if (received?.type !== 'ReportReceived') throw new Error('the report is not there');
    const page = await world.ports.evidence.put({ bytes: new TextEncoder().encode('<p>'), mediaType: 'text/html' });
    await append(world.ports, {
      caseId: caseNumber,
      commandId: commandIdSchema.parse('evidence:capture-1-1'),
      actor: systemActor('CaptureEvidence'),
      command: storeEvidence({
        artifactId: artifactIdSchema.parse('capture-1-1'),
        kind: 'CAPTURE',
        mediaType: 'text/html',
        method: 'HTTP',
        quality: 'COMPLETE',
        capturedAt: world.clock.now(),
        source: { sha256: received.data.report.sha256, urlIndex: 0 },
        ...page,
      }),
    });
    expect(JSON.stringify(await world.ports.trail.read(caseNumber))).not.toContain('contoh.test/unggahan');
    const evidence = await (await get(`/v1/cases/${caseNumber}/evidence`)).json();
    expect(evidence).toMatchObject([
      { kind: 'REPORT' },
      { kind: 'CAPTURE', sourceUrl: 'https://contoh.test/unggahan/1', quality: 'COMPLETE', method: 'HTTP' },
    ]);
  });

  it.each(['', '/trail', '/evidence', '/export', '/evidence/report?reason=Pemeriksaan'])(
    'never see who reported (%s)',
    async (part) => {
      const { caseNumber } = await file({ reporter: { name: 'Ani Pelapor', email: 'ani@contoh.test' } });
      const answer = await get(`/v1/cases/${caseNumber}${part}`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toMatch(/Ani Pelapor|ani@contoh/);
    },
  );
});
