import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `lost` breaks the connection; bytes are sent with status 200; a number is a status alone. */
export type Reply = Uint8Array | number | 'lost' | 'silent';

/** Extensions of a certificate, one `name=value` each. */
type Extensions = readonly string[];

const FOR_STAMPS: Extensions = ['keyUsage=critical,digitalSignature', 'extendedKeyUsage=critical,timeStamping'];

interface Issued {
  readonly name: string;
  readonly subject: string;
  readonly issuer?: string;
  readonly extensions: Extensions;
  /** `YYYYMMDDHHMMSSZ`; without both, valid for ten years from now. */
  readonly validity?: readonly [from: string, until: string];
  readonly algorithm: 'ec' | 'rsa';
}

/** A certification authority and time-stamping authorities of the engine of the `openssl` command, in a folder of their own. */
export interface TimeStampWorld {
  readonly folder: string;
  readonly url: string;
  /** The root, PEM. */
  readonly root: string;
  /** A root that had nothing to do with it, PEM. */
  readonly stranger: string;
  /** Requests that came, and what the next ones are answered with instead of a token. */
  readonly asked: Uint8Array[];
  readonly answers: Reply[];
  /** A response of this authority, without the network. */
  reply(request: Uint8Array, signer?: string): Promise<Uint8Array>;
  /** A time stamp's content under another signature: what no honest authority would sign. */
  resign(content: Uint8Array, signer: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

const openssl = (...args: string[]) => run('openssl', args, { maxBuffer: 1 << 20 });

const issue = async (folder: string, { name, subject, issuer, extensions, validity, algorithm }: Issued) => {
  const file = (ending: string) => join(folder, `${name}.${ending}`);
  const kind = algorithm === 'ec' ? ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] : ['-newkey', 'rsa:2048'];
  const base = ['req', ...kind, '-nodes', '-subj', subject, '-keyout', file('key')];
  if (issuer === undefined) {
    const added = extensions.flatMap((extension) => ['-addext', extension]);
    await openssl(...base, '-x509', '-days', '3650', ...added, '-out', file('pem'));
    return;
  }
  await openssl(...base, '-out', file('csr'));
  await writeFile(file('ext'), extensions.join('\n'));
  await writeFile(
    file('cnf'),
    `[ca]\ndefault_ca=d\n[d]\ndatabase=${file('db')}\nnew_certs_dir=${folder}\nrand_serial=yes\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\norganizationName=optional\n`,
  );
  await writeFile(file('db'), '');
  const [from, until] = validity ?? [];
  const dates = from === undefined || until === undefined ? ['-days', '3650'] : ['-startdate', from, '-enddate', until];
  await openssl(
    ...['ca', '-batch', '-notext', '-config', file('cnf'), ...dates, '-extfile', file('ext')],
    ...['-cert', join(folder, `${issuer}.pem`), '-keyfile', join(folder, `${issuer}.key`)],
    ...['-in', file('csr'), '-out', file('pem')],
  );
};

const CA: Extensions = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'];

const authorities = (algorithm: 'ec' | 'rsa'): readonly Issued[] => [
  { name: 'root', subject: '/O=Sandi Contoh/CN=Akar Contoh', extensions: [], algorithm },
  { name: 'stranger', subject: '/CN=Akar Asing', extensions: [], algorithm },
  { name: 'middle', subject: '/O=Sandi Contoh/CN=Perantara Contoh', issuer: 'root', extensions: CA, algorithm },
  { name: 'tsa', subject: '/O=Sandi Contoh/CN=Cap Waktu Contoh', issuer: 'middle', extensions: FOR_STAMPS, algorithm },
  {
    name: 'mixed',
    subject: '/CN=Serba Guna',
    issuer: 'middle',
    extensions: ['extendedKeyUsage=critical,timeStamping,codeSigning'],
    algorithm,
  },
  {
    name: 'uncritical',
    subject: '/CN=Tidak Kritis',
    issuer: 'middle',
    extensions: ['extendedKeyUsage=timeStamping'],
    algorithm,
  },
  {
    name: 'mailer',
    subject: '/CN=Surat',
    issuer: 'middle',
    extensions: ['extendedKeyUsage=critical,emailProtection'],
    algorithm,
  },
  {
    name: 'expired',
    subject: '/CN=Kedaluwarsa',
    issuer: 'middle',
    extensions: FOR_STAMPS,
    validity: ['20200101000000Z', '20210101000000Z'],
    algorithm,
  },
  { name: 'impostor', subject: '/CN=Bukan CA', issuer: 'tsa', extensions: FOR_STAMPS, algorithm },
];

const configure = async (folder: string): Promise<string> => {
  const path = join(folder, 'tsa.cnf');
  await writeFile(join(folder, 'serial'), '1000');
  await writeFile(
    path,
    `[tsa]\ndefault_tsa=t\n[t]\nserial=${join(folder, 'serial')}\ncerts=${join(folder, 'middle.pem')}\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256,sha384\naccuracy=secs:1\nordering=no\ntsa_name=no\ness_cert_id_chain=no\ness_cert_id_alg=sha256\n`,
  );
  return path;
};

let files = 0;

/** Starts the authority on a free port of this machine. */
export const startTimeStampWorld = async (algorithm: 'ec' | 'rsa' = 'ec'): Promise<TimeStampWorld> => {
  const folder = await mkdtemp(join(tmpdir(), 'tertib-tsa-'));
  for (const wanted of authorities(algorithm)) await issue(folder, wanted);
  const config = await configure(folder);
  const signing = (name: string) => [join(folder, `${name}.pem`), join(folder, `${name}.key`)] as const;
  const through = async (bytes: Uint8Array, command: (from: string, to: string) => string[]): Promise<Uint8Array> => {
    files += 1;
    const [from, to] = [join(folder, `in-${files}`), join(folder, `out-${files}`)];
    await writeFile(from, bytes);
    await openssl(...command(from, to));
    return new Uint8Array(await readFile(to));
  };
  const reply = (request: Uint8Array, signer = 'tsa') =>
    through(request, (from, to) => {
      const [certificate, key] = signing(signer);
      return ['ts', '-reply', '-config', config, '-queryfile', from, '-signer', certificate, '-inkey', key, '-out', to];
    });
  const resign = (content: Uint8Array, signer: string) =>
    through(content, (from, to) => {
      const [certificate, key] = signing(signer);
      const shape = ['-binary', '-nodetach', '-nosmimecap', '-cades', '-outform', 'DER', '-md', 'sha256'];
      const kind = ['-econtent_type', '1.2.840.113549.1.9.16.1.4', '-certfile', join(folder, 'middle.pem')];
      return ['cms', '-sign', ...shape, ...kind, '-in', from, '-signer', certificate, '-inkey', key, '-out', to];
    });
  const asked: Uint8Array[] = [];
  const answers: Reply[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    asked.push(body);
    const given = answers.shift() ?? (await reply(body));
    if (given === 'silent') return;
    if (given === 'lost') request.socket.destroy();
    else if (typeof given === 'number') response.writeHead(given).end();
    else response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(given);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    folder,
    url: `http://127.0.0.1:${port}/`,
    root: await readFile(join(folder, 'root.pem'), 'utf8'),
    stranger: await readFile(join(folder, 'stranger.pem'), 'utf8'),
    asked,
    answers,
    reply,
    resign,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
};
