import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});

/** The yardstick: a handler that puts one item and does nothing else. */
export const handler = async (): Promise<{ statusCode: number; body: string }> => {
  await client.send(
    new PutItemCommand({ TableName: process.env['TABLE_NAME'], Item: { pk: { S: 'CASE#1' }, sk: { S: 'REC' } } }),
  );
  return { statusCode: 201, body: '{}' };
};
