import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Cloud } from '../../localstack/cloud.ts';

export type Row = Record<string, unknown>;

/** What the tables of a local cloud hold; nothing of this can be seen over HTTP. */
export interface Inside {
  /** The physical name of a service's table, such as that of `gulou-intake`. */
  table: (stack: string) => string;
  rows: (stack: string) => Promise<Row[]>;
  /** The name of the bus of a platform's stack. */
  bus: (stack: string) => string;
  documents: DynamoDBDocumentClient;
  stop: () => void;
}

export function lookInside({ environment, resources }: Cloud): Inside {
  const client = new DynamoDBClient({
    endpoint: environment['AWS_ENDPOINT_URL_DYNAMODB'] ?? '',
    region: environment['AWS_REGION'] ?? '',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const documents = DynamoDBDocumentClient.from(client);
  const table = (stack: string): string => {
    const found = resources.find(({ type, name }) => type === 'AWS::DynamoDB::Table' && name.includes(`${stack}-`));
    if (!found) throw new Error(`${stack} has no table`);
    return found.name;
  };
  const bus = (id: string): string => {
    const found = resources.find(({ type, stack }) => type === 'AWS::Events::EventBus' && stack.id === id);
    return String(found?.stack.template.Resources[found.logicalId]?.Properties['Name']);
  };
  return {
    table,
    bus,
    documents,
    async rows(stack) {
      const rows: Row[] = [];
      for await (const { Items } of paginateScan({ client: documents }, { TableName: table(stack) }))
        rows.push(...(Items ?? []));
      return rows;
    },
    stop: () => client.destroy(),
  };
}
