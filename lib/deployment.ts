import type { Node } from 'constructs';
import * as z from 'zod';

const flag = z.union([z.boolean(), z.stringbool()]);
const count = z.coerce.number().int().min(1);
const dns = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a DNS name');

/**
 * What differs from one deployment to the next. Each is a CDK context key with the prefix `tertib:`, so
 * `cdk deploy -c tertib:domainName=...` sets one; `cdk.json` holds the rest.
 */
export const deploymentSchema = z.strictObject({
  /** Part of every name: several stages may share an account. */
  stage: z
    .string()
    .regex(/^[a-z][a-z0-9]{1,11}$/)
    .default('prod'),
  /** Jakarta: PP 71/2019 keeps public-sector data in Indonesia. */
  region: z.string().default('ap-southeast-3'),
  /** The address people reach the system at, and the domain that mails come from. */
  domainName: dns.default('tertib.example'),
  /** An ACM certificate for `domainName` in the same region; without it no custom domain is made. */
  certificateArn: z.string().startsWith('arn:').optional(),
  oidcIssuer: z.url({ protocol: /^https$/ }).default('https://login.tertib.example'),
  oidcAudience: z.string().min(1).default('tertib'),
  oidcClientId: z.string().min(1).default('tertib-konsol'),
  /** Who is told of alarms. */
  operationsMail: z.email().optional(),
  /** A web application firewall before the API: about 10 USD a month. */
  waf: flag.default(true),
  /** COMPLIANCE cannot be shortened by anyone, so it needs legal sign-off; GOVERNANCE lets a privileged person honour an erasure. */
  evidenceLock: z.enum(['GOVERNANCE', 'COMPLIANCE']).default('GOVERNANCE'),
  /** How long evidence cannot be removed, from the day it is stored. */
  evidenceLockDays: count.default(1825),
  /** Uploads that nobody took in are removed after this. */
  quarantineDays: count.default(7),
});
export type Deployment = z.output<typeof deploymentSchema>;

/** Reads the deployment from the app's context. @throws ZodError naming the key that is wrong */
export const readDeployment = (node: Node): Deployment => {
  const given = Object.keys(deploymentSchema.shape).map((key) => [key, node.tryGetContext(`tertib:${key}`)]);
  return deploymentSchema.parse(Object.fromEntries(given.filter(([, value]) => value !== undefined)));
};

/** Whether the deployment still has the names of the example. */
export const isExample = ({ domainName }: Deployment): boolean => domainName.endsWith('.example');
