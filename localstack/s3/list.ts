import type { Bucket, StoredObject } from './bucket.ts';
import type { Reply } from './read.ts';
import type { S3Request } from './request.ts';
import { element, xml } from './xml.ts';

/** ListObjectsV2, in the order of the keys' UTF-8 bytes. */
export function listObjects(bucket: Bucket, { query }: S3Request): Reply {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const limit = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  const token = query.get('continuation-token');
  const after = token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString();

  const entries = entriesOf(bucket, prefix, delimiter).filter(({ name }) => bytesBefore(after, name) < 0);
  const page = entries.slice(0, limit);
  const next = entries.length > page.length ? Buffer.from(page.at(-1)?.name ?? '').toString('base64url') : undefined;
  const text = query.get('encoding-type') === 'url' ? encodeURIComponent : String;
  const content = [
    element('Name', bucket.name),
    element('Prefix', text(prefix)),
    element('KeyCount', page.length),
    element('MaxKeys', limit),
    element('IsTruncated', String(next !== undefined)),
    ...(next === undefined ? [] : [element('NextContinuationToken', next)]),
    ...page.map(({ name, object }) => (object ? contents(text(name), object) : common(text(name)))),
  ];
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: xml('ListBucketResult', content.join('')),
  };
}

interface Entry {
  name: string;
  /** Absent for a common prefix. */
  object?: StoredObject;
}

function entriesOf(bucket: Bucket, prefix: string, delimiter: string): Entry[] {
  const entries = new Map<string, Entry>();
  for (const object of bucket.objects.values()) {
    if (!object.key.startsWith(prefix)) continue;
    const end = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
    const name = end < 0 ? object.key : object.key.slice(0, end + delimiter.length);
    entries.set(name, end < 0 ? { name, object } : { name });
  }
  return [...entries.values()].toSorted((one, other) => bytesBefore(one.name, other.name));
}

const bytesBefore = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

function contents(key: string, { modified, etag, size }: StoredObject): string {
  const parts = [element('Key', key), element('LastModified', modified.toISOString()), element('ETag', etag)];
  return `<Contents>${parts.join('')}${element('Size', size)}<StorageClass>STANDARD</StorageClass></Contents>`;
}

function common(prefix: string): string {
  return `<CommonPrefixes>${element('Prefix', prefix)}</CommonPrefixes>`;
}
