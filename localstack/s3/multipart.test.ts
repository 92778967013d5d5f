import { randomBytes } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListPartsCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256, startFixture } from './front.fixture.ts';
import type { Fixture } from './front.fixture.ts';

let s3: Fixture;
beforeAll(async () => {
  s3 = await startFixture();
});
afterAll(() => s3.stop());

const Bucket = 'browser';
const smallest = 5 * 2 ** 20;

async function begin(Key: string) {
  const { UploadId } = await s3.client.send(
    new CreateMultipartUploadCommand({ Bucket, Key, ContentType: 'application/pdf' }),
  );
  const of = { Bucket, Key, UploadId };
  const part = async (PartNumber: number, Body: Buffer) => {
    const { ETag } = await s3.client.send(
      new UploadPartCommand({ ...of, PartNumber, Body, ChecksumSHA256: sha256(Body) }),
    );
    return { PartNumber, ETag };
  };
  const complete = (Parts: { PartNumber: number; ETag: string | undefined }[], more: object = {}) =>
    s3.client.send(new CompleteMultipartUploadCommand({ ...of, MultipartUpload: { Parts }, ...more }));
  return { of, part, complete };
}

test('parts sent in any order become one object with composite ETag and checksum', async () => {
  const body = randomBytes(smallest + 1000);
  const { part, complete } = await begin('joined');
  const second = await part(2, body.subarray(smallest));
  const first = await part(1, body.subarray(0, smallest));
  await complete([first, second]);

  const read = await s3.client.send(new GetObjectCommand({ Bucket, Key: 'joined', ChecksumMode: 'ENABLED' }));
  expect(read).toMatchObject({ ContentType: 'application/pdf', ETag: expect.stringMatching(/^"[0-9a-f]{32}-2"$/) });
  expect(read.ChecksumSHA256).toMatch(/-2$/);
  expect(sha256(Buffer.from(await read.Body!.transformToByteArray()))).toBe(sha256(body));
  expect(s3.events).toMatchObject([{ detail: { object: { key: 'joined' }, reason: 'CompleteMultipartUpload' } }]);
});

test('the parts that have come are listed by number, each with its size and checksum', async () => {
  const [large, small] = [randomBytes(smallest), Buffer.from('the end')];
  const { of, part } = await begin('listed');
  expect((await s3.client.send(new ListPartsCommand(of))).Parts ?? []).toEqual([]);
  await part(2, small);
  await part(1, large);
  expect((await s3.client.send(new ListPartsCommand(of))).Parts).toMatchObject([
    { PartNumber: 1, Size: smallest, ChecksumSHA256: sha256(large) },
    { PartNumber: 2, Size: 7, ChecksumSHA256: sha256(small) },
  ]);
});

test('a wrong checksum, an unknown part, a wrong order and a small part are refused', async () => {
  const { of, part, complete } = await begin('refused');
  const wrong = new UploadPartCommand({ ...of, PartNumber: 1, Body: 'x', ChecksumSHA256: sha256('y') });
  await expect(s3.client.send(wrong)).rejects.toMatchObject({ name: 'BadDigest' });
  const [first, second] = [await part(1, Buffer.from('a')), await part(2, Buffer.from('b'))];
  await expect(complete([{ ...first, ETag: second.ETag }])).rejects.toMatchObject({ name: 'InvalidPart' });
  await expect(complete([second, first])).rejects.toMatchObject({ name: 'InvalidPartOrder' });
  await expect(complete([first, second])).rejects.toMatchObject({ name: 'EntityTooSmall' });
});

test('a completion keeps to If-None-Match, and the upload can still be given up', async () => {
  const taken = await begin('taken');
  await taken.complete([await taken.part(1, Buffer.from('first'))]);
  const late = await begin('taken');
  const parts = [await late.part(1, Buffer.from('late'))];
  await expect(late.complete(parts, { IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  await s3.client.send(new AbortMultipartUploadCommand(late.of));
  await expect(late.complete(parts)).rejects.toMatchObject({ name: 'NoSuchUpload' });
});
