import { createHash } from 'node:crypto';
import { Null } from 'asn1js';
import {
  type AlgorithmIdentifier,
  type Certificate,
  CertificateChainValidationEngine,
  CryptoEngine,
  type SignerInfo,
} from 'pkijs';
import type { JudgeStamp, StampFault, StampVerdict } from '../../core/evidence/time-stamp.ts';
import type { Sha256 } from '../../core/ids.ts';
import { instantOf } from '../../core/time.ts';
import type { Anchors } from './anchors.ts';
import {
  authorityOf,
  digests,
  isBound,
  isConsistent,
  isForTimeStamping,
  isInForm,
  isValidAt,
  signerCertificate,
} from './signer-certificate.ts';
import { attributeOf, bytesOfInteger, bytesOfOctets, type ParsedToken, parseToken, textOfOid } from './token.ts';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

const webCryptoNames: Readonly<Record<string, string>> = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };

const engine = new CryptoEngine({ name: 'node', crypto: globalThis.crypto });

const hexOf = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : Buffer.from(bytes).toString('hex');

const isFor = ({ info: { messageImprint } }: ParsedToken, sha256: Sha256): boolean =>
  messageImprint.hashAlgorithm.algorithmId === SHA256 && hexOf(bytesOfOctets(messageImprint.hashedMessage)) === sha256;

/** The signed attributes name kind and digest of the content, and the signature is over them. */
const isSigned = async ({ signer, content }: ParsedToken, certificate: Certificate): Promise<boolean> => {
  const digest = digests.get(signer.digestAlgorithm.algorithmId);
  if (digest === undefined || signer.signedAttrs === undefined) return false;
  if (textOfOid(attributeOf(signer, CONTENT_TYPE)) !== TST_INFO) return false;
  const stated = hexOf(bytesOfOctets(attributeOf(signer, MESSAGE_DIGEST)));
  if (stated !== createHash(digest).update(content).digest('hex')) return false;
  return signatureHolds(signer, {
    certificate,
    hash: webCryptoNames[digest] ?? '',
    signed: signer.signedAttrs.encodedValue,
  });
};

/** With plain `rsaEncryption` the digest of the signer is meant; every other algorithm names its own. */
const RSA = '1.2.840.113549.1.1.1';

const RSA_PSS = '1.2.840.113549.1.1.10';

/** Only PSS has parameters, and verifying uses them; for the others they are nothing, or NULL, so that a token has one form. */
const areParametersInForm = ({ algorithmId, algorithmParams }: AlgorithmIdentifier): boolean =>
  algorithmId === RSA_PSS || algorithmParams === undefined || algorithmParams instanceof Null;

const signatureHolds = async (
  { signature, signatureAlgorithm }: SignerInfo,
  { certificate, hash, signed }: { certificate: Certificate; hash: string; signed: ArrayBuffer },
): Promise<boolean> => {
  const key = certificate.subjectPublicKeyInfo;
  if (!areParametersInForm(signatureAlgorithm) || !isInForm(new Uint8Array(signature.getValue()), key)) return false;
  const own = signatureAlgorithm.algorithmId === RSA ? hash : undefined;
  try {
    return await engine.verifyWithPublicKey(signed, signature, key, signatureAlgorithm, own);
  } catch {
    // An algorithm or key that the engine cannot use proves nothing.
    return false;
  }
};

const leadsToRoot = async (
  certificate: Certificate,
  others: readonly Certificate[],
  { anchors, at }: { anchors: Anchors; at: Date },
) => {
  const chain = new CertificateChainValidationEngine({
    trustedCerts: [...anchors.roots],
    certs: [...others.filter((other) => other !== certificate), certificate],
    checkDate: at,
  });
  const { result } = await chain.verify({}, engine);
  return result;
};

const invalid = (fault: StampFault): StampVerdict => ({ verdict: 'invalid', fault });

/** What is wrong with token or certificate, but for whether its chain leads anywhere. */
const faultOf = async (token: ParsedToken, certificate: Certificate): Promise<StampFault | undefined> => {
  if (!isBound(token.signer, certificate)) return 'WRONG_CERTIFICATE';
  if (!(await isSigned(token, certificate))) return 'BAD_SIGNATURE';
  if (!isForTimeStamping(certificate)) return 'WRONG_PURPOSE';
  return isValidAt(certificate, token.info.genTime) ? undefined : 'OUTSIDE_VALIDITY';
};

const judge = async (bytes: Uint8Array, sha256: Sha256, anchors: Anchors): Promise<StampVerdict> => {
  const token = parseToken(bytes);
  if (!isFor(token, sha256)) return invalid('WRONG_IMPRINT');
  const known = [...token.certificates, ...anchors.others].filter(isConsistent);
  const certificate = signerCertificate(token.signer, known);
  if (certificate === undefined) return invalid('WRONG_CERTIFICATE');
  const fault = await faultOf(token, certificate);
  if (fault !== undefined) return invalid(fault);
  const at = token.info.genTime;
  const anchored = anchors.roots.length > 0;
  if (anchored && !(await leadsToRoot(certificate, known, { anchors, at }))) return invalid('NOT_ANCHORED');
  return {
    verdict: 'valid',
    anchored,
    genTime: instantOf(at.getTime()),
    authority: authorityOf(certificate),
    serialNumber: hexOf(bytesOfInteger(token.info.serialNumber)) ?? '00',
  };
};

/**
 * Judges tokens by these anchors: form, imprint, the signer's certificate as the token binds it (ESSCertID), signature, purpose (critical
 * `timeStamping`), validity at the stamped time, and the chain to a root. Without roots the last is not judged, and the verdict says so.
 */
export const judgeStampBy =
  (anchors: Anchors): JudgeStamp =>
  async (token, sha256) => {
    try {
      return await judge(token, sha256, anchors);
    } catch {
      // Besides MalformedToken: the ASN.1 library throws what it likes at bytes it did not expect.
      return invalid('MALFORMED');
    }
  };
