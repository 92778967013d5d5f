import { Duration, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { LambdaFunction } from './lambda-function.ts';
import { createPrivateBucket } from './private-bucket.ts';

/** What a set has put in writing: kept for good, each version too, and open to nobody but by an address that was signed. */
export class DocumentBucket extends Construct {
  readonly #bucket: Bucket;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id);
    this.#key = key;
    this.#bucket = createPrivateBucket(this, 'Bucket', {
      encryptionKey: key,
      versioned: true,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    Validations.of(this.#bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Each read by staff writes an access record in the same act; a second bucket of access logs would say less.',
    });
  }

  /** Lets a function add files; gives it `DOCUMENT_BUCKET`. */
  grantWrite(to: LambdaFunction): void {
    this.#grant(to, 's3:PutObject', ['kms:Decrypt', 'kms:GenerateDataKey']);
  }

  /** Lets a function sign addresses at which files are read; gives it `DOCUMENT_BUCKET`. */
  grantRead(to: LambdaFunction): void {
    this.#grant(to, 's3:GetObject', ['kms:Decrypt']);
  }

  #grant(to: LambdaFunction, action: string, useKey: string[]): void {
    to.mayOnObjects([action], this.#bucket);
    to.may(useKey, [this.#key.keyArn]);
    to.knows('DOCUMENT_BUCKET', this.#bucket.bucketName);
  }
}
