import type { APIGatewayProxyEvent } from 'aws-lambda';

/** What a client sends, as API Gateway is asked to pass it on. */
export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly query?: readonly (readonly [name: string, value: string])[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export const HOST = 'tertib.contoh.go.id';
export const CLIENT = '203.0.113.9';
const STAGE = 'produksi';

const listed = (pairs: readonly (readonly [string, string])[]): Record<string, string[]> => {
  const lists: Record<string, string[]> = {};
  for (const [name, value] of pairs) lists[name] = [...(lists[name] ?? []), value];
  return lists;
};

const lastOf = (lists: Record<string, string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values.at(-1) ?? '']));

/** Who API Gateway says is at the other end; of `identity`, everything else is null for a caller without AWS credentials. */
const identity = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp: CLIENT,
  user: null,
  userAgent: 'Mozilla/5.0',
  userArn: null,
} as const;

const requestContext = (method: string, path: string): APIGatewayProxyEvent['requestContext'] => ({
  accountId: '111111111111',
  apiId: 'a1b2c3d4e5',
  authorizer: null,
  domainName: HOST,
  domainPrefix: 'tertib',
  extendedRequestId: 'JKJaXmPLvHcESHA=',
  httpMethod: method,
  identity,
  path: `/${STAGE}${path}`,
  protocol: 'HTTP/1.1',
  requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
  requestTime: '23/Nov/2026:02:15:00 +0000',
  requestTimeEpoch: 1795400100000,
  resourceId: '123456',
  resourcePath: '/{proxy+}',
  stage: STAGE,
});

/**
 * A proxy event of a REST API (payload version 1.0) behind a custom domain: every header and query twice (last value, and all of them),
 * no `cookies`, `null` for what is absent, bodies in base64 since the API takes all media types as binary, the stage in the context only.
 */
export const restEvent = ({
  method = 'GET',
  path = '/',
  query = [],
  headers = {},
  body,
}: Sent): APIGatewayProxyEvent => {
  const all = listed([
    ['accept', '*/*'],
    ['Host', HOST],
    ['X-Amzn-Trace-Id', 'Root=1-67891233-abcdef012345678912345678'],
    ['X-Forwarded-For', `198.51.100.7, ${CLIENT}`],
    ['X-Forwarded-Port', '443'],
    ['X-Forwarded-Proto', 'https'],
    ...Object.entries(headers),
  ]);
  const parameters = listed(query);
  return {
    resource: '/{proxy+}',
    path,
    httpMethod: method,
    headers: lastOf(all),
    multiValueHeaders: all,
    queryStringParameters: query.length === 0 ? null : lastOf(parameters),
    multiValueQueryStringParameters: query.length === 0 ? null : parameters,
    pathParameters: { proxy: path.slice(1) },
    stageVariables: null,
    requestContext: requestContext(method, path),
    body: body === undefined ? null : Buffer.from(body).toString('base64'),
    isBase64Encoded: body !== undefined,
  };
};
