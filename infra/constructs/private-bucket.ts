import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type CorsRule,
  HttpMethods,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { LambdaFunction } from './lambda-function.ts';

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

/** Lets pages of any site send and read files: what opens the bucket to them is the signed address, not the page they are on. */
export function corsForPages({ ranges = false } = {}): CorsRule[] {
  return [
    {
      allowedOrigins: ['*'],
      allowedMethods: [HttpMethods.PUT, HttpMethods.GET, HttpMethods.HEAD],
      allowedHeaders: ['content-type', 'if-none-match', ...(ranges ? ['range'] : []), 'x-amz-checksum-sha256'],
      exposedHeaders: ['ETag', ...(ranges ? ['Content-Range'] : []), 'Content-Disposition', 'x-amz-checksum-sha256'],
      maxAge: Duration.hours(1).toSeconds(),
    },
  ];
}

/** A private bucket, the key that it is under, and the variable that a function which may use it is given its name by. */
export interface Opened {
  bucket: Bucket;
  key: IKey;
  variable: string;
}

/** Lets a function add files or sign addresses to send them to. */
export function openForWriting(to: LambdaFunction, opened: Opened): void {
  open(to, opened, 's3:PutObject');
  to.may(['kms:Decrypt', 'kms:GenerateDataKey'], [opened.key.keyArn]);
}

/** Lets a function read files or sign addresses at which they are read. */
export function openForReading(to: LambdaFunction, opened: Opened): void {
  open(to, opened, 's3:GetObject');
  to.may(['kms:Decrypt'], [opened.key.keyArn]);
}

/** Lets a function remove files, unread. */
export function openForRemoving(to: LambdaFunction, opened: Opened): void {
  open(to, opened, 's3:DeleteObject');
}

function open(to: LambdaFunction, { bucket, variable }: Opened, action: string): void {
  to.mayOnObjects([action], bucket);
  to.knows(variable, bucket.bucketName);
}
