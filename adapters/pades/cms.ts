import { createHash } from 'node:crypto';
import type * as asn1js from 'asn1js';
import type { SigningCertificate } from './certificate.ts';
import { der, integer, octets, oid, raw, rsaSha256Algorithm, sequence, setOf, sha256Algorithm, tagged } from './der.ts';
import type { RsaKey } from './rsa-key.ts';

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const attribute = (id: string, value: asn1js.BaseBlock): asn1js.Sequence => sequence(oid(id), setOf(value));

/** No signing time among them: PAdES (ETSI EN 319 142-1) has it in the PDF's own signature dictionary. */
const signedAttributes = (content: Uint8Array, certificate: SigningCertificate): asn1js.BaseBlock[] => [
  attribute(CONTENT_TYPE, oid(DATA)),
  attribute(MESSAGE_DIGEST, octets(sha256(content))),
  attribute(SIGNING_CERTIFICATE_V2, sequence(sequence(sequence(octets(sha256(certificate.der)))))),
];

/**
 * A detached CMS signature (RFC 5652) with the attributes of a CAdES baseline signature. The same content and key always give the
 * same bytes.
 */
export const detachedSignature = async (
  content: Uint8Array,
  { key, certificate }: { readonly key: RsaKey; readonly certificate: SigningCertificate },
): Promise<Uint8Array> => {
  const attributes = setOf(...signedAttributes(content, certificate));
  const signerInfo = sequence(
    integer(1),
    sequence(certificate.issuer, certificate.serial),
    sha256Algorithm(),
    tagged(0, attributes.valueBlock.value),
    rsaSha256Algorithm(),
    octets(await key.sign(der(attributes))),
  );
  const signedData = sequence(
    integer(1),
    setOf(sha256Algorithm()),
    sequence(oid(DATA)),
    tagged(0, [raw(certificate.der)]),
    setOf(signerInfo),
  );
  return der(sequence(oid(SIGNED_DATA), tagged(0, [signedData])));
};
