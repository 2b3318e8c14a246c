import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { documentClient } from '../../../adapters/dynamo/document-client.ts';
import { DynamoAccessLog } from '../../../adapters/dynamo/dynamo-access-log.ts';
import { DynamoCaseStore } from '../../../adapters/dynamo/dynamo-case-store.ts';
import { DynamoInboundStore } from '../../../adapters/dynamo/dynamo-inbound-store.ts';
import { DynamoTaskStore } from '../../../adapters/dynamo/dynamo-task-store.ts';
import { DynamoTrailStore } from '../../../adapters/dynamo/dynamo-trail-store.ts';
import { tableName } from '../../../adapters/dynamo/tables.ts';
import { randomIds } from '../../../adapters/random-ids.ts';
import { caseIdSchema, sha256Schema } from '../../../core/ids.ts';
import type { Access } from '../../../core/ports.ts';

const endpointsSchema = z.object({ dynamodb: z.string(), tablePrefix: z.string() });
const mailsSchema = z.array(
  z.object({ id: z.string(), to: z.string(), subject: z.string(), headers: z.record(z.string(), z.unknown()) }),
);

/** Everything of a case that a scanner must not move, as one text for each part. */
export type Standing = Readonly<Record<'trail' | 'row' | 'tasks' | 'proven' | 'mailed', string>>;

const openStores = async (folder: string) => {
  const endpoints = endpointsSchema.parse(JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8')));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = documentClient({ region: 'ap-southeast-3', endpoint: endpoints.dynamodb, credentials });
  const at = (key: Parameters<typeof tableName>[1]) => ({
    client,
    table: tableName(endpoints.tablePrefix, key),
    ids: randomIds,
  });
  const visits = async (taskId: string) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: at('visits').table,
        KeyConditionExpression: 'taskId = :taskId',
        ExpressionAttributeValues: { ':taskId': taskId },
        ConsistentRead: true,
      }),
    );
    return Items;
  };
  return {
    visits,
    trail: new DynamoTrailStore(at('trail')),
    cases: new DynamoCaseStore(at('cases')),
    tasks: new DynamoTaskStore(at('tasks')),
    access: new DynamoAccessLog(at('access')),
    inbound: new DynamoInboundStore(at('inbound')),
  };
};

const asText = (value: unknown): string => JSON.stringify(value, null, 1);

/** Looks into the tables of a running system from outside, past everything that it says of itself. */
export const watchSystem = async ({ folder, baseUrl }: { readonly folder: string; readonly baseUrl: string }) => {
  const stores = await openStores(folder);
  const mails = async () => mailsSchema.parse(await (await fetch(`${baseUrl}/dev/inbox.json`)).json());
  const mailIdOf = (headers: Readonly<Record<string, unknown>>): string => {
    const name = Object.keys(headers).find((key) => key.toLowerCase() === 'x-tertib-mail-id');
    return name === undefined ? '' : String(headers[name]);
  };
  return {
    /** What stands of a case: its trail, its row, its tasks, who has proven a mailbox, the mails that are more than a code. */
    standing: async (caseNumber: string): Promise<Standing> => {
      const caseId = caseIdSchema.parse(caseNumber);
      const tasks = await stores.tasks.byCase(caseId);
      const visits = await Promise.all(tasks.map(({ taskId }) => stores.visits(taskId)));
      const proven = visits.flat().filter(({ provenAt }) => provenAt !== undefined);
      const ofCase = (await mails()).filter(({ subject }) => subject.includes(caseNumber));
      const mailed = ofCase.filter(({ headers }) => !mailIdOf(headers).startsWith('code:'));
      return {
        trail: asText(await stores.trail.read(caseId)),
        row: asText(await stores.cases.get(caseId)),
        tasks: asText(tasks),
        proven: asText(proven),
        mailed: asText(mailed.map(({ id, to }) => [id, to])),
      };
    },
    /** Who looked, by the access log. */
    accesses: (caseNumber: string): Promise<Access[]> => stores.access.list(caseIdSchema.parse(caseNumber)),
    /** To whom codes for a task were mailed. */
    codesOf: async (taskId: string): Promise<string[]> =>
      (await mails()).filter(({ headers }) => mailIdOf(headers).startsWith(`code:${taskId}:`)).map(({ to }) => to),
    /** Whether a reporter who wrote by mail may still fetch their code. */
    setupOf: async (mailId: string) => (await stores.inbound.get(sha256Schema.parse(mailId)))?.setup,
  };
};
export type SystemWatch = Awaited<ReturnType<typeof watchSystem>>;

/** Which parts of a case a visit moved: none, or the simulator has found a fault. */
export const movedParts = (before: object, after: object): string[] =>
  Object.entries(after).flatMap(([part, text]) =>
    Object.entries(before).some(([name, old]) => name === part && old === text) ? [] : [part],
  );
