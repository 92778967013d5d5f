import { remove } from './bucket.ts';
import type { Bucket } from './bucket.ts';
import type { Change } from './event.ts';
import { listObjects } from './list.ts';
import { abortUpload, completeUpload, createUpload, listParts, uploadPart } from './multipart.ts';
import type { Uploads } from './multipart.ts';
import { readObject } from './read.ts';
import type { Reply } from './read.ts';
import { notImplemented } from './refusal.ts';
import type { S3Request } from './request.ts';
import { copyObject, putObject } from './write.ts';
import type { WriteContext } from './write.ts';

/** What an operation needs beside its bucket. */
export interface OperationContext extends WriteContext {
  uploads: Uploads;
  find: (name: string) => Bucket;
  changed: (change: Change) => void;
}

/** Sub-resources, whose requests look like plain ones but for a word in the query. */
const unsupported = ['acl', 'cors', 'delete', 'lifecycle', 'policy', 'retention', 'tagging', 'versioning', 'versions'];

/** Carries out one operation on a bucket or an object; one that is not there throws `NotImplemented` with its name. */
export async function operate(bucket: Bucket, request: S3Request, context: OperationContext): Promise<Reply> {
  const subresource = unsupported.find((name) => request.query.has(name));
  if (subresource !== undefined) throw notImplemented(`operation ${request.method} ?${subresource}`);
  if (request.key === '') return onBucket(bucket, request);
  const inParts = request.query.has('uploads') || request.query.has('uploadId');
  return inParts ? onUpload(bucket, request, context) : onObject(bucket, request, context);
}

function onBucket(bucket: Bucket, request: S3Request): Reply {
  if (request.method === 'HEAD') return { status: 200 };
  if (request.method === 'GET' && request.query.get('list-type') === '2') return listObjects(bucket, request);
  throw notImplemented(`operation ${request.method} on a bucket`);
}

async function onObject(bucket: Bucket, request: S3Request, context: OperationContext): Promise<Reply> {
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      return readObject(bucket, request);
    case 'PUT':
      return put(bucket, request, context);
    case 'DELETE':
      return removeObject(bucket, request, context);
    default:
      throw notImplemented(`operation ${request.method} on an object`);
  }
}

async function onUpload(bucket: Bucket, request: S3Request, context: OperationContext): Promise<Reply> {
  switch (`${request.method} ${request.query.has('uploads') ? 'uploads' : 'uploadId'}`) {
    case 'POST uploads':
      return createUpload(bucket, request, context);
    case 'PUT uploadId':
      if (request.header('x-amz-copy-source') !== undefined) throw notImplemented('operation UploadPartCopy');
      return uploadPart(bucket, request, context);
    case 'DELETE uploadId':
      return abortUpload(bucket, request, context);
    case 'POST uploadId':
      return complete(bucket, request, context);
    case 'GET uploadId':
      return listParts(bucket, request, context);
    default:
      throw notImplemented('list of multipart uploads');
  }
}

async function complete(bucket: Bucket, request: S3Request, context: OperationContext): Promise<Reply> {
  const reply = await completeUpload(bucket, request, context);
  const object = bucket.objects.get(request.key);
  if (object) context.changed({ type: 'Object Created', reason: 'CompleteMultipartUpload', object });
  return reply;
}

async function put(bucket: Bucket, request: S3Request, context: OperationContext): Promise<Reply> {
  const copy = request.header('x-amz-copy-source') !== undefined;
  const reply = await (copy ? copyObject(bucket, request, context) : putObject(bucket, request, context));
  const object = bucket.objects.get(request.key);
  if (object) context.changed({ type: 'Object Created', reason: copy ? 'CopyObject' : 'PutObject', object });
  return reply;
}

function removeObject(bucket: Bucket, request: S3Request, { changed }: OperationContext): Reply {
  const object = remove(bucket, request.key);
  if (object) changed({ type: 'Object Deleted', reason: 'DeleteObject', object });
  return { status: 204 };
}
