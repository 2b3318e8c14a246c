import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { awsClientOptions } from '../../adapters/aws-client.ts';
import { readSecret, readSecretText } from '../../adapters/secrets-manager.ts';
import { MalformedItem, ServiceUnavailable } from '../../core/errors.ts';
import { type Answer, serve, type TestServer } from '../support/serve.ts';

const secretArn = 'arn:aws:secretsmanager:ap-southeast-3:111111111111:secret:tertib/letters-a1B2c3';
const schema = z.strictObject({ key: z.base64(), passphrase: z.string().min(1) });
const held = { key: 'MIIK', passphrase: 'rahasia-sekali' };

const holding = (text: string): Answer => ({
  status: 200,
  body: { ARN: secretArn, Name: 'tertib/letters', VersionId: 'v1', SecretString: text },
});

describe('reading a secret', () => {
  let server: TestServer;
  let client: SecretsManagerClient;
  let answers: Answer[];

  beforeAll(async () => {
    server = await serve(() => answers.shift() ?? { status: 500, body: { __type: 'InternalServiceError' } });
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const address = { region: 'ap-southeast-3', endpoint: server.endpoint, credentials };
    client = new SecretsManagerClient(awsClientOptions(address));
  });
  afterAll(async () => {
    client.destroy();
    await server.close();
  });

  const read = (...given: Answer[]) => {
    answers = given;
    return readSecret({ client, secretArn }, schema);
  };
  const failureOf = async (...given: Answer[]): Promise<Error> =>
    read(...given).then(
      () => new Error('read'),
      (error: Error) => error,
    );

  it('asks for the current version of the one secret, once', async () => {
    const before = server.seen.length;

    expect(await read(holding(JSON.stringify(held)))).toEqual(held);
    expect(server.seen).toHaveLength(before + 1);
    const request = server.seen.at(-1);
    expect([request?.method, request?.headers['x-amz-target']]).toEqual(['POST', 'secretsmanager.GetSecretValue']);
    expect(JSON.parse(request?.body ?? '')).toEqual({ SecretId: secretArn });
  });

  it('gives the text as it is to whoever reads it otherwise', async () => {
    answers = [holding('bukan { JSON')];

    expect(await readSecretText({ client, secretArn })).toBe('bukan { JSON');
  });

  it.each([
    ['no JSON', 'rahasia-sekali { MIIK', 'the whole'],
    ['empty', '', 'the whole'],
    ['without a field', JSON.stringify({ key: 'MIIK' }), 'passphrase'],
    ['with a field that is wrong', JSON.stringify({ ...held, key: 'rahasia-sekali!' }), 'key'],
    ['with a field too many', JSON.stringify({ ...held, lain: 'rahasia-sekali' }), 'the whole'],
  ])('refuses a secret that is %s, and repeats nothing of it', async (_case, text, field) => {
    const failure = await failureOf(holding(text));

    expect(failure).toBeInstanceOf(MalformedItem);
    expect(failure.message).toBe(`secret ${secretArn} is not as it must be: ${field}`);
    expect(failure.cause).toBeUndefined();
  });

  it('refuses a secret that is bytes and no text', async () => {
    const failure = await failureOf({ status: 200, body: { ARN: secretArn, SecretBinary: 'AAAA' } });

    expect(failure).toBeInstanceOf(MalformedItem);
  });

  it('tries again what may pass by waiting', async () => {
    const busy: Answer = { status: 500, body: { __type: 'InternalServiceError' } };

    expect(await read(busy, 'lost', holding(JSON.stringify(held)))).toEqual(held);
  });

  it('says that the service is out of reach where it does not pass', async () => {
    expect(await failureOf()).toBeInstanceOf(ServiceUnavailable);
  });

  it.each(['ResourceNotFoundException', 'AccessDeniedException'])(
    'leaves %s as it is: waiting mends nothing',
    async (name) => {
      const failure = await failureOf({ status: 400, body: { __type: name, message: 'no' } });

      expect(failure.name).toBe(name);
      expect(failure).not.toBeInstanceOf(ServiceUnavailable);
    },
  );
});
