import { SchedulerClient } from '@aws-sdk/client-scheduler';
import * as z from 'zod';
import { awsClientOptions } from '../../adapters/aws-client.ts';
import { EventBridgeScheduler } from '../../adapters/eventbridge-scheduler.ts';
import { ServiceUnavailable } from '../../core/errors.ts';
import { caseIdSchema, taskIdSchema } from '../../core/ids.ts';
import type { TimerTarget } from '../../core/ports.ts';
import { instant } from '../support/rows.ts';
import { type Answer, type SeenRequest, serve, type TestServer } from '../support/serve.ts';
import { type StillClock, stillClock } from '../support/still-clock.ts';

/** What EventBridge Scheduler itself insists on. */
const scheduleSchema = z.strictObject({
  GroupName: z.literal('tertib'),
  ScheduleExpression: z.string().regex(/^at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)$/),
  ScheduleExpressionTimezone: z.literal('UTC'),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  ActionAfterCompletion: z.literal('DELETE'),
  State: z.literal('ENABLED'),
  ClientToken: z.string().regex(/^[a-zA-Z0-9-_]{1,64}$/),
  Target: z.strictObject({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string(),
    DeadLetterConfig: z.strictObject({ Arn: z.string() }),
    RetryPolicy: z.strictObject({
      MaximumEventAgeInSeconds: z.int().min(60).max(86_400),
      MaximumRetryAttempts: z.int().min(0).max(185),
    }),
  }),
});
type Schedule = z.infer<typeof scheduleSchema>;

const refused = (type: string, status: number): Answer => ({ status, headers: { 'x-amzn-errortype': type }, body: {} });

/** Schedules by name, as the service keeps them. */
const schedulerApi = (kept: Map<string, Schedule>) => {
  return ({ method, path, body }: SeenRequest): Answer => {
    const name = z
      .string()
      .regex(/^[0-9a-zA-Z-_.]{1,64}$/)
      .parse(decodeURIComponent(path.split('?')[0]?.replace('/schedules/', '') ?? ''));
    const standing = kept.get(name);
    if (method === 'GET') {
      return standing ? { status: 200, body: { Name: name, ...standing } } : refused('ResourceNotFoundException', 404);
    }
    const schedule = scheduleSchema.parse(JSON.parse(body));
    if (method === 'POST' && standing && standing.ClientToken !== schedule.ClientToken) {
      return refused('ConflictException', 409);
    }
    if (method === 'PUT' && !standing) return refused('ResourceNotFoundException', 404);
    kept.set(name, schedule);
    return { status: 200, body: { ScheduleArn: `arn:aws:scheduler:::schedule/tertib/${name}` } };
  };
};

const target: TimerTarget = {
  kind: 'task-due',
  caseId: caseIdSchema.parse('CONTOH-2026-7K3M9QXA'),
  taskId: taskIdSchema.parse('7K3M9QXA4E5F6G7H'),
};

describe('the scheduler', () => {
  let server: TestServer;
  let client: SchedulerClient;
  let clock: StillClock;
  let before: (request: SeenRequest) => Answer | undefined;
  const kept = new Map<string, Schedule>();

  beforeAll(async () => {
    const api = schedulerApi(kept);
    server = await serve((request) => before(request) ?? api(request));
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    client = new SchedulerClient(
      awsClientOptions({ region: 'ap-southeast-3', endpoint: server.endpoint, credentials }),
    );
  });
  afterAll(async () => {
    client.destroy();
    await server.close();
  });
  beforeEach(() => {
    kept.clear();
    before = () => undefined;
    clock = stillClock();
  });

  const schedule = (at: string, name = 'due.7K3M9QXA4E5F6G7H') =>
    new EventBridgeScheduler({
      client,
      clock,
      groupName: 'tertib',
      targetArn: 'arn:aws:lambda:ap-southeast-3:1:function:timer',
      roleArn: 'arn:aws:iam::1:role/timer',
      deadLetterArn: 'arn:aws:sqs:ap-southeast-3:1:timer-dead',
    }).scheduleOnce({ name, at: instant(at), target });
  const methods = () => server.seen.map(({ method }) => method);
  const expression = (name = 'due.7K3M9QXA4E5F6G7H') => kept.get(name)?.ScheduleExpression;

  it('makes one schedule in UTC that calls the target with ids only', async () => {
    await schedule('2026-12-01T09:00:00.000Z');
    const made = kept.get('due.7K3M9QXA4E5F6G7H');
    expect(made?.ScheduleExpression).toBe('at(2026-12-01T09:00:00)');
    expect(JSON.parse(made?.Target.Input ?? '')).toEqual(target);
    expect(made?.Target.DeadLetterConfig.Arn).toBe('arn:aws:sqs:ap-southeast-3:1:timer-dead');
  });

  it('never fires before its time: milliseconds round up', async () => {
    await schedule('2026-12-01T09:00:00.001Z');
    expect(expression()).toBe('at(2026-12-01T09:00:01)');
  });

  it('sets a time that has passed a minute ahead, since the service refuses the past', async () => {
    await schedule('2026-11-01T09:00:00.000Z');
    expect(expression()).toBe('at(2026-11-23T02:16:00)');
  });

  it('leaves a schedule of the same name and time alone', async () => {
    await schedule('2026-12-01T09:00:00.000Z');
    const first = kept.get('due.7K3M9QXA4E5F6G7H');
    before = ({ method }) => (method === 'POST' ? refused('ConflictException', 409) : undefined);
    await schedule('2026-12-01T09:00:00.000Z');
    expect(kept.get('due.7K3M9QXA4E5F6G7H')).toEqual(first);
    expect(methods().at(-1)).toBe('GET');
  });

  it('moves a schedule of the same name to another time', async () => {
    await schedule('2026-12-01T09:00:00.000Z');
    await schedule('2026-12-08T09:00:00.000Z');
    expect(expression()).toBe('at(2026-12-08T09:00:00)');
    expect(kept.size).toBe(1);
  });

  it.each(['GET', 'PUT'])('is content when the standing schedule fires before %s', async (method) => {
    await schedule('2026-12-01T09:00:00.000Z');
    before = (request) => {
      if (request.method === method) kept.clear();
      return undefined;
    };
    await schedule('2026-12-08T09:00:00.000Z');
    expect(kept.size).toBe(0);
  });

  it('makes one schedule when the answer is lost', async () => {
    let lost = 0;
    const api = schedulerApi(kept);
    before = (request) => {
      if (lost > 0) return undefined;
      lost += 1;
      api(request);
      return 'lost';
    };
    await schedule('2026-12-01T09:00:00.000Z');
    expect(lost).toBe(1);
    expect(expression()).toBe('at(2026-12-01T09:00:00)');
  });

  it.each([
    ['remind:CONTOH-2026-7K3M9QXA:7K3M9QXA4E5F6G7H', 'remind:CONTOH-2026-7K3M9QXA:7K3M9QXA4E5F6G7J'],
    [`${'a'.repeat(64)}1`, `${'a'.repeat(64)}2`],
  ])('gives names that the service would refuse names of their own: %s', async (one, two) => {
    await schedule('2026-12-01T09:00:00.000Z', one);
    await schedule('2026-12-02T09:00:00.000Z', two);
    await schedule('2026-12-01T09:00:00.000Z', one);
    expect([...kept.values()].map(({ ScheduleExpression }) => ScheduleExpression).sort()).toEqual([
      'at(2026-12-01T09:00:00)',
      'at(2026-12-02T09:00:00)',
    ]);
  });

  it('says that the service is unavailable in an outage', async () => {
    before = () => refused('InternalServerException', 500);
    await expect(schedule('2026-12-01T09:00:00.000Z')).rejects.toThrow(ServiceUnavailable);
  });

  it('passes on a refusal', async () => {
    before = () => refused('ValidationException', 400);
    await expect(schedule('2026-12-01T09:00:00.000Z')).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
