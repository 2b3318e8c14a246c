import * as z from 'zod';
import { ServiceUnavailable } from '../core/errors.ts';

/** What AWS clients put into their errors, as far as it tells whether to try again. */
const failureSchema = z.object({
  name: z.string(),
  code: z.string().optional(),
  $retryable: z.unknown().optional(),
  $metadata: z.object({ httpStatusCode: z.number().optional(), attempts: z.number().optional() }).optional(),
});

const THROTTLED =
  /^(Throttling|ThrottlingException|ThrottledException|TooManyRequestsException|RequestLimitExceeded|ProvisionedThroughputExceededException|LimitExceededException)$/;
/** Node's names for connections that could not be made or broke: ECONNREFUSED, ECONNRESET, EPIPE, ENOTFOUND, ETIMEDOUT ... */
const SOCKET_CODE = /^E[A-Z]+$/;

const isTransient = (error: unknown): boolean => {
  const failure = failureSchema.safeParse(error).data;
  if (failure === undefined) return false;
  const { httpStatusCode: status = 0, attempts = 1 } = failure.$metadata ?? {};
  return (
    // The client tried again and never had an answer.
    (status === 0 && attempts > 1) ||
    status >= 500 ||
    status === 429 ||
    failure.$retryable !== undefined ||
    failure.name === 'TimeoutError' ||
    THROTTLED.test(failure.name) ||
    SOCKET_CODE.test(failure.code ?? '')
  );
};

/**
 * Makes one call to an outside service. What may pass by waiting becomes `ServiceUnavailable`, which the workflow and the HTTP
 * edge know how to retry; what will not (a refusal, a bug) stays as the client threw it.
 * @param service named in the error
 * @throws ServiceUnavailable
 */
export const outside = async <T>(service: string, call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    if (isTransient(error)) throw new ServiceUnavailable(`${service} failed or did not answer`, { cause: error });
    throw error;
  }
};
