import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { inspect } from 'node:util';
import { type BsreConfiguration, BsreService, SigningRefused } from '../../../adapters/bsre-document-signer.ts';
import { ServiceUnavailable } from '../../../core/errors.ts';
import type { SigningFacts } from '../../../core/letters/document-signer.ts';
import { instantSchema } from '../../../core/time.ts';

const facts: SigningFacts = {
  at: instantSchema.parse('2026-12-16T03:04:05.006Z'),
  reason: 'Keputusan',
  name: 'Dr. Hasanuddin Mahmud',
};
const credentials = { nik: '3171234567890001', passphrase: 'rahasia-Sekali!7' };
const pdf = new TextEncoder().encode('%PDF-1.7 isi');
const signedPdf = new TextEncoder().encode('%PDF-1.7 isi dan tanda tangan');

interface Answer {
  readonly status: number;
  readonly body: string | Uint8Array;
  readonly headers?: Record<string, string>;
}
interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

let server: Server;
let url: string;
let answer: Answer | 'hang' | 'break';
let asked: Asked[];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    asked.push({ method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(chunks) });
    if (answer === 'hang') return;
    if (answer === 'break') {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  url = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  answer = { status: 200, body: signedPdf };
});

const sign = (more: Partial<BsreConfiguration> = {}): Promise<Uint8Array> =>
  new BsreService({ url, user: 'tertib', password: 'sandi-layanan', plainHttp: true, ...more })
    .signerFor(credentials)
    .sign(pdf, facts);

const failure = async (more: Partial<BsreConfiguration> = {}): Promise<unknown> => {
  try {
    await sign(more);
  } catch (error) {
    return error;
  }
  throw new Error('it signed');
};

describe('signing by the BSrE client service', () => {
  it('sends the file, NIK and passphrase once, as a form, with the service’s own password', async () => {
    expect(await sign()).toEqual(signedPdf);
    const [request, ...more] = asked;
    expect(more).toEqual([]);
    expect([request?.method, request?.url]).toEqual(['POST', '/api/sign/pdf']);
    expect(request?.headers.authorization).toBe(`Basic ${Buffer.from('tertib:sandi-layanan').toString('base64')}`);
    const form = await new Response(Uint8Array.from(request?.body ?? []), {
      headers: { 'content-type': request?.headers['content-type'] ?? '' },
    }).formData();
    expect(Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))).toEqual({
      ...credentials,
      tampilan: 'invisible',
      reason: 'Keputusan',
    });
    const file = form.get('file');
    expect(file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : undefined).toEqual(pdf);
  });

  it.each([500, 502, 503, 401, 404, 408, 429])('is unavailable where the service answers %i', async (status) => {
    answer = { status, body: `kesalahan ${credentials.passphrase}` };
    expect(await failure()).toBeInstanceOf(ServiceUnavailable);
  });

  it.each([
    ['breaks the connection', 'break'],
    ['does not answer in time', 'hang'],
    ['leads elsewhere', { status: 307, body: '', headers: { location: 'http://127.0.0.1:9/' } }],
    ['answers with something else than a PDF', { status: 200, body: '<html>' }],
  ] as const)('is unavailable where the service %s', async (_what, given) => {
    answer = given;
    expect(await failure({ timeout: 200 })).toBeInstanceOf(ServiceUnavailable);
  });

  it('is unavailable where there is no service', async () => {
    expect(await failure({ url: 'http://127.0.0.1:9' })).toBeInstanceOf(ServiceUnavailable);
  });

  it.each([
    [400, '{"status_code":2031,"error":"Passphrase anda salah"}', 'Passphrase anda salah'],
    [403, '{"message":"NIK tidak terdaftar"}', 'NIK tidak terdaftar'],
    [422, 'bukan JSON', ''],
  ])('is refused, and not tried again, where the service answers %i', async (status, body, reason) => {
    answer = { status, body };
    const error = await failure();
    expect(error).toBeInstanceOf(SigningRefused);
    expect(String(error)).toContain(`(${status}): ${reason}`);
    expect(asked).toHaveLength(1);
  });

  it.each<Answer | 'hang' | 'break'>([
    { status: 400, body: JSON.stringify({ error: `salah: ${credentials.passphrase}` }) },
    { status: 500, body: credentials.passphrase },
    { status: 200, body: credentials.passphrase },
    'break',
    'hang',
  ])('never tells the passphrase in an error, whatever went wrong', async (given) => {
    answer = given;
    const shown = inspect(await failure({ timeout: 200 }), { depth: 20, showHidden: true });
    expect(shown).not.toContain(credentials.passphrase);
    expect(shown).not.toContain('sandi-layanan');
  });

  it('never shows the passphrase when it is printed', () => {
    const service = new BsreService({ url, user: 'tertib', password: 'sandi-layanan', plainHttp: true });
    const shown = inspect([service, service.signerFor(credentials)], { depth: 20, showHidden: true });
    expect(shown).not.toContain(credentials.passphrase);
    expect(shown).not.toContain('sandi-layanan');
  });

  it.each(['http://esign.contoh.go.id', 'ftp://esign.contoh.go.id', 'esign'])(
    'does not send a passphrase to %s unless the agency says that it may go in the open',
    (address) => {
      expect(() => new BsreService({ url: address, user: 'a', password: 'b' })).toThrow(TypeError);
    },
  );
});
