import type { AttributeValue, DynamoDBRecord, StreamRecord } from 'aws-lambda';
import * as z from 'zod';
import type { Row } from './records.ts';

/** The table a stream belongs to, as `createTable` returns it. */
export interface StreamSource {
  name: string;
  streamArn: string;
  streamViewType: StreamRecord['StreamViewType'];
}

type Image = Record<string, AttributeValue>;

// The engine wrote it a moment ago from a request it had checked, so its shape is taken as given.
const imageSchema = z.custom<Image>((value) => typeof value === 'object' && value !== null);
const parse = (json: string): Image => imageSchema.parse(JSON.parse(json));

/** Shapes a stored change as Lambda receives it. Sequence numbers are 21 digits and sort as text. */
export function toRecord(row: Row, table: StreamSource): DynamoDBRecord {
  const [, , , region = ''] = table.streamArn.split(':');
  const sequenceNumber = String(row.id).padStart(21, '0');
  return {
    eventID: `${table.name}-${row.id}`,
    eventName: row.event_name,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    eventSourceARN: table.streamArn,
    dynamodb: {
      ApproximateCreationDateTime: row.created_at,
      Keys: parse(row.keys_json),
      ...(row.new_image === null ? {} : { NewImage: parse(row.new_image) }),
      ...(row.old_image === null ? {} : { OldImage: parse(row.old_image) }),
      SequenceNumber: sequenceNumber,
      SizeBytes: row.keys_json.length + (row.new_image?.length ?? 0) + (row.old_image?.length ?? 0),
      StreamViewType: table.streamViewType,
    },
  };
}
