import middy from '@middy/core';
import type { Hono } from 'hono';
import { handle, type LambdaEvent } from 'hono/aws-lambda';

/** The body of a GET or HEAD means nothing (RFC 9110, section 9.3.1); passed on, no request could be made of the event. */
const withoutStrayBody = (event: LambdaEvent): LambdaEvent =>
  'httpMethod' in event && ['GET', 'HEAD'].includes(event.httpMethod) ? { ...event, body: null } : event;

/** The site as API Gateway calls it. Errors have become answers inside; what still throws is a fault of this function, and alarms. */
export const httpHandler = (app: Hono) => {
  const answer = handle(app);
  return middy<LambdaEvent>().handler((event, context) => answer(withoutStrayBody(event), context));
};
