import { createTable, findTable } from '../dynamodb/tables.ts';
import type { Provider } from '../template/deploy.ts';
import type { Parts } from './parts.ts';

const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

/** Tables, queues, buckets and secrets. Their makers check the properties themselves. */
export function dataProviders(parts: Parts): Record<string, Provider> {
  const { engine, queues, buckets, secrets, region, tables } = parts;
  return {
    'AWS::DynamoDB::Table': {
      honours: ['*'],
      harmless: [],
      async create(properties, { name }) {
        const make = engine.from > 0 ? findTable : createTable;
        const table = await make(engine.endpoint, { TableName: name, ...properties });
        tables.set(table.streamArn, table);
        return { ref: table.name, attributes: { Arn: table.arn, StreamArn: table.streamArn } };
      },
    },
    'AWS::SQS::Queue': {
      honours: ['*'],
      harmless: [],
      create(properties, { name }) {
        const queue = queues.create(textOr(properties['QueueName'], name), properties);
        return { ref: queue.url, attributes: { Arn: queue.arn, QueueName: queue.name, QueueUrl: queue.url } };
      },
    },
    'AWS::S3::Bucket': {
      honours: ['*'],
      harmless: [],
      create(properties, { name }) {
        const bucket = textOr(properties['BucketName'], name.toLowerCase().slice(0, 63));
        buckets.create(bucket, properties);
        const domain = `${bucket}.s3.${region}.amazonaws.com`;
        return {
          ref: bucket,
          attributes: { Arn: `arn:aws:s3:::${bucket}`, DomainName: domain, RegionalDomainName: domain },
        };
      },
    },
    'AWS::SecretsManager::Secret': {
      honours: ['*'],
      harmless: [],
      create(properties, { name }) {
        const { arn } = secrets.create(name, properties);
        return { ref: arn, attributes: { Id: arn } };
      },
    },
  };
}
