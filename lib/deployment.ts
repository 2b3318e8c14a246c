import type { Node } from 'constructs';
import * as z from 'zod';

const flag = z.union([z.boolean(), z.stringbool()]);
const count = z.coerce.number().int().min(1);
const secretArn = z
  .string()
  .regex(
    /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+-[A-Za-z0-9]{6}$/,
    'must be the whole ARN of a secret, with the six characters at its end',
  );
const dns = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a DNS name');

/** The secrets that sign letters, as far as the deployment has them. */
export const secretsOf = (
  given: Pick<z.output<typeof settings>, 'documentCertificateArn' | 'bsreSecretArn'>,
): string[] => [given.documentCertificateArn, given.bsreSecretArn].filter((secret) => secret !== undefined);

const settings = z.strictObject({
  /** Part of every name: several stages may share an account. */
  stage: z
    .string()
    .regex(/^[a-z][a-z0-9]{1,11}$/)
    .default('prod'),
  /** Jakarta: PP 71/2019 keeps public-sector data in Indonesia. */
  region: z.string().default('ap-southeast-3'),
  /** The address people reach the system at, and the domain that mails come from. */
  domainName: dns.default('tertib.example'),
  /** Reports are taken by mail at `lapor@<agencyId>.` and this; without it none are. Its MX records point to the receiving service. */
  mailDomain: dns.optional(),
  /** Where mails are received, where that is not `region`: not every region can. */
  mailRegion: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/)
    .optional(),
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
  /** GuardDuty Malware Protection for S3 on files from outside; without it they are on record as not scanned. */
  malwareScan: flag.default(true),
  /** A time-stamping authority (RFC 3161) that evidence is stamped by; without it none is. Charges and contract are the agency's. */
  tsaUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** A PEM file with the roots that the authority's certificate must lead to, and what leads there. Required with `tsaUrl`. */
  tsaAnchors: z.string().min(1).optional(),
  /** A secret with the certificate that signs letters (PAdES); without it, letters carry no signature inside the PDF. */
  documentCertificateArn: secretArn.optional(),
  /** A secret with the account at the certified national service (BSrE) that then signs letters. Off by default. */
  bsreSecretArn: secretArn.optional(),
});
/**
 * What differs from one deployment to the next. Each is a CDK context key with the prefix `tertib:`, so
 * `cdk deploy -c tertib:domainName=...` sets one; `cdk.json` holds the rest.
 */
export const deploymentSchema = settings
  .refine(
    ({ documentCertificateArn, bsreSecretArn }) => documentCertificateArn === undefined || bsreSecretArn === undefined,
    {
      message: 'letters are signed by the certificate or by BSrE, not by both',
      path: ['bsreSecretArn'],
    },
  )
  .refine(({ tsaUrl, tsaAnchors }) => (tsaUrl === undefined) === (tsaAnchors === undefined), {
    message: 'an authority is trusted by its roots: give both tsaUrl and tsaAnchors, or neither',
    path: ['tsaAnchors'],
  })
  .refine(({ region, ...given }) => secretsOf(given).every((secret) => secret.split(':')[3] === region), {
    message: 'the secrets that sign letters must be in the region of the deployment',
    path: ['region'],
  });
export type Deployment = z.output<typeof deploymentSchema>;

/** Reads the deployment from the app's context. @throws ZodError naming the key that is wrong */
export const readDeployment = (node: Node): Deployment => {
  const given = Object.keys(deploymentSchema.shape).map((key) => [key, node.tryGetContext(`tertib:${key}`)]);
  return deploymentSchema.parse(Object.fromEntries(given.filter(([, value]) => value !== undefined)));
};

/** Where mail is received. */
export const mailRegionOf = ({ mailRegion, region }: Deployment): string => mailRegion ?? region;

/** Whether the deployment still has the names of the example. */
export const isExample = ({ domainName }: Deployment): boolean => domainName.endsWith('.example');
