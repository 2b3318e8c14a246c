import { createHash } from 'node:crypto';
import { OctetString, Sequence } from 'asn1js';
import {
  type AlgorithmIdentifier,
  type Certificate,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  type PublicKeyInfo,
  type RelativeDistinguishedNames,
  type SignerInfo,
} from 'pkijs';
import { isEcdsaSignature } from './strict-der.ts';
import { attributeOf, bytesOfOctets, textOfOid } from './token.ts';

const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

/** The digests that are taken, by their object identifier. SHA-1 stands only where RFC 3161 itself names it. */
export const digests: ReadonlyMap<string, string> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

const isSame = (a: Uint8Array | undefined, b: Uint8Array): boolean => a !== undefined && Buffer.compare(a, b) === 0;

export const derOf = (certificate: Certificate): Uint8Array => new Uint8Array(certificate.toSchema(false).toBER());

/** As it was read: names are compared byte by byte, not by what they are held to mean. */
const encodingOf = ({ valueBeforeDecode }: RelativeDistinguishedNames): Uint8Array => new Uint8Array(valueBeforeDecode);

const EC = '1.2.840.10045.2.1';

/** Whether a signature made with this key is in the one form that it may have. */
export const isInForm = (signature: Uint8Array, { algorithm }: PublicKeyInfo): boolean =>
  algorithm.algorithmId !== EC || isEcdsaSignature(signature);

const ECDSA = '1.2.840.10045.4.';

const algorithmOf = (algorithm: AlgorithmIdentifier): Uint8Array => new Uint8Array(algorithm.toSchema().toBER());

/** What a certificate says outside of what its issuer signed must be what it says inside (RFC 5280, 4.1.1.2). */
export const isConsistent = ({ signature, signatureAlgorithm, signatureValue }: Certificate): boolean =>
  isSame(algorithmOf(signature), algorithmOf(signatureAlgorithm)) &&
  signatureValue.valueBlock.unusedBits === 0 &&
  (!signatureAlgorithm.algorithmId.startsWith(ECDSA) ||
    isEcdsaSignature(new Uint8Array(signatureValue.valueBlock.valueHexView)));

/** The certificate that the signer names by issuer and number, among those at hand. */
export const signerCertificate = (
  { sid }: SignerInfo,
  certificates: readonly Certificate[],
): Certificate | undefined =>
  sid instanceof IssuerAndSerialNumber
    ? certificates.find(
        ({ issuer, serialNumber }) =>
          isSame(encodingOf(issuer), encodingOf(sid.issuer)) && serialNumber.isEqual(sid.serialNumber),
      )
    : undefined;

/** `[algorithm], hash, ...` of the first certificate that is named: the signer's own (RFC 5816, RFC 5035). */
const firstNamed = (attribute: unknown): readonly unknown[] => {
  const list = attribute instanceof Sequence ? attribute.valueBlock.value[0] : undefined;
  const first = list instanceof Sequence ? list.valueBlock.value[0] : undefined;
  return first instanceof Sequence ? first.valueBlock.value : [];
};

const namedInV2 = (attribute: unknown, der: Uint8Array): boolean => {
  const [first, second] = firstNamed(attribute);
  if (first instanceof OctetString) return isSame(bytesOfOctets(first), createHash('sha256').update(der).digest());
  const algorithm = first instanceof Sequence ? textOfOid(first.valueBlock.value[0]) : undefined;
  const name = algorithm === undefined ? undefined : digests.get(algorithm);
  return name !== undefined && isSame(bytesOfOctets(second), createHash(name).update(der).digest());
};

const namedInV1 = (attribute: unknown, der: Uint8Array): boolean =>
  isSame(bytesOfOctets(firstNamed(attribute)[0]), createHash('sha1').update(der).digest());

/** Whether the signed attributes bind this very certificate: without it, another one for the same key could be put in its place. */
export const isBound = (signer: SignerInfo, certificate: Certificate): boolean => {
  const der = derOf(certificate);
  const second = attributeOf(signer, SIGNING_CERTIFICATE_V2);
  if (second !== undefined) return namedInV2(second, der);
  const first = attributeOf(signer, SIGNING_CERTIFICATE);
  return first !== undefined && namedInV1(first, der);
};

/** A certificate for time stamping and nothing else, marked critical (RFC 3161, 2.3). */
export const isForTimeStamping = ({ extensions = [] }: Certificate): boolean => {
  const [usage, another] = extensions.filter(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  const purposes = usage?.parsedValue instanceof ExtKeyUsage ? usage.parsedValue.keyPurposes : [];
  return another === undefined && usage?.critical === true && purposes.length === 1 && purposes[0] === TIME_STAMPING;
};

export const isValidAt = ({ notBefore, notAfter }: Certificate, at: Date): boolean =>
  notBefore.value <= at && at <= notAfter.value;

const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';

/** Whom the certificate names: common name, or organisation. */
export const authorityOf = ({ subject }: Certificate): string => {
  const named = (type: string): string | undefined =>
    subject.typesAndValues.find((part) => part.type === type)?.value.valueBlock.value;
  return (named(COMMON_NAME) ?? named(ORGANISATION) ?? 'TSA').slice(0, 300);
};
