import * as z from 'zod';
import { region } from '../place.ts';
import { requestDynamo } from './request.ts';
import type { StreamSource } from './stream-record.ts';
import { readTableProperties } from './table-properties.ts';
import type { TableProperties } from './table-properties.ts';

/** A created table. Without a stream, `streamArn` is empty. */
export interface Table extends StreamSource {
  arn: string;
}

const described = z.object({ TableArn: z.string(), LatestStreamArn: z.string().default('') });
const createdSchema = z.object({ TableDescription: described });
const foundSchema = z.object({ Table: described });

/** A table that a database brought with it, by the properties that it was created from. */
export async function findTable(endpoint: string, properties: unknown): Promise<Table> {
  const { TableName: name, ...table } = readTableProperties(properties);
  const { Table: found } = foundSchema.parse(await requestDynamo(endpoint, 'DescribeTable', { TableName: name }));
  return tableOf(name, table, found);
}

/**
 * Creates a table from resolved `AWS::DynamoDB::Table` properties, `TableName` included. Throws on a property that is
 * neither supported nor inert. Items past their time to live stay, as DynamoDB may keep them for days.
 */
export async function createTable(endpoint: string, properties: unknown): Promise<Table> {
  const { TableName: name, ...table } = readTableProperties(properties);
  const created = await requestDynamo(endpoint, 'CreateTable', toInput(name, table));
  if (table.TimeToLiveSpecification?.Enabled) {
    await requestDynamo(endpoint, 'UpdateTimeToLive', {
      TableName: name,
      TimeToLiveSpecification: table.TimeToLiveSpecification,
    });
  }
  return tableOf(name, table, createdSchema.parse(created).TableDescription);
}

function tableOf(
  name: string,
  { StreamSpecification: stream }: Pick<TableProperties, 'StreamSpecification'>,
  { TableArn, LatestStreamArn }: z.infer<typeof described>,
): Table {
  return { name, arn: here(TableArn), streamArn: here(LatestStreamArn), streamViewType: stream?.StreamViewType };
}

// The engine names itself as the region.
const here = (arn: string): string => arn.replace(':dynoxide:', `:${region}:`);

function toInput(TableName: string, table: Omit<TableProperties, 'TableName'>) {
  const { StreamSpecification: stream, TimeToLiveSpecification: _, ...rest } = table;
  return {
    TableName,
    ...rest,
    BillingMode: 'PAY_PER_REQUEST',
    ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: stream.StreamViewType } }),
  };
}
