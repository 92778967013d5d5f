import { Duration, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { LambdaFunction } from './lambda-function.ts';
import { createPrivateBucket, openForReading, openForWriting, corsForPages, type Opened } from './private-bucket.ts';

/**
 * The statements of the channels and banks as they were received (`statements/`), what a run found of each row (`results/`), and
 * settlements as they were approved (`settlements/`): kept for good, each version too. What finance sends stands under `uploads/`
 * until it is taken in; a run puts its pieces under `rows/`.
 */
export class StatementBucket extends Construct {
  readonly #opened: Opened;

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id);
    const bucket = createPrivateBucket(this, 'Bucket', {
      encryptionKey: key,
      versioned: true,
      cors: corsForPages(),
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        passing('uploads/', Duration.days(2)),
        passing('rows/', Duration.days(30)),
      ],
    });
    this.#opened = { bucket, key, variable: 'STATEMENT_BUCKET' };
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Only finance is given addresses of files, for a minute, and the log of api has each request for one.',
    });
  }

  /** Lets a function add files or sign addresses to send them to; gives it `STATEMENT_BUCKET`. */
  grantWrite(to: LambdaFunction): void {
    openForWriting(to, this.#opened);
  }

  /** Lets a function read files or sign addresses at which they are read; gives it `STATEMENT_BUCKET`. */
  grantRead(to: LambdaFunction): void {
    openForReading(to, this.#opened);
  }
}

const passing = (prefix: string, after: Duration) => ({
  prefix,
  expiration: after,
  noncurrentVersionExpiration: Duration.days(1),
});
