import type { AttributeValue, DynamoDBRecord, StreamRecord } from 'aws-lambda';
import * as z from 'zod';
import type { Image, Records, Row } from './records.ts';

/** The table a stream belongs to, as `createTable` returns it. */
export interface StreamSource {
  name: string;
  streamArn: string;
  streamViewType: StreamRecord['StreamViewType'];
}

type Item = Record<string, AttributeValue>;

// The engine wrote it a moment ago from a request it had checked, so its shape is taken as given.
const itemSchema = z.custom<Item>((value) => typeof value === 'object' && value !== null);
const parse = (json: string): Item => itemSchema.parse(JSON.parse(json));

/** Shapes a stored change as Lambda receives it; its images are read when somebody looks at them. Sequence numbers are 21 digits and sort as text. */
export function toRecord(row: Row, table: StreamSource, records: Pick<Records, 'image'>): DynamoDBRecord {
  const [, , , region = ''] = table.streamArn.split(':');
  const change: StreamRecord = {
    ApproximateCreationDateTime: row.created_at,
    Keys: parse(row.keys_json),
    SequenceNumber: String(row.id).padStart(21, '0'),
    SizeBytes: row.keys_json.length + (row.new_size ?? 0) + (row.old_size ?? 0),
    StreamViewType: table.streamViewType,
  };
  const show = (name: 'NewImage' | 'OldImage', which: Image): void => {
    let item: Item | undefined;
    const get = (): Item => (item ??= parse(records.image(row.id, which)));
    Object.defineProperty(change, name, { enumerable: true, get });
  };
  if (row.new_size !== null) show('NewImage', 'new_image');
  if (row.old_size !== null) show('OldImage', 'old_image');
  return {
    eventID: `${table.name}-${row.id}`,
    eventName: row.event_name,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    eventSourceARN: table.streamArn,
    dynamodb: change,
  };
}
