import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** A bucket under the set's key, reached by TLS alone and open to nobody; it stays when its stack goes. */
export function createPrivateBucket(
  scope: Construct,
  id: string,
  props: BucketProps & { encryptionKey: IKey },
): Bucket {
  return new Bucket(scope, id, {
    encryption: BucketEncryption.KMS,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
    ...props,
  });
}
