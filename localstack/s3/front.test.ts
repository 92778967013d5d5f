import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newClient, sha256, startFixture } from './front.fixture.ts';
import type { Fixture } from './front.fixture.ts';

let s3: Fixture;
beforeAll(async () => {
  s3 = await startFixture();
});
afterAll(() => s3.stop());

const Bucket = 'plain';
const put = (Key: string, Body: string | Buffer | Readable, more: object = {}) =>
  s3.client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const list = (more: object) => s3.client.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', ...more }));
const get = async (Key: string, more: object = {}) => {
  const { Body } = await s3.client.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return Body?.transformToString();
};

test('an object comes back with its type, metadata and checksum', async () => {
  const Metadata = { case: '42' };
  await put('folder/a b+c 证.txt', 'hello', { ContentType: 'text/plain', Metadata, ChecksumSHA256: sha256('hello') });
  const head = await s3.client.send(
    new HeadObjectCommand({ Bucket, Key: 'folder/a b+c 证.txt', ChecksumMode: 'ENABLED' }),
  );
  expect(head).toMatchObject({
    ContentLength: 5,
    ContentType: 'text/plain',
    Metadata,
    ETag: '"5d41402abc4b2a76b9719d911017c592"',
    ChecksumSHA256: sha256('hello'),
  });
  expect(await get('folder/a b+c 证.txt')).toBe('hello');
  expect(await get('folder/a b+c 证.txt', { Range: 'bytes=1-3' })).toBe('ell');
});

test('a body of 50 MB goes in and out unchanged', async () => {
  const body = randomBytes(50_000_000);
  await put('big', body, { ChecksumSHA256: sha256(body) });
  const { Body } = await s3.client.send(new GetObjectCommand({ Bucket, Key: 'big' }));
  expect(sha256(Buffer.from(await Body!.transformToByteArray()))).toBe(sha256(body));
}, 30_000);

test('a stream is sent in the chunked encoding of the SDK and stored without it', async () => {
  const body = randomBytes(300_000);
  const pieces = Readable.from([body.subarray(0, 100_000), body.subarray(100_000)]);
  await put('stream', pieces, { ContentLength: body.length, ChecksumAlgorithm: 'SHA256' });
  const read = await s3.client.send(new GetObjectCommand({ Bucket, Key: 'stream', ChecksumMode: 'ENABLED' }));
  expect(read.ContentEncoding).toBeUndefined();
  expect(read).toMatchObject({ ContentLength: body.length, ChecksumSHA256: sha256(body) });
  expect(sha256(Buffer.from(await read.Body!.transformToByteArray()))).toBe(sha256(body));
});

test('an empty object is an object', async () => {
  await put('empty', Buffer.alloc(0));
  expect(await get('empty')).toBe('');
});

test('a wrong checksum is refused', async () => {
  await expect(put('wrong', 'hello', { ChecksumSHA256: sha256('other') })).rejects.toMatchObject({ name: 'BadDigest' });
  await expect(get('wrong')).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('If-None-Match and If-Match guard a write', async () => {
  const { ETag } = await put('guarded', '1', { IfNoneMatch: '*' });
  await expect(put('guarded', '2', { IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  await expect(put('guarded', '2', { IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  await put('guarded', '3', { IfMatch: ETag });
  expect(await get('guarded')).toBe('3');
});

test('a request with a wrong secret, key or token, an old one and an unsigned one are refused', async () => {
  const read = async (changes: object) => {
    const client = newClient(s3.buckets.endpoint, changes);
    const error: unknown = await client
      .send(new GetObjectCommand({ Bucket, Key: 'x' }))
      .catch((thrown: unknown) => thrown);
    client.destroy();
    return error;
  };
  expect(await read({ secretAccessKey: 'wrong' })).toMatchObject({ name: 'SignatureDoesNotMatch' });
  expect(await read({ accessKeyId: 'OTHER' })).toMatchObject({ name: 'InvalidAccessKeyId' });
  expect(await read({ sessionToken: 'other' })).toMatchObject({ name: 'InvalidToken' });
  s3.clock.skewMs = 16 * 60_000;
  expect(await read({})).toMatchObject({ name: 'RequestTimeTooSkewed' });
  // By this a client finds out what time it is here.
  const { headers } = await fetch(`${s3.buckets.endpoint}/plain/x`);
  expect(Date.parse(headers.get('date') ?? '') - Date.now()).toBeGreaterThan(15 * 60_000);
  s3.clock.skewMs = 0;
  const unsigned = await fetch(`${s3.buckets.endpoint}/plain/x`);
  expect([unsigned.status, await unsigned.text()]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')]);
});

test('a list has prefixes and pages', async () => {
  for (const key of ['list/a/1', 'list/a/2', 'list/b', 'list/c']) await put(key, key);
  const folders = await list({ Delimiter: '/' });
  expect(folders.CommonPrefixes).toEqual([{ Prefix: 'list/a/' }]);
  expect(folders.Contents?.map(({ Key }) => Key)).toEqual(['list/b', 'list/c']);

  const first = await list({ MaxKeys: 3 });
  expect(first).toMatchObject({ IsTruncated: true, KeyCount: 3 });
  const second = await list({ ContinuationToken: first.NextContinuationToken });
  expect(second.Contents?.map(({ Key }) => Key)).toEqual(['list/c']);
});

test('a copy is its own object, and a deleted object is gone', async () => {
  await put('source', 'bytes', { ContentType: 'text/plain' });
  await s3.client.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/source` }));
  await s3.client.send(new DeleteObjectCommand({ Bucket, Key: 'source' }));
  await expect(get('source')).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect(await get('copy')).toBe('bytes');
});

test('an unknown bucket and what the local S3 has not are refused by name', async () => {
  await expect(s3.client.send(new GetObjectCommand({ Bucket: 'none', Key: 'x' }))).rejects.toMatchObject({
    name: 'NoSuchBucket',
  });
  const tags = new GetObjectTaggingCommand({ Bucket, Key: 'x' });
  await expect(s3.client.send(tags)).rejects.toMatchObject({ name: 'NotImplemented' });
  expect(() => s3.buckets.create('odd', { ReplicationConfiguration: {} })).toThrow('ReplicationConfiguration');
});

test('a bucket with EventBridge tells of what was created and deleted, another one tells nothing', async () => {
  await put('silent', '1');
  expect(s3.events).toEqual([]);
  await s3.client.send(new PutObjectCommand({ Bucket: 'browser', Key: 'told', Body: 'hello' }));
  await s3.client.send(new DeleteObjectCommand({ Bucket: 'browser', Key: 'told' }));
  expect(s3.events).toMatchObject([
    {
      'detail-type': 'Object Created',
      source: 'aws.s3',
      resources: ['arn:aws:s3:::browser'],
      detail: {
        bucket: { name: 'browser' },
        object: { key: 'told', size: 5, etag: '5d41402abc4b2a76b9719d911017c592' },
        reason: 'PutObject',
      },
    },
    { 'detail-type': 'Object Deleted', detail: { object: { key: 'told' } } },
  ]);
});
