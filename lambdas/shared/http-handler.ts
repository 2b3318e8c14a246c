import middy from '@middy/core';
import type { Hono } from 'hono';
import { handle, type LambdaEvent } from 'hono/aws-lambda';

/** The site as API Gateway calls it. Errors have become answers inside; what still throws is a fault of this function, and alarms. */
export const httpHandler = (app: Hono) => {
  const answer = handle(app);
  return middy<LambdaEvent>().handler((event, context) => answer(event, context));
};
