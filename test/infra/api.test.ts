import { Match } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import type { RouteInfo } from '../../web/http/base/route.ts';
import { consoleRoutes } from '../../web/http/console/console-routes.ts';
import { defaultLimits, publicRoutes, staffRoutes } from '../../web/http/create-app.ts';
import { taskRoutes } from '../../web/http/tasks/task-routes.ts';
import { noSignIn } from '../integration/task-pages.harness.ts';
import { stageOf, templateOf } from './synthesised.ts';

const { stage } = stageOf();
const template = templateOf(stage.api);

const resourceSchema = z.object({
  Properties: z.object({ PathPart: z.string(), ParentId: z.looseObject({ Ref: z.string().optional() }) }),
});
const methodSchema = z.object({
  Properties: z.object({
    HttpMethod: z.string(),
    ResourceId: z.looseObject({ Ref: z.string().optional() }),
    Integration: z.object({ Uri: z.unknown(), Type: z.literal('AWS_PROXY') }),
  }),
});

const resources = template.findResources('AWS::ApiGateway::Resource');
const pathOf = (id: string | undefined): string => {
  if (id === undefined || !(id in resources)) return '';
  const { PathPart, ParentId } = resourceSchema.parse(resources[id]).Properties;
  return `${pathOf(ParentId.Ref)}/${PathPart}`;
};
const functionIn = (uri: unknown): string => /(Public|Task|Staff)Pages/.exec(JSON.stringify(uri))?.[0] ?? 'nobody';
const routes = Object.values(template.findResources('AWS::ApiGateway::Method'))
  .map((method) => methodSchema.parse(method).Properties)
  .map(({ HttpMethod, ResourceId, Integration }) => [
    `${HttpMethod} ${pathOf(ResourceId.Ref) || '/'}`,
    functionIn(Integration.Uri),
  ]);

const tables: Readonly<Record<string, readonly RouteInfo[]>> = {
  PublicPages: publicRoutes({ limits: defaultLimits.intake, readAsset: async () => '', health: [] }),
  StaffPages: [...staffRoutes, ...consoleRoutes(noSignIn)],
  TaskPages: taskRoutes,
};
/** The longest resource that a path lies at or below, as API Gateway chooses it. */
const leadsTo = (path: string): string => {
  const resource = ['/konsol', '/t', '/v1/cases', '/v1/board', '/v1/silence'].find(
    (place) => path === place || path.startsWith(`${place}/`),
  );
  return Object.fromEntries(routes)[`ANY ${resource ?? '/'}`] ?? 'nobody';
};

describe('the API', () => {
  it('leads every route of every table to the function that serves it', () => {
    for (const [name, table] of Object.entries(tables)) {
      expect(table.map(({ path }) => [path, leadsTo(path)])).toEqual(table.map(({ path }) => [path, name]));
    }
  });

  it('leads every path to the one function that may see what it asks for', () => {
    expect(Object.fromEntries(routes)).toEqual({
      'ANY /': 'PublicPages',
      'ANY /{proxy+}': 'PublicPages',
      'ANY /v1': 'PublicPages',
      'ANY /v1/{proxy+}': 'PublicPages',
      'ANY /v1/cases': 'StaffPages',
      'ANY /v1/cases/{proxy+}': 'StaffPages',
      'ANY /v1/board': 'StaffPages',
      'ANY /v1/board/{proxy+}': 'StaffPages',
      'ANY /v1/silence': 'StaffPages',
      'ANY /v1/silence/{proxy+}': 'StaffPages',
      'ANY /konsol': 'StaffPages',
      'ANY /konsol/{proxy+}': 'StaffPages',
      'ANY /t': 'TaskPages',
      'ANY /t/{proxy+}': 'TaskPages',
    });
  });

  it('is regional', () => {
    template.hasResourceProperties('AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: ['REGIONAL'] } });
  });

  it('lets in no more than it can serve', () => {
    template.hasResourceProperties('AWS::ApiGateway::Stage', {
      MethodSettings: [Match.objectLike({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 })],
    });
  });

  it('writes neither the path (a secret) nor the caller (who may be anonymous) to its logs', () => {
    const [deployed] = Object.values(template.findResources('AWS::ApiGateway::Stage'));
    const { Format } = z.object({ Format: z.string() }).parse(deployed?.Properties.AccessLogSetting);

    expect(Object.keys(JSON.parse(Format))).toContain('status');
    expect(Format).not.toMatch(/\$context\.(path|identity|requestOverride|authorizer)/);
  });

  it('keeps no traces and no full execution log, which would hold the secrets of mailed links', () => {
    template.hasResourceProperties('AWS::ApiGateway::Stage', {
      TracingEnabled: false,
      MethodSettings: [Match.objectLike({ DataTraceEnabled: false, LoggingLevel: 'ERROR' })],
    });
  });

  it('answers under its own name only, where it has a certificate', () => {
    const { stage: named } = stageOf({
      domainName: 'tertib.contoh.go.id',
      certificateArn: 'arn:aws:acm:ap-southeast-3:111111111111:certificate/00000000-0000-0000-0000-000000000000',
    });
    const api = templateOf(named.api);

    api.hasResourceProperties('AWS::ApiGateway::RestApi', { DisableExecuteApiEndpoint: true });
    api.hasResourceProperties('AWS::ApiGateway::DomainName', {
      DomainName: 'tertib.contoh.go.id',
      SecurityPolicy: 'TLS_1_2',
    });
  });
});

describe('the firewall', () => {
  it('stands before the API, judges addresses and known exploits but no text, and keeps no samples', () => {
    template.hasResourceProperties('AWS::WAFv2::WebACL', {
      Rules: ['Flood', 'AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesKnownBadInputsRuleSet'].map((Name) =>
        Match.objectLike({ Name, VisibilityConfig: Match.objectLike({ SampledRequestsEnabled: false }) }),
      ),
    });
    template.resourceCountIs('AWS::WAFv2::WebACLAssociation', 1);
  });

  it('is left out where the deployment says so', () => {
    templateOf(stageOf({ waf: false }).stage.api).resourceCountIs('AWS::WAFv2::WebACL', 0);
  });
});
