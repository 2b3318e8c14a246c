import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { awsClientOptions } from '../../adapters/aws-client.ts';
import { type Answer, type SeenRequest, serve, type TestServer } from './serve.ts';
import { signDigest } from './sign-digest.ts';

const context = z.record(z.string(), z.string()).default({});
const requestSchema = z.looseObject({ KeyId: z.string() });
const signSchema = z.strictObject({
  KeyId: z.string(),
  Message: z.base64(),
  MessageType: z.literal('DIGEST'),
  SigningAlgorithm: z.literal('ECDSA_SHA_256'),
});
const macSchema = z.strictObject({ KeyId: z.string(), Message: z.base64(), MacAlgorithm: z.literal('HMAC_SHA_256') });
const dataKeySchema = z.strictObject({ KeyId: z.string(), KeySpec: z.literal('AES_256'), EncryptionContext: context });
const decryptSchema = z.strictObject({ KeyId: z.string(), CiphertextBlob: z.base64(), EncryptionContext: context });

interface Keys {
  readonly signing: ReadonlyMap<string, { privateKey: KeyObject; publicKey: KeyObject }>;
  readonly mac: ReadonlyMap<string, Buffer>;
  readonly symmetric: ReadonlyMap<string, Buffer>;
}

const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');
const known = <T>(keys: ReadonlyMap<string, T>, id: string): T => {
  const key = keys.get(id);
  if (key === undefined) throw new KmsRefusal('NotFoundException');
  return key;
};

class KmsRefusal extends Error {
  readonly type: string;
  constructor(type: string) {
    super(type);
    this.type = type;
  }
}

const aad = (given: Record<string, string>): Buffer => Buffer.from(JSON.stringify(Object.entries(given).sort()));

const wrap = (plain: Buffer, key: Buffer, given: Record<string, string>): Buffer => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad(given));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

const unwrap = (blob: Buffer, key: Buffer, given: Record<string, string>): Buffer => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, blob.subarray(0, 12));
    decipher.setAAD(aad(given));
    decipher.setAuthTag(blob.subarray(-16));
    return Buffer.concat([decipher.update(blob.subarray(12, -16)), decipher.final()]);
  } catch {
    throw new KmsRefusal('InvalidCiphertextException');
  }
};

type Operation = (keys: Keys, body: unknown) => Record<string, unknown>;

const operations: Readonly<Record<string, Operation>> = {
  GetPublicKey: (keys, body) => {
    const { KeyId } = requestSchema.parse(body);
    const spki = known(keys.signing, KeyId).publicKey.export({ format: 'der', type: 'spki' });
    return { KeyId, PublicKey: spki.toString('base64'), KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' };
  },
  Sign: (keys, body) => {
    const { KeyId, Message, SigningAlgorithm } = signSchema.parse(body);
    const digest = bytes(Message);
    if (digest.length !== 32) throw new KmsRefusal('ValidationException');
    const { privateKey } = known(keys.signing, KeyId);
    return { KeyId, SigningAlgorithm, Signature: signDigest(digest, privateKey).toString('base64') };
  },
  GenerateMac: (keys, body) => {
    const { KeyId, Message, MacAlgorithm } = macSchema.parse(body);
    const mac = createHmac('sha256', known(keys.mac, KeyId)).update(bytes(Message)).digest('base64');
    return { KeyId, MacAlgorithm, Mac: mac };
  },
  GenerateDataKey: (keys, body) => {
    const { KeyId, EncryptionContext } = dataKeySchema.parse(body);
    const plain = randomBytes(32);
    const blob = wrap(plain, known(keys.symmetric, KeyId), EncryptionContext);
    return { KeyId, Plaintext: plain.toString('base64'), CiphertextBlob: blob.toString('base64') };
  },
  Decrypt: (keys, body) => {
    const { KeyId, CiphertextBlob, EncryptionContext } = decryptSchema.parse(body);
    const plain = unwrap(bytes(CiphertextBlob), known(keys.symmetric, KeyId), EncryptionContext);
    return { KeyId, Plaintext: plain.toString('base64') };
  },
};

const answerTo = (keys: Keys, { headers, body }: SeenRequest): Answer => {
  const operation = operations[String(headers['x-amz-target']).replace('TrentService.', '')];
  if (operation === undefined) return { status: 400, body: { __type: 'UnknownOperationException' } };
  try {
    return { status: 200, body: operation(keys, JSON.parse(body)) };
  } catch (error) {
    return { status: 400, body: { __type: error instanceof KmsRefusal ? error.type : 'ValidationException' } };
  }
};

export interface FakeKms {
  readonly client: KMSClient;
  readonly server: TestServer;
  /** Ids of keys that exist: two for signing, one for MACs, one for data keys. */
  readonly keyIds: { signing: string; formerSigning: string; mac: string; symmetric: string };
  /** From now on every request fails as in an outage. */
  fail(): void;
  close(): Promise<void>;
}

/** The part of the KMS API that this system uses, over HTTP, with real keys and real cryptography, and as strict about input. */
export const startFakeKms = async (): Promise<FakeKms> => {
  const keyIds = { signing: 'sign-2', formerSigning: 'sign-1', mac: 'mac-1', symmetric: 'seal-1' };
  const newPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keys: Keys = {
    signing: new Map([keyIds.signing, keyIds.formerSigning].map((id) => [id, newPair()])),
    mac: new Map([[keyIds.mac, randomBytes(32)]]),
    symmetric: new Map([[keyIds.symmetric, randomBytes(32)]]),
  };
  let failing = false;
  const server = await serve((request) =>
    failing ? { status: 500, body: { __type: 'KMSInternalException' } } : answerTo(keys, request),
  );
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new KMSClient(awsClientOptions({ region: 'ap-southeast-3', endpoint: server.endpoint, credentials }));
  return {
    client,
    server,
    keyIds,
    fail: () => {
      failing = true;
    },
    close: async () => {
      client.destroy();
      await server.close();
    },
  };
};
