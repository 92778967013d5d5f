import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTemporaryEngine } from '../../test/support/temporary-engine.ts';
import type { Engine } from './engine.ts';
import { requestDynamo } from './request.ts';
import { createTable } from './tables.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startTemporaryEngine();
});
afterAll(() => engine.stop());

const keys = ['pk', 'sk', 'pk1', 'sk1'];
const properties = {
  TableName: 'gulou-intake',
  AttributeDefinitions: keys.map((name) => ({ AttributeName: name, AttributeType: 'S' })),
  KeySchema: keySchema('pk', 'sk'),
  GlobalSecondaryIndexes: [
    { IndexName: 'index1', KeySchema: keySchema('pk1', 'sk1'), Projection: { ProjectionType: 'ALL' } },
  ],
  BillingMode: 'PAY_PER_REQUEST',
  DeletionProtectionEnabled: true,
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: 'arn:aws:kms:local-1:000000000000:key/1' },
  StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
  TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
};

test('a table of a template is created with its index, stream and time to live', async () => {
  const table = await createTable(engine.endpoint, properties);
  expect(table).toEqual({
    name: 'gulou-intake',
    arn: 'arn:aws:dynamodb:local-1:000000000000:table/gulou-intake',
    streamArn: expect.stringMatching(/^arn:aws:dynamodb:local-1:000000000000:table\/gulou-intake\/stream\/./),
    streamViewType: 'NEW_IMAGE',
  });

  const row = { pk: 'case', sk: 'REC', pk1: 'department', sk1: 'submitted' };
  const Item = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, { S: value }]));
  await requestDynamo(engine.endpoint, 'PutItem', { TableName: table.name, Item });
  const found = await requestDynamo(engine.endpoint, 'Query', {
    TableName: table.name,
    IndexName: 'index1',
    KeyConditionExpression: 'pk1 = :pk',
    ExpressionAttributeValues: { ':pk': { S: 'department' } },
  });
  expect(found).toMatchObject({ Items: [Item] });
  expect(await requestDynamo(engine.endpoint, 'DescribeTimeToLive', { TableName: table.name })).toMatchObject({
    TimeToLiveDescription: { AttributeName: 'expiresAt' },
  });
});

test('a property that would have an effect on AWS and has none here is refused by name', async () => {
  const table = { ...properties, TableName: 'other', ImportSourceSpecification: {} };
  await expect(createTable(engine.endpoint, table)).rejects.toThrow('ImportSourceSpecification');
});

test('a table that exists is refused', async () => {
  const table = {
    TableName: 'twice',
    AttributeDefinitions: properties.AttributeDefinitions.slice(0, 2),
    KeySchema: properties.KeySchema,
  };
  await createTable(engine.endpoint, table);
  await expect(createTable(engine.endpoint, table)).rejects.toThrow('CreateTable: Table already exists');
});

function keySchema(hash: string, range: string) {
  return [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ];
}
