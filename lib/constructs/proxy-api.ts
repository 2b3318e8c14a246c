import { Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  EndpointType,
  type IResource,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import { explain } from './explained.ts';
import type { DeployedFunction } from './typed-function.ts';

export interface ProxyApiProps {
  readonly deployment: Deployment;
  readonly logKey: IKey;
  /** Answers what no other path names. */
  readonly fallback: DeployedFunction;
  /** Path to function; everything below the path goes there too. */
  readonly paths: Readonly<Record<string, DeployedFunction>>;
}

/** Requests a second over all clients, and how many at once: four times the load of a busy day. */
const THROTTLE = { throttlingRateLimit: 100, throttlingBurstLimit: 200 } as const;

/** One regional REST API whose paths lead whole to a function each: routes, bodies and errors are the function's. */
export class ProxyApi extends Construct {
  readonly api: RestApi;

  constructor(scope: Construct, id: string, props: ProxyApiProps) {
    super(scope, id);
    this.api = this.#restApi(props);
    this.#lead(this.api.root, props.fallback);
    for (const [path, target] of Object.entries(props.paths)) this.#lead(this.api.root.resourceForPath(path), target);
    this.#explain();
  }

  #restApi({ deployment, logKey }: ProxyApiProps): RestApi {
    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_YEAR,
      encryptionKey: logKey,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    return new RestApi(this, 'Api', {
      restApiName: `Tertib ${deployment.stage}`,
      description: 'Reports, tasks and case files of Tertib',
      endpointTypes: [EndpointType.REGIONAL],
      binaryMediaTypes: ['*/*'],
      ...domainOf(this, deployment),
      cloudWatchRole: true,
      deployOptions: {
        stageName: deployment.stage,
        ...THROTTLE,
        // Traces and full execution logs would hold paths, and with them the secrets of mailed links.
        tracingEnabled: false,
        loggingLevel: MethodLoggingLevel.ERROR,
        dataTraceEnabled: false,
        metricsEnabled: true,
        accessLogDestination: new LogGroupLogDestination(accessLog),
        accessLogFormat: ACCESS_LOG,
      },
    });
  }

  #lead(resource: IResource, target: DeployedFunction): void {
    const integration = new LambdaIntegration(target.function, { proxy: true, allowTestInvoke: false });
    resource.addMethod('ANY', integration);
    resource.addProxy({ anyMethod: true, defaultIntegration: integration });
  }

  #explain(): void {
    explain(
      this.api,
      'AwsSolutions-APIG2',
      'The functions check every request against the schemas that the OpenAPI document is made from.',
    );
    explain(
      this.api,
      'AwsSolutions-APIG4',
      'Reporters have no account by design. The functions authorise: receipt code, mailed link with code, or OIDC token, per route.',
    );
    explain(
      this.api,
      'AwsSolutions-COG4',
      'Staff sign in with the identity provider of their agency; the function checks the token per route.',
    );
    explain(
      this.api,
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
      'API Gateway asks for this policy to write logs; the role is used by no one else.',
    );
  }
}

/** Neither path (the secret of a mailed link), nor address or browser of the caller (a reporter may be anonymous). */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTime',
    method: '$context.httpMethod',
    resource: '$context.resourcePath',
    status: '$context.status',
    responseLength: '$context.responseLength',
    latencyMs: '$context.responseLatency',
    functionStatus: '$context.integrationStatus',
    errorType: '$context.error.responseType',
  }),
);

/** With a certificate the API answers under its own name and nowhere else; links in pages and mails need that. */
const domainOf = (scope: Construct, { certificateArn, domainName }: Deployment) =>
  certificateArn === undefined
    ? {}
    : {
        disableExecuteApiEndpoint: true,
        domainName: {
          domainName,
          certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
          endpointType: EndpointType.REGIONAL,
          securityPolicy: SecurityPolicy.TLS_1_2,
        },
      };

/** The ARN of the deployed stage, as a firewall names what it protects. */
export const stageArnOf = ({ deploymentStage, restApiId }: RestApi): string => {
  const stack = Stack.of(deploymentStage);
  return Fn.join('', [
    `arn:${stack.partition}:apigateway:${stack.region}::/restapis/`,
    restApiId,
    '/stages/',
    deploymentStage.stageName,
  ]);
};
