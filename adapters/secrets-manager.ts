import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type * as z from 'zod';
import { MalformedItem } from '../core/errors.ts';
import { outside } from './outside.ts';

export interface SecretOptions {
  readonly client: SecretsManagerClient;
  readonly secretArn: string;
}

/** The text of a secret, in its current version; empty where it holds bytes and no text. @throws ServiceUnavailable */
export const readSecretText = async ({ client, secretArn }: SecretOptions): Promise<string> => {
  const { SecretString } = await outside('Secrets Manager GetSecretValue', () =>
    client.send(new GetSecretValueCommand({ SecretId: secretArn })),
  );
  return SecretString ?? '';
};

/** Undefined where it is no JSON. The parser's own complaint would quote the secret. */
const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * What a secret holds, as JSON text. Nothing of it reaches an error: those name the secret, and the fields that do not fit.
 * @throws ServiceUnavailable
 * @throws MalformedItem where it is not what the schema says
 */
export const readSecret = async <T>(options: SecretOptions, schema: z.ZodType<T>): Promise<T> => {
  const parsed = schema.safeParse(jsonOf(await readSecretText(options)));
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || 'the whole'))];
  throw new MalformedItem(`secret ${options.secretArn} is not as it must be: ${fields.join(', ')}`);
};
