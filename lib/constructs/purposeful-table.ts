import { RemovalPolicy } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { KeyAttribute, TableDescription } from '../../adapters/dynamo/tables.ts';

const types = { S: AttributeType.STRING, N: AttributeType.NUMBER } as const;
const attribute = ({ name, type }: KeyAttribute): Attribute => ({ name, type: types[type] });

const keysOf = ({ partitionKey, sortKey }: Pick<TableDescription, 'partitionKey' | 'sortKey'>) => ({
  partitionKey: attribute(partitionKey),
  ...(sortKey && { sortKey: attribute(sortKey) }),
});

export interface PurposefulTableProps {
  readonly description: TableDescription;
  readonly encryptionKey: IKey;
}

/** A table as `adapters/dynamo/tables.ts` describes it: on demand, restorable to any second, hard to delete. */
export class PurposefulTable extends Construct {
  readonly table: Table;
  readonly encryptionKey: IKey;

  constructor(scope: Construct, id: string, { description, encryptionKey }: PurposefulTableProps) {
    super(scope, id);
    this.encryptionKey = encryptionKey;
    this.table = new Table(this, 'Table', {
      ...keysOf(description),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(description.timeToLiveAttribute !== undefined && { timeToLiveAttribute: description.timeToLiveAttribute }),
    });
    for (const index of description.indexes) {
      this.table.addGlobalSecondaryIndex({
        indexName: index.name,
        ...keysOf(index),
        projectionType: ProjectionType[index.projection],
      });
    }
  }
}
