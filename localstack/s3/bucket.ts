import { rmSync } from 'node:fs';
import type { BucketRules } from './bucket-properties.ts';
import { Refusal } from './refusal.ts';
import type { S3Request } from './request.ts';

/** An object whose bytes are in a file of its own. */
export interface StoredObject {
  key: string;
  path: string;
  size: number;
  /** In quotes, as the header has it. */
  etag: string;
  modified: Date;
  /** Content type, user metadata and the like, as they are sent back. */
  headers: Record<string, string>;
  checksums: Record<string, string>;
}

export interface Bucket {
  name: string;
  rules: BucketRules;
  objects: Map<string, StoredObject>;
}

/** The object of a request; throws `NoSuchKey`. */
export function objectOf(bucket: Bucket, key: string): StoredObject {
  const object = bucket.objects.get(key);
  if (object) return object;
  throw new Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
}

/** Puts an object in place of an older one if the request's conditions hold; nothing can come between the two. */
export function commit(bucket: Bucket, object: StoredObject, request: S3Request): void {
  const old = bucket.objects.get(object.key);
  try {
    checkWrite(request, old);
  } catch (error) {
    rmSync(object.path, { force: true });
    throw error;
  }
  bucket.objects.set(object.key, object);
  if (old) rmSync(old.path, { force: true });
}

export function remove(bucket: Bucket, key: string): StoredObject | undefined {
  const old = bucket.objects.get(key);
  bucket.objects.delete(key);
  if (old) rmSync(old.path, { force: true });
  return old;
}

const failed = (name: string): Refusal =>
  new Refusal(412, 'PreconditionFailed', `At least one of the pre-conditions you specified did not hold: ${name}`);

function checkWrite({ header }: S3Request, old: StoredObject | undefined): void {
  const [match, noneMatch] = [header('if-match'), header('if-none-match')];
  if (noneMatch === '*' && old) throw failed('If-None-Match');
  if (match === undefined) return;
  if (!old) throw new Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
  if (!sameTag(match, old)) throw failed('If-Match');
}

/** Checks the conditions of a read; true when the reader's copy is still good (304). */
export function isUnchanged({ header }: S3Request, object: StoredObject): boolean {
  const [match, noneMatch] = [header('if-match'), header('if-none-match')];
  if (match !== undefined && !sameTag(match, object)) throw failed('If-Match');
  return noneMatch !== undefined && sameTag(noneMatch, object);
}

function sameTag(text: string, { etag }: StoredObject): boolean {
  return text === '*' || text === etag || `"${text}"` === etag;
}
