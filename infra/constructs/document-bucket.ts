import { Duration, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { LambdaFunction } from './lambda-function.ts';
import { createPrivateBucket, openForReading, openForWriting, type Opened } from './private-bucket.ts';

/** What a set has put in writing: kept for good, each version too, and open to nobody but by an address that was signed. */
export class DocumentBucket extends Construct {
  readonly #opened: Opened;

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id);
    const bucket = createPrivateBucket(this, 'Bucket', {
      encryptionKey: key,
      versioned: true,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    this.#opened = { bucket, key, variable: 'DOCUMENT_BUCKET' };
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Each read by staff writes an access record in the same act; a second bucket of access logs would say less.',
    });
  }

  /** Lets a function add files; gives it `DOCUMENT_BUCKET`. */
  grantWrite(to: LambdaFunction): void {
    openForWriting(to, this.#opened);
  }

  /** Lets a function sign addresses at which files are read; gives it `DOCUMENT_BUCKET`. */
  grantRead(to: LambdaFunction): void {
    openForReading(to, this.#opened);
  }
}
