import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type AwsAddress, awsClientOptions } from '../aws-client.ts';

/** The one DynamoDB client of a process; every store takes it. */
export const documentClient = (address: AwsAddress): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient(awsClientOptions(address)), {
    marshallOptions: { removeUndefinedValues: true },
  });
