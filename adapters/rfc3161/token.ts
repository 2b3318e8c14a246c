import { fromBER, Integer, ObjectIdentifier, OctetString } from 'asn1js';
import {
  type AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  id_ContentType_SignedData,
  id_eContentType_TSTInfo,
  SignedData,
  type SignerInfo,
  TSTInfo,
} from 'pkijs';
import { isOneElement } from './strict-der.ts';

/** A time stamp token that is none, or not in the one form in which it is taken. */
export class MalformedToken extends Error {
  override readonly name = 'MalformedToken';
}

/** A token taken apart. Nothing in it has been verified. */
export interface ParsedToken {
  readonly info: TSTInfo;
  /** The bytes that the signature covers by their digest. */
  readonly content: Uint8Array;
  readonly signer: SignerInfo;
  readonly certificates: readonly Certificate[];
}

const MAX_TOKEN_BYTES = 64 * 1024;

/** One whole structure in its DER form and nothing after it. @throws MalformedToken */
export const wholeOf = (bytes: Uint8Array) => {
  if (bytes.byteLength > MAX_TOKEN_BYTES) throw new MalformedToken('too large');
  if (!isOneElement(bytes)) throw new MalformedToken('not one DER structure');
  const parsed = fromBER(Uint8Array.from(bytes));
  if (parsed.result.error !== '') throw new MalformedToken('not one DER structure');
  return parsed.result;
};

const octetsOf = (content: unknown): Uint8Array => {
  if (!(content instanceof OctetString)) throw new MalformedToken('no content');
  return new Uint8Array(content.getValue());
};

const isSameAlgorithm = (a: AlgorithmIdentifier, b: AlgorithmIdentifier): boolean =>
  Buffer.compare(new Uint8Array(a.toSchema().toBER()), new Uint8Array(b.toSchema().toBER())) === 0;

const onlySigner = ({ version, signerInfos, digestAlgorithms }: SignedData): SignerInfo => {
  const [signer, another] = signerInfos;
  const [digest, ...digests] = digestAlgorithms;
  if (signer === undefined || another !== undefined) throw new MalformedToken('must have one signer');
  if (version !== 3 || digests.length > 0 || digest === undefined || !isSameAlgorithm(digest, signer.digestAlgorithm)) {
    throw new MalformedToken('version or digests are not those of a time stamp');
  }
  if (signer.version !== 1 || !(signer.sid instanceof IssuerAndSerialNumber) || signer.unsignedAttrs !== undefined) {
    throw new MalformedToken('the signer is not named as it must be');
  }
  return signer;
};

/** Takes a token apart (RFC 3161, RFC 5652): one signer, signed attributes, nothing besides. @throws MalformedToken */
export const parseToken = (token: Uint8Array): ParsedToken => {
  try {
    const { contentType, content } = new ContentInfo({ schema: wholeOf(token) });
    if (contentType !== id_ContentType_SignedData) throw new MalformedToken('not signed data');
    const signed = new SignedData({ schema: content });
    if (signed.encapContentInfo.eContentType !== id_eContentType_TSTInfo)
      throw new MalformedToken('no time stamp inside');
    const inside = octetsOf(signed.encapContentInfo.eContent);
    const info = new TSTInfo({ schema: wholeOf(inside) });
    const certificates = (signed.certificates ?? []).filter((certificate) => certificate instanceof Certificate);
    if (info.version !== 1 || signed.crls !== undefined) throw new MalformedToken('not a version 1 time stamp');
    return { info, content: inside, signer: onlySigner(signed), certificates };
  } catch (error) {
    if (error instanceof MalformedToken) throw error;
    throw new MalformedToken('not a time stamp token', { cause: error });
  }
};

type Value = NonNullable<SignerInfo['signedAttrs']>['attributes'][number]['values'][number];

/** The one value of a signed attribute. @throws MalformedToken where there are none, or several */
export const attributeOf = ({ signedAttrs }: SignerInfo, type: string): Value | undefined => {
  const found = (signedAttrs?.attributes ?? []).filter((attribute) => attribute.type === type);
  if (found.length > 1 || (found[0]?.values.length ?? 1) !== 1)
    throw new MalformedToken(`attribute ${type} is not single`);
  return found[0]?.values[0];
};

export const textOfOid = (value: unknown): string | undefined =>
  value instanceof ObjectIdentifier ? value.getValue() : undefined;

export const bytesOfOctets = (value: unknown): Uint8Array | undefined =>
  value instanceof OctetString ? new Uint8Array(value.getValue()) : undefined;

export const bytesOfInteger = (value: unknown): Uint8Array | undefined =>
  value instanceof Integer ? new Uint8Array(value.valueBlock.valueHexView) : undefined;
