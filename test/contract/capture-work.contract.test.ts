import { LambdaClient } from '@aws-sdk/client-lambda';
import { awsClientOptions } from '../../adapters/aws-client.ts';
import { LambdaCaptureWork } from '../../adapters/lambda-capture-work.ts';
import { ServiceUnavailable } from '../../core/errors.ts';
import { artifactIdSchema, caseIdSchema } from '../../core/ids.ts';
import type { CaptureWork, Log } from '../../core/ports.ts';
import { BackgroundCaptures } from '../../local/background-captures.ts';
import { contoh } from '../support/rows.ts';
import { type Answer, serve, type TestServer } from '../support/serve.ts';

const capture = {
  caseId: caseIdSchema.parse('CONTOH-2026-7K3M9QXA'),
  agencyId: contoh,
  round: 1,
  artifactId: artifactIdSchema.parse('capture-1-1-again-1'),
};
const functionName = 'arn:aws:lambda:ap-southeast-3:123456789012:function:tertib-capture';
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

let server: TestServer;
let client: LambdaClient;
let answer: Answer;
beforeAll(async () => {
  server = await serve(() => answer);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = new LambdaClient(awsClientOptions({ region: 'ap-southeast-3', endpoint: server.endpoint, credentials }));
});
beforeEach(() => {
  answer = { status: 202, body: {} };
});
afterAll(async () => {
  client.destroy();
  await server.close();
});

/** Each way to have captures taken, and what it was told to take. */
const ways: Readonly<Record<string, () => { work: CaptureWork; told: () => unknown[] }>> = {
  'by the function service': () => {
    const before = server.seen.length;
    return {
      work: new LambdaCaptureWork({ client, functionName }),
      told: () => server.seen.slice(before).map(({ body }) => JSON.parse(body)),
    };
  },
  'beside the requests of one machine': () => {
    const told: unknown[] = [];
    const never = new Promise<never>(() => undefined);
    const take = (one: unknown) => {
      told.push(one);
      return never;
    };
    return { work: new BackgroundCaptures(take, silent), told: () => told };
  },
};

describe.each(Object.keys(ways))('to have a capture taken %s', (way) => {
  const made = () => {
    const make = ways[way];
    if (make === undefined) throw new Error(`no way ${way}`);
    return make();
  };

  it('names the capture, and does not wait for it', async () => {
    const { work, told } = made();
    await expect(work.wake(capture)).resolves.toBeUndefined();
    expect(told()).toEqual([capture]);
  });
});

describe('the function service', () => {
  const work = () => new LambdaCaptureWork({ client, functionName });

  it('is asked for the one function, and to answer at once', async () => {
    await work().wake(capture);
    const seen = server.seen.at(-1);
    expect(decodeURIComponent(seen?.path ?? '')).toContain(`/functions/${functionName}/invocations`);
    expect(seen?.headers['x-amz-invocation-type']).toBe('Event');
  });

  it('is out of reach: that is said', async () => {
    answer = { status: 503, body: {} };
    await expect(work().wake(capture)).rejects.toThrow(ServiceUnavailable);
  });
});

describe('captures beside the requests of one machine', () => {
  const flowResult = { ...capture, outcome: 'CAPTURED' };

  it('are taken once where they are asked for twice, and again once they have ended', async () => {
    let taken = 0;
    const captures = new BackgroundCaptures(async () => {
      taken += 1;
      await new Promise((done) => setTimeout(done, 20));
      return flowResult;
    }, silent);
    await Promise.all([captures.wake(capture), captures.wake(capture)]);
    await captures.settled();
    expect(taken).toBe(1);
    await captures.wake(capture);
    await captures.settled();
    expect(taken).toBe(2);
  });

  it('tell the log that one failed, and go on', async () => {
    const told: string[] = [];
    const log: Log = { ...silent, error: (event) => void told.push(event) };
    const captures = new BackgroundCaptures(async () => Promise.reject(new Error('broken')), log);
    await captures.wake(capture);
    await captures.settled();
    expect(told).toEqual(['capture-failed']);
  });

  it('begin no more, and hold nothing up for long, where the system ends', async () => {
    const never = new Promise<never>(() => undefined);
    let taken = 0;
    const captures = new BackgroundCaptures(() => {
      taken += 1;
      return never;
    }, silent);
    await captures.wake(capture);
    const began = performance.now();
    const closed = captures.close();
    const kept = setTimeout(() => undefined, 5000); // the wait of the stop itself keeps no process alive
    await closed;
    clearTimeout(kept);
    await captures.wake({ ...capture, round: 2, artifactId: artifactIdSchema.parse('capture-2-1') });
    expect(performance.now() - began).toBeLessThan(4000);
    expect(taken).toBe(1);
  });
});
