import { Duration, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
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

/**
 * The files of batches as they were sent (`uploads/`), their rows (`rows/`) and what was wrong with them (`faults/`). Not versioned: what
 * has had its use is removed and must be gone. What is left behind goes by itself.
 */
export class BatchBucket extends Construct {
  readonly #opened: Opened;

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id);
    const bucket = createPrivateBucket(this, 'Bucket', {
      encryptionKey: key,
      cors: corsForPages(),
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        { prefix: 'uploads/', expiration: Duration.days(2) },
        { prefix: 'faults/', expiration: Duration.days(30) },
        // Longer than a batch may wait for its time, and be paused.
        { prefix: 'rows/', expiration: Duration.days(180) },
      ],
    });
    this.#opened = { bucket, key, variable: 'BATCH_BUCKET' };
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Only who makes batches is given addresses of files, for a minute, and the log of api has each request.',
    });
  }

  /** Lets a function add files or sign addresses to send them to; gives it `BATCH_BUCKET`. */
  grantWrite(to: LambdaFunction): void {
    openForWriting(to, this.#opened);
  }

  /** Lets a function read files or sign addresses at which they are read; gives it `BATCH_BUCKET`. */
  grantRead(to: LambdaFunction): void {
    openForReading(to, this.#opened);
  }

  /** Lets a function remove files; gives it `BATCH_BUCKET`. */
  grantRemove(to: LambdaFunction): void {
    openForRemoving(to, this.#opened);
  }
}
