import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type * as z from 'zod';
import { MalformedItem } from '../core/errors.ts';
import { outside } from './outside.ts';

export interface SecretOptions<T> {
  readonly client: SecretsManagerClient;
  readonly secretArn: string;
  /** What the secret holds, as JSON text. */
  readonly schema: z.ZodType<T>;
}

/** Undefined where it is no JSON. The parser's own complaint would quote the secret. */
const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Reads a secret whole, in its current version. Nothing of it reaches an error: those name the secret, and the fields that do not fit.
 * @throws ServiceUnavailable
 * @throws MalformedItem where it is not what the schema says
 */
export const readSecret = async <T>({ client, secretArn, schema }: SecretOptions<T>): Promise<T> => {
  const { SecretString } = await outside('Secrets Manager GetSecretValue', () =>
    client.send(new GetSecretValueCommand({ SecretId: secretArn })),
  );
  const parsed = schema.safeParse(jsonOf(SecretString ?? ''));
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || 'the whole'))];
  throw new MalformedItem(`secret ${secretArn} is not as it must be: ${fields.join(', ')}`);
};
