import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type TableId, tables } from '../../adapters/dynamo/tables.ts';
import { EvidenceBuckets } from '../constructs/evidence-buckets.ts';
import { Keys } from '../constructs/keys.ts';
import { PurposefulTable } from '../constructs/purposeful-table.ts';
import type { Deployment } from '../deployment.ts';
import { type EvidenceUses, evidenceUses } from '../uses/evidence-uses.ts';
import { type KeyUses, keyUses } from '../uses/key-uses.ts';
import { holdUses, type Tables, type TableUses, tableUses } from '../uses/table-uses.ts';

export interface DataStackProps extends StackProps {
  readonly deployment: Deployment;
}

/** Everything that must outlive a deployment: keys, tables, evidence. Its logical ids are frozen by a test. */
export class DataStack extends Stack {
  readonly keys: Keys;
  readonly tables: TableUses;
  readonly evidence: EvidenceUses;
  readonly keyUses: KeyUses;

  constructor(scope: Construct, id: string, { deployment, ...props }: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.keys = new Keys(this, 'Keys');
    const made = this.#tables();
    this.tables = tableUses(made);
    const buckets = new EvidenceBuckets(this, 'Evidence', { deployment, encryptionKey: this.keys.trail });
    this.evidence = evidenceUses(buckets, holdUses(made), deployment);
    this.keyUses = keyUses(this.keys);
  }

  #tables(): Tables {
    const make = (table: TableId) =>
      new PurposefulTable(this, tables[table].name, {
        description: tables[table],
        encryptionKey: table === 'people' ? this.keys.people : this.keys.trail,
      });
    return {
      trail: make('trail'),
      cases: make('cases'),
      tasks: make('tasks'),
      visits: make('visits'),
      factors: make('factors'),
      stepUps: make('stepUps'),
      directory: make('directory'),
      people: make('people'),
      requests: make('requests'),
      throttle: make('throttle'),
      access: make('access'),
      inbound: make('inbound'),
      holds: make('holds'),
    };
  }
}
