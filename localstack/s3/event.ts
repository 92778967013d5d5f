import { randomUUID } from 'node:crypto';
import { account, region } from '../place.ts';
import type { Bucket, StoredObject } from './bucket.ts';

/** An event as S3 puts it on the account's default event bus. */
export interface BucketEvent {
  version: string;
  id: string;
  'detail-type': 'Object Created' | 'Object Deleted';
  source: 'aws.s3';
  account: string;
  time: string;
  region: string;
  resources: string[];
  detail: Record<string, unknown>;
}

/** What happened to an object, and by which operation. */
export interface Change {
  type: BucketEvent['detail-type'];
  reason: 'PutObject' | 'CopyObject' | 'CompleteMultipartUpload' | 'DeleteObject';
  object: StoredObject;
}

let sequence = 0;

/** Describes a change as EventBridge delivers it. */
export function bucketEvent(bucket: Bucket, { type, reason, object }: Change, now: Date): BucketEvent {
  const { key, size, etag } = object;
  const sequencer = (sequence += 1).toString(16).toUpperCase().padStart(16, '0');
  const created = type === 'Object Created';
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': type,
    source: 'aws.s3',
    account,
    time: `${now.toISOString().slice(0, 19)}Z`,
    region,
    resources: [`arn:aws:s3:::${bucket.name}`],
    detail: {
      version: '0',
      bucket: { name: bucket.name },
      object: { key, ...(created && { size, etag: etag.slice(1, -1) }), sequencer },
      'request-id': randomUUID(),
      requester: account,
      'source-ip-address': '127.0.0.1',
      reason,
      ...(!created && { 'deletion-type': 'Permanently Deleted' }),
    },
  };
}
