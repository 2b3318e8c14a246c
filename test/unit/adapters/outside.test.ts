import { outside } from '../../../adapters/outside.ts';
import { ServiceUnavailable } from '../../../core/errors.ts';

const failure = (fields: Record<string, unknown>) => Object.assign(new Error('failed'), fields);
const call = (error: unknown) => outside('SES SendEmail', () => Promise.reject(error));

describe('a call to an outside service', () => {
  it('gives what the service gives', async () => {
    expect(await outside('SES SendEmail', async () => 7)).toBe(7);
  });

  it.each([
    ['a fault of the service', { $metadata: { httpStatusCode: 500 } }],
    ['a service that is away', { $metadata: { httpStatusCode: 503 } }],
    ['too many requests', { $metadata: { httpStatusCode: 429 } }],
    ['throttling under another status', { name: 'ThrottlingException', $metadata: { httpStatusCode: 400 } }],
    ['DynamoDB throttling', { name: 'ProvisionedThroughputExceededException', $metadata: { httpStatusCode: 400 } }],
    ['what the service model calls retryable', { $retryable: {}, $metadata: { httpStatusCode: 400 } }],
    ['no answer in time', { name: 'TimeoutError' }],
    ['a refused connection', { code: 'ECONNREFUSED' }],
    ['a broken connection', { code: 'ECONNRESET' }],
    ['attempts without any answer', { $metadata: { attempts: 4 } }],
  ])('is unavailable for %s', async (_what, fields) => {
    const error = failure(fields);
    const thrown = await call(error).catch((caught: unknown) => caught);
    expect(thrown).toBeInstanceOf(ServiceUnavailable);
    expect(thrown).toMatchObject({ message: 'SES SendEmail failed or did not answer', cause: error });
  });

  it.each([
    ['a refusal', { name: 'MessageRejected', $metadata: { httpStatusCode: 400, attempts: 2 } }],
    ['a lack of permission', { name: 'AccessDeniedException', $metadata: { httpStatusCode: 403 } }],
    ['a bug', {}],
    ['a code that is not a connection', { code: 'ERR_INVALID_ARG_TYPE' }],
  ])('throws %s as it is', async (_what, fields) => {
    const error = failure(fields);
    await expect(call(error)).rejects.toBe(error);
  });

  it('throws what is no error as it is', async () => {
    await expect(call('odd')).rejects.toBe('odd');
  });
});
