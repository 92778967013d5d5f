import { Duration, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { daysSaid } from '#events/materials/days-said';
import { PrefillKnownV1 } from '#events/materials/prefill-known.v1';
import { replayWindowDays } from '#shared/replay-window';
import { createPrivateBucket } from './private-bucket.ts';

/** Content too personal or too large for an event; a fact names it by `{ ref, sha256 }`. */
export function createHandOverBucket(scope: Construct, id: string, key: IKey): Bucket {
  const bucket = createPrivateBucket(scope, id, {
    encryptionKey: key,
    lifecycleRules: [
      { expiration: Duration.days(replayWindowDays), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      // What registers said for a form that was begun is not taken as said any longer: nothing personal is kept beyond its use.
      { prefix: `${PrefillKnownV1.type}/`, expiration: Duration.days(daysSaid) },
    ],
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'Each read writes an access record in the same act; a second bucket of access logs would say less.',
  });
  return bucket;
}
