import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/**
 * One key per kind of secret, so that a right to one opens nothing else. Keys cannot be made again: they outlive the stack.
 */
export class Keys extends Construct {
  /** The record at rest: tables and evidence. */
  readonly trail: Key;
  /** Reporter identity: its table at rest, and the sealed record inside. */
  readonly people: Key;
  /** Seals task tokens and the secrets that an idempotent answer repeats. */
  readonly secrets: Key;
  /** ECDSA P-256: receipts and decision records. */
  readonly signer: Key;
  /** HMAC-SHA-256: link secrets, mailed codes, match tags. */
  readonly mac: Key;
  /** Log groups. */
  readonly logs: Key;

  constructor(stack: Stack, id: string) {
    super(stack, id);
    this.trail = this.#rotating('Trail', 'Tertib: case record at rest');
    this.people = this.#rotating('People', 'Tertib: reporter identity');
    this.secrets = this.#rotating('Secrets', 'Tertib: task tokens and request secrets');
    this.signer = new Key(this, 'Signer', {
      description: 'Tertib: signs receipts and decision records',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.mac = new Key(this, 'Mac', {
      description: 'Tertib: keyed hashes of link secrets, codes and match tags',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.logs = this.#rotating('Logs', 'Tertib: log groups');
    this.logs.addToResourcePolicy(forLogGroups(stack));
  }

  #rotating(id: string, description: string): Key {
    return new Key(this, id, { description, enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
  }
}

/** CloudWatch Logs uses the key for log groups of this account and region, and for nothing else. */
const forLogGroups = (stack: Stack): PolicyStatement =>
  new PolicyStatement({
    principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    resources: ['*'],
    conditions: {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': stack.formatArn({ service: 'logs', resource: 'log-group:*' }),
      },
    },
  });
