import * as z from 'zod';
import { NotFound } from '../../../core/errors.ts';
import type { Call } from '../base/call.ts';
import { HttpProblem } from '../base/http-problem.ts';

const CREDENTIAL = /^Receipt +([\w -]{1,64})$/i;

export const receiptHeaders = z.object({ authorization: z.string().optional() });

/** The code in `Authorization: Receipt <code>`. @throws HttpProblem 401 */
export const receiptCodeIn = ({ authorization = '' }: z.infer<typeof receiptHeaders>): string => {
  const code = CREDENTIAL.exec(authorization)?.[1];
  if (code === undefined) throw new HttpProblem('unauthenticated', { headers: { 'WWW-Authenticate': 'Receipt' } });
  return code;
};

/**
 * What to say to a code that is nobody's: the lookup did the same work as for a true one, and whoever tries many is stopped. The code
 * itself has 80 random bits; the limit is against noise.
 */
export const wrongCode = async (call: Call<unknown>): Promise<NotFound> => {
  await call.count('wrongCodes');
  return new NotFound('no case has this receipt code');
};
