import { Duration, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { LambdaFunction } from './lambda-function.ts';
import {
  createPrivateBucket,
  openForReading,
  openForRemoving,
  openForWriting,
  corsForPages,
  type Opened,
} from './private-bucket.ts';

/** Where files stand until they have been checked. */
export const quarantine = 'quarantine/';

/**
 * The documents of persons and companies. Not versioned: a key is written once (`If-None-Match: *`) and what is erased must be
 * gone. What was never checked goes by itself after two days.
 */
export class MaterialBucket extends Construct {
  readonly bucket: Bucket;
  readonly #opened: Opened;

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id);
    this.bucket = createPrivateBucket(this, 'Bucket', {
      encryptionKey: key,
      cors: corsForPages({ ranges: true }),
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(2) },
        { prefix: quarantine, expiration: Duration.days(2) },
        // Copies with a watermark, made for one reading each.
        { prefix: 'copies/', expiration: Duration.days(2) },
      ],
    });
    this.#opened = { bucket: this.bucket, key, variable: 'MATERIAL_BUCKET' };
    this.#notify();
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Each read by another than the owner writes an access record in the same act; a bucket of logs would say less.',
    });
  }

  /** Lets a function send files or sign addresses to send them to; gives it `MATERIAL_BUCKET`. */
  grantSending(to: LambdaFunction): void {
    openForWriting(to, this.#opened);
  }

  /** Lets a function read files or sign addresses at which they are read; gives it `MATERIAL_BUCKET`. */
  grantReading(to: LambdaFunction): void {
    openForReading(to, this.#opened);
  }

  /** Lets a function remove files; gives it `MATERIAL_BUCKET`. */
  grantRemoving(to: LambdaFunction): void {
    openForRemoving(to, this.#opened);
  }

  /** Lets a function see and give up what has come of an upload in parts; beginning and joining one is sending. */
  grantParts(to: LambdaFunction): void {
    to.mayOnObjects(['s3:ListMultipartUploadParts', 's3:AbortMultipartUpload'], this.bucket);
  }

  /** By the property itself: CDK's own way is a custom resource. */
  #notify(): void {
    const { defaultChild } = this.bucket.node;
    if (!(defaultChild instanceof CfnBucket)) throw new Error('a bucket has its own resource');
    defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }
}
