import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../../adapters/dynamo/document-client.ts';
import { tables } from '../../../adapters/dynamo/tables.ts';
import type { CaseId } from '../../../core/ids.ts';
import type { Log } from '../../../core/ports.ts';
import { recordTouch } from '../../../core/use-cases/visit-link.ts';
import { type CaseWorld, startWorld, steps } from '../../support/case-world.ts';
import { marchClock } from '../../support/march-clock.ts';
import { down, withPorts } from '../../support/with-ports.ts';

let folder: string;
let world: CaseWorld;
const tokens = new Set<string>();
const logged: string[] = [];
/** An error with everything that hangs on it, as a careless logger would print it. */
const wholeError = (error: unknown): string =>
  error instanceof Error
    ? `${error.stack} ${JSON.stringify(error, Object.getOwnPropertyNames(error))} ${wholeError(error.cause)}`
    : String(error);
const log: Log = {
  info: (event, facts) => void logged.push(JSON.stringify([event, facts])),
  warn: (event, facts) => void logged.push(JSON.stringify([event, facts])),
  error: (event, error, facts) => void logged.push(JSON.stringify([event, wholeError(error), facts])),
};

const executionOf = async (caseId: CaseId): Promise<string> =>
  (await world.runtime.ports.cases.get(caseId))?.execution?.name ?? 'none';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tertib-token-'));
  world = await startWorld({ folder, log, realNow: marchClock() });
  const { ports } = world.runtime;
  const { sealer, workflow } = ports;
  Object.assign(ports, {
    sealer: {
      open: sealer.open.bind(sealer),
      seal: (text: string, context: string) => {
        if (context.startsWith('task-token:')) tokens.add(text);
        return sealer.seal(text, context);
      },
    },
    workflow: {
      start: workflow.start.bind(workflow),
      isRunning: workflow.isRunning.bind(workflow),
      succeed: (token: string, output: unknown) => {
        tokens.add(token);
        return workflow.succeed(token, output);
      },
    },
  });
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

const scan = async (): Promise<Map<string, string>> => {
  const { dynamodb, tablePrefix } = JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8'));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const db = documentClient({ endpoint: dynamodb, region: 'ap-southeast-3', credentials });
  const found = new Map<string, string>();
  for (const { name } of Object.values(tables)) {
    const { Items } = await db.send(new ScanCommand({ TableName: `${tablePrefix}${name}` }));
    found.set(name, JSON.stringify(Items));
  }
  db.destroy();
  return found;
};

/** Every file of the system but the database's own. */
const files = async (): Promise<Map<string, string>> => {
  const found = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !path.includes('leveldb'))
      found.set(path.slice(folder.length), await readFile(path, 'latin1'));
  }
  return found;
};

/** Cases that go every way a token takes: joined, inherited, answered late, gone, failing. */
const liveThroughEverything = async (): Promise<void> => {
  const { ports, engine } = world.runtime;
  const { caseId } = await world.file();
  engine.stop(await executionOf(caseId));
  await world.runtime.redrive();
  await world.runtime.settle();
  await world.act(caseId, steps.triage);
  await world.act(caseId, { outcome: 'RECUSE' });
  const { openTask } = await world.state(caseId);
  await world.runtime.moveClock({ set: openTask?.dueAt ?? '' });
  for (const fields of [steps.review, steps.examination, steps.decision]) await world.act(caseId, fields);
  const failing = await withPorts(ports, { mailer: { send: down } }, () => world.file());
  await withPorts(ports, { workflow: { succeed: down } }, () =>
    world.act(failing.caseId, { outcome: 'REJECT' }).catch(() => {}),
  );
  const touched = await world.file();
  const state = await world.state(touched.caseId);
  const row = (await ports.tasks.byCase(touched.caseId))[0];
  const official = await ports.directory.staff(state.agencyId, row?.assigneeNip ?? ('' as never));
  if (row !== undefined && state.openTask !== undefined && official !== undefined)
    await recordTouch(ports, { row, state, task: state.openTask, official });
};

test('the task token is nowhere but sealed in its table', async () => {
  await liveThroughEverything();
  expect(tokens.size).toBeGreaterThanOrEqual(6);
  expect(logged.some((line) => line.includes('step-failed'))).toBe(true);
  const stored = await scan();
  const places = new Map([...stored, ...(await files()), ['log', logged.join('\n')]]);
  for (const mail of world.runtime.mail.inbox.list()) {
    places.set(`mail ${mail.id}`, Buffer.from((await world.runtime.mail.inbox.raw(mail.id)) ?? []).toString('latin1'));
    places.set(`inbox ${mail.id}`, JSON.stringify(mail));
  }
  const leaks = [...places].flatMap(([place, content]) =>
    [...tokens]
      .filter((token) => content.includes(token) || content.includes(Buffer.from(token).toString('base64')))
      .map(() => place),
  );
  expect(leaks).toEqual([]);
  // And its sealed form stays in its table too.
  const sealed = [...(stored.get(tables.tasks.name) ?? '').matchAll(/"sealedToken":"([^"]+)"/g)].map(
    ([, text = '']) => text,
  );
  expect(sealed.length).toBeGreaterThanOrEqual(6);
  const escaped = [...places].filter(
    ([place, content]) => place !== tables.tasks.name && sealed.some((text) => content.includes(text)),
  );
  expect(escaped.map(([place]) => place)).toEqual([]);
});
