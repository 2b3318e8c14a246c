import type { DocumentSigner, SigningFacts } from '../core/letters/document-signer.ts';
import { issuedCertificate, type SigningCertificate, selfSignedCertificate } from './pades/certificate.ts';
import { detachedSignature } from './pades/cms.ts';
import type { RsaKey } from './pades/rsa-key.ts';
import { prepareSignature } from './pades/signature-field.ts';

/**
 * @property key opened at the first signature; an error is not kept, so that the next one tries again
 * @property name who a certificate that the key gives itself names, e.g. `Tertib (sertifikat lokal)`
 */
export interface PadesConfiguration {
  readonly key: () => Promise<RsaKey>;
  readonly name: string;
}

interface Identity {
  readonly key: RsaKey;
  readonly certificate: SigningCertificate;
}

/**
 * Seals letters with a key of this system: PAdES baseline B-B (ETSI EN 319 142-1), invisible, with the certificate of
 * the key, or one that it gave itself. Such a seal shows that a letter is whole and came from here; it is no certified signature in the sense of UU ITE. The same
 * letter always gives the same bytes.
 */
export class PadesDocumentSigner implements DocumentSigner {
  readonly #configuration: PadesConfiguration;
  #identity: Identity | undefined;

  constructor(configuration: PadesConfiguration) {
    this.#configuration = configuration;
  }

  /** @throws MalformedItem where the file is no PDF of the letter printer, or is signed already */
  async sign(pdf: Uint8Array, facts: SigningFacts): Promise<Uint8Array> {
    const prepared = prepareSignature(pdf, facts);
    return prepared.complete(await detachedSignature(prepared.signed, await this.#open()));
  }

  /** The certificate (DER) to check signatures with. */
  async certificate(): Promise<Uint8Array> {
    const { certificate } = await this.#open();
    return certificate.der;
  }

  async #open(): Promise<Identity> {
    if (this.#identity === undefined) {
      const key = await this.#configuration.key();
      const certificate =
        key.certificate === undefined
          ? await selfSignedCertificate(key, this.#configuration.name)
          : issuedCertificate(key.certificate, key);
      this.#identity = { key, certificate };
    }
    return this.#identity;
  }
}
