import middy from '@middy/core';
import * as z from 'zod';
import { caseIdSchema, taskIdSchema } from '../../core/ids.ts';
import { fireTaskTimer } from '../../core/use-cases/fire-task-timer.ts';
import { fireTaskTimerEnv } from '../env/fire-task-timer.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { taskPorts } from '../shared/ports/tasks.ts';

const ports = taskPorts(parseEnv(fireTaskTimerEnv));

const target = z.object({
  kind: z.enum(['task-remind', 'task-due']),
  caseId: caseIdSchema,
  taskId: taskIdSchema,
});

/** A task's clock rang: reminds its holder, or moves it up the line. A failed call is repeated by the scheduler, then by the sweep. */
export const handler = middy().handler(async (event: unknown) => {
  const timer = target.parse(event);
  const result = await fireTaskTimer(ports, timer);
  ports.log.info('task-timer', { caseId: timer.caseId, kind: timer.kind, result });
  return { result };
});
