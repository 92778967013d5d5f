import { createHash } from 'node:crypto';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFixture, type Fixture } from '../../localstack/s3/front.fixture.ts';
import { fakeStatementFiles } from './statement-files.fake.ts';
import { openStatementFiles, type StatementFiles } from './statement-files.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.stop());

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
async function* inPieces(bytes: Uint8Array, size = 65_536) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function* broken() {
  yield Buffer.from('half');
  throw new Error('broken off');
}
const real = (): [StatementFiles, S3Client] => [
  openStatementFiles('plain', () => fixture.clock.now(), fixture.client),
  fixture.client,
];
const small = Buffer.from('a statement');

describe.each([
  ['in memory', () => fakeStatementFiles()],
  ['in S3', () => real()[0]],
])('the bucket of statements %s', (_, open) => {
  test('takes a file in as it comes, says what came, and keeps it elsewhere', async () => {
    const files = open();
    expect(await files.take('uploads/a/1', inPieces(small, 3))).toEqual({ sha256: hashOf(small), bytes: small.length });
    await files.keep('uploads/a/1', 'statements/a/1');
    expect(await files.lying('statements/a/1')).toMatchObject({ bytes: small.length });
  });

  test('holds nothing of what broke off on the way', async () => {
    const files = open();
    await expect(files.take('uploads/b/1', broken())).rejects.toThrow('broken off');
    expect(await files.lying('uploads/b/1')).toBeUndefined();
  });

  test('gives an address to send a file to, and knows what lies there', async () => {
    const files = open();
    const { method, url } = await files.uploadAddress({
      key: 'uploads/c/1',
      bytes: small.length,
      sha256: hashOf(small),
    });
    expect([method, URL.canParse(url)]).toEqual(['PUT', true]);
    expect(await files.lying('uploads/c/1')).toBeUndefined();
  });
});

const send = ({ url, headers }: { url: string; headers: Record<string, string> }, body: Uint8Array) =>
  fetch(url, { method: 'PUT', headers, body: Buffer.from(body) }).then(({ status }) => status);

test('what is sent must be what was declared: other bytes, another length and a second file are refused', async () => {
  const [files] = real();
  const wish = { key: 'uploads/d/1', bytes: small.length, sha256: hashOf(small) };
  const upload = await files.uploadAddress(wish);
  expect(await send(upload, Buffer.from('A statement'))).toBe(400);
  expect(await send(upload, Buffer.from('a longer statement'))).toBeGreaterThanOrEqual(400);
  expect(await files.lying(wish.key)).toBeUndefined();
  expect(await send(upload, small)).toBe(200);
  expect(await files.lying(wish.key)).toEqual({ sha256: hashOf(small), bytes: small.length });
  expect(await send(upload, small)).toBe(412);
});

test('a large file comes in parts, in the memory of one of them, and is the same bytes', async () => {
  const [files, client] = real();
  const large = Buffer.alloc(20 * 1024 * 1024, 'row of a statement\r\n');
  expect(await files.take('uploads/e/1', inPieces(large))).toEqual({ sha256: hashOf(large), bytes: large.length });
  const { Body } = await client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'uploads/e/1' }));
  expect(hashOf((await Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(hashOf(large));
});

test('a file is read by an address that is signed for it', async () => {
  const [files] = real();
  await files.take('statements/f/1', inPieces(small));
  const response = await fetch(await files.readAddress('statements/f/1', 'f-1.bin', 60));
  expect([await response.text(), response.headers.get('content-disposition')]).toEqual([
    'a statement',
    'attachment; filename="f-1.bin"',
  ]);
});
