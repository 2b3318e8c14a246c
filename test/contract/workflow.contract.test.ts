import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { awsClientOptions } from '../../adapters/aws-client.ts';
import { SfnWorkflow } from '../../adapters/sfn-workflow.ts';
import { ServiceUnavailable } from '../../core/errors.ts';
import { caseIdSchema } from '../../core/ids.ts';
import type { FlowInput } from '../../core/ports.ts';
import { contoh } from '../support/rows.ts';
import { type Answer, type SeenRequest, serve, type TestServer } from '../support/serve.ts';

const stateMachineArn = 'arn:aws:states:ap-southeast-3:123456789012:stateMachine:tertib-case';
const input: FlowInput = { caseId: caseIdSchema.parse('CONTOH-2026-7K3M9QXA'), agencyId: contoh, round: 1 };
const name = 'CONTOH-2026-7K3M9QXA-1';

const startSchema = z.strictObject({
  stateMachineArn: z.literal(stateMachineArn),
  name: z.string().max(80),
  input: z.string(),
});
const describeSchema = z.strictObject({
  executionArn: z.literal(`arn:aws:states:ap-southeast-3:123456789012:execution:tertib-case:${name}`),
});
const succeedSchema = z.strictObject({ taskToken: z.string().min(1), output: z.string() });

const refused = (type: string): Answer => ({ status: 400, body: { __type: type, message: '' } });

describe('the workflow', () => {
  let server: TestServer;
  let client: SFNClient;
  let answer: Answer;

  beforeAll(async () => {
    server = await serve(() => answer);
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    client = new SFNClient(awsClientOptions({ region: 'ap-southeast-3', endpoint: server.endpoint, credentials }));
  });
  afterAll(async () => {
    client.destroy();
    await server.close();
  });

  const workflow = () => new SfnWorkflow({ client, stateMachineArn });
  const last = (): SeenRequest => server.seen.at(-1) ?? { method: '', path: '', headers: {}, body: '{}' };
  const operation = () => last().headers['x-amz-target'];

  it('starts an execution of the case with its name and input', async () => {
    answer = { status: 200, body: { executionArn: 'x', startDate: 1 } };
    await workflow().start({ name, input });
    expect(operation()).toBe('AWSStepFunctions.StartExecution');
    const started = startSchema.parse(JSON.parse(last().body));
    expect(started.name).toBe(name);
    expect(JSON.parse(started.input)).toEqual(input);
  });

  it('is content when the execution was started before', async () => {
    answer = refused('ExecutionAlreadyExists');
    await expect(workflow().start({ name, input })).resolves.toBeUndefined();
  });

  it('passes on that it cannot be started', async () => {
    answer = refused('StateMachineDoesNotExist');
    await expect(workflow().start({ name, input })).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
  });

  it.each([
    ['RUNNING', true],
    ['PENDING_REDRIVE', true],
    ['SUCCEEDED', false],
    ['FAILED', false],
    ['TIMED_OUT', false],
    ['ABORTED', false],
  ])('an execution that is %s is running: %s', async (status, running) => {
    answer = { status: 200, body: { executionArn: 'x', stateMachineArn, startDate: 1, status } };
    expect(await workflow().isRunning(name)).toBe(running);
    expect(operation()).toBe('AWSStepFunctions.DescribeExecution');
    describeSchema.parse(JSON.parse(last().body));
  });

  it('an execution that does not exist is not running', async () => {
    answer = refused('ExecutionDoesNotExist');
    expect(await workflow().isRunning(name)).toBe(false);
  });

  it('delivers the outcome of a task', async () => {
    answer = { status: 200, body: {} };
    expect(await workflow().succeed('token', { outcome: 'PROCEED' })).toBe('delivered');
    expect(operation()).toBe('AWSStepFunctions.SendTaskSuccess');
    const { taskToken, output } = succeedSchema.parse(JSON.parse(last().body));
    expect(taskToken).toBe('token');
    expect(JSON.parse(output)).toEqual({ outcome: 'PROCEED' });
  });

  it.each(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])('says that nobody waits any more: %s', async (type) => {
    answer = refused(type);
    expect(await workflow().succeed('token', {})).toBe('gone');
  });

  it('does not call an outage gone', async () => {
    answer = { status: 500, body: { __type: 'InternalFailure' } };
    await expect(workflow().succeed('token', {})).rejects.toThrow(ServiceUnavailable);
    await expect(workflow().isRunning(name)).rejects.toThrow(ServiceUnavailable);
    await expect(workflow().start({ name, input })).rejects.toThrow(ServiceUnavailable);
  });

  it('keeps the token out of its errors', async () => {
    answer = refused('InvalidOutput');
    const failure = await workflow()
      .succeed('the-secret-token', {})
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'InvalidOutput' });
    expect(JSON.stringify(failure)).not.toContain('the-secret-token');
  });
});
