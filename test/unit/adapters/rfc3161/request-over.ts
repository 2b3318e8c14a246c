import { OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';
import type { Sha256 } from '../../../../core/ids.ts';

const SHA256 = '2.16.840.1.101.3.4.2.1';

/** A request as anybody could make it, with the certificate asked for and without a nonce. */
export const requestOver = (sha256: Sha256, algorithmId = SHA256): Uint8Array => {
  const messageImprint = new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId }),
    hashedMessage: new OctetString({ valueHex: Uint8Array.from(Buffer.from(sha256, 'hex')) }),
  });
  return new Uint8Array(new TimeStampReq({ version: 1, messageImprint, certReq: true }).toSchema().toBER());
};
