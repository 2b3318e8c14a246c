import * as z from 'zod';
import { ServiceUnavailable, TertibError } from '../core/errors.ts';
import type { DocumentSigner, SigningFacts } from '../core/letters/document-signer.ts';

/** The service would not sign: wrong passphrase, unknown NIK, expired certificate. Trying again with the same does not help. */
export class SigningRefused extends TertibError {
  override readonly name = 'SigningRefused';
}

/** An agency's BSrE e-sign client service. */
export interface BsreConfiguration {
  /** e.g. `https://esign.contoh.go.id`, without the path */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** A passphrase over plain HTTP can be read on the way: only within a network of the agency's own, and only on its word. */
  readonly plainHttp?: boolean;
  /** Milliseconds until an answer that does not come is given up. */
  readonly timeout?: number;
}

/** Who signs. The passphrase is asked of the official for each signature and kept nowhere. */
export interface BsreCredentials {
  readonly nik: string;
  readonly passphrase: string;
}

const TIMEOUT = 60_000;
const SIGN_PATH = '/api/sign/pdf';
const LARGEST = 50_000_000;

const refusalSchema = z.object({ error: z.string().optional(), message: z.string().optional() });

/** What the service says of a refusal, without the passphrase, whatever it repeats. */
const reasonOf = (body: string, { passphrase }: BsreCredentials): string => {
  let said: z.infer<typeof refusalSchema> | undefined;
  try {
    said = refusalSchema.safeParse(JSON.parse(body)).data;
  } catch {
    said = undefined;
  }
  return (said?.error ?? said?.message ?? '').replaceAll(passphrase, '***').slice(0, 200);
};

const formOf = (pdf: Uint8Array, facts: SigningFacts, { nik, passphrase }: BsreCredentials): FormData => {
  const form = new FormData();
  form.set('file', new Blob([Uint8Array.from(pdf)], { type: 'application/pdf' }), 'surat.pdf');
  const fields = { nik, passphrase, tampilan: 'invisible', reason: facts.reason };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

/**
 * Certified signatures of the national certification authority (BSrE), by way of the agency's own client service; off unless an
 * agency configures it. Two signatures of one letter differ, so whoever signs keeps the first.
 */
export class BsreService {
  readonly #configuration: BsreConfiguration;

  /** @throws TypeError where the address is none, or would carry the passphrase in the open */
  constructor(configuration: BsreConfiguration) {
    const allowed = configuration.plainHttp === true ? /^https?:$/ : /^https:$/;
    if (!URL.canParse(configuration.url) || !allowed.test(new URL(configuration.url).protocol)) {
      throw new TypeError('the address of the BSrE client service must be https, or http where plainHttp is set');
    }
    this.#configuration = configuration;
  }

  /** A signer in the name of one official. */
  signerFor(credentials: BsreCredentials): DocumentSigner {
    return { sign: (pdf, facts) => this.#sign(formOf(pdf, facts, credentials), credentials) };
  }

  async #sign(body: FormData, credentials: BsreCredentials): Promise<Uint8Array> {
    const response = await this.#post(body);
    if (response.ok) {
      const signed = await this.#read(() => response.arrayBuffer());
      const bytes = new Uint8Array(signed);
      if (!isPdf(bytes) || bytes.length > LARGEST) throw new ServiceUnavailable('BSrE client service gave no PDF');
      return bytes;
    }
    const text = await this.#read(() => response.text());
    if (response.status >= 500 || [401, 404, 408, 429].includes(response.status)) {
      throw new ServiceUnavailable(`BSrE client service answered ${response.status}`);
    }
    throw new SigningRefused(`BSrE refused to sign (${response.status}): ${reasonOf(text, credentials)}`);
  }

  async #post(body: FormData): Promise<Response> {
    const { url, user, password, timeout = TIMEOUT } = this.#configuration;
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    return this.#read(() =>
      fetch(new URL(SIGN_PATH, url), {
        method: 'POST',
        headers: { authorization },
        body,
        // A redirect would take the passphrase elsewhere.
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
      }),
    );
  }

  /** The cause is left out: an error of the client may hold the request. */
  async #read<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch {
      throw new ServiceUnavailable('BSrE client service did not answer');
    }
  }
}
