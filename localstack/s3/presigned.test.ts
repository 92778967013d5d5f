import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256, startFixture } from './front.fixture.ts';
import type { Fixture } from './front.fixture.ts';

let s3: Fixture;
beforeAll(async () => {
  s3 = await startFixture();
});
afterAll(() => s3.stop());

const body = 'the declared file';
const bound = { 'content-length': String(body.length), 'x-amz-checksum-sha256': sha256(body) };
const putUrl = (key: string, more: object = {}) =>
  s3.presign({ method: 'PUT', path: `/plain/${key}`, headers: bound, ...more });
const checksum = { 'x-amz-checksum-sha256': sha256(body) };

const attempt = async (url: string, method = 'PUT') => refusal(await fetch(url, { method, body, headers: checksum }));

async function readNamed(disposition: string): Promise<Response> {
  const query = { 'response-content-disposition': disposition };
  return fetch(await s3.presign({ method: 'GET', path: '/plain/named', query }));
}

async function refusal(response: Response): Promise<string> {
  const [, code = ''] = /<Code>(\w+)<\/Code>/.exec(await response.text()) ?? [];
  return `${response.status} ${code}`;
}

test('a presigned URL bound to length and SHA-256 takes the declared file', async () => {
  const response = await fetch(await putUrl('ok'), { method: 'PUT', body, headers: checksum });
  expect(response.status).toBe(200);
  expect(response.headers.get('x-amz-checksum-sha256')).toBe(sha256(body));

  const read = await fetch(await s3.presign({ method: 'GET', path: '/plain/ok' }));
  expect(await read.text()).toBe(body);
});

test('another body of the same length is refused and leaves nothing', async () => {
  const other = body.replace('the', 'not');
  expect(await refusal(await fetch(await putUrl('other'), { method: 'PUT', body: other, headers: checksum }))).toBe(
    '400 BadDigest',
  );
  const read = await fetch(await s3.presign({ method: 'GET', path: '/plain/other' }));
  expect(await refusal(read)).toBe('404 NoSuchKey');
});

test('a longer body, a missing checksum and another checksum break the signature', async () => {
  const url = await putUrl('broken');
  const put = async (text: string, headers: Record<string, string>) =>
    refusal(await fetch(url, { method: 'PUT', body: text, headers }));
  expect(await put(`${body}!`, checksum)).toBe('403 SignatureDoesNotMatch');
  expect(await put(body, {})).toBe('403 SignatureDoesNotMatch');
  expect(await put('the altered file!', { 'x-amz-checksum-sha256': sha256('the altered file!') })).toBe(
    '403 SignatureDoesNotMatch',
  );
});

test('a checksum that the SDK moved into the URL counts as well', async () => {
  const url = await s3.presign({
    method: 'PUT',
    path: '/plain/hoisted',
    query: { 'x-amz-checksum-sha256': sha256(body) },
  });
  expect(await refusal(await fetch(url, { method: 'PUT', body: 'anything else' }))).toBe('400 BadDigest');
  expect((await fetch(url, { method: 'PUT', body })).status).toBe(200);
});

test('a forged signature, another secret, another key, another method: all refused', async () => {
  const url = await putUrl('forged');
  expect(await attempt(url.replace(/X-Amz-Signature=./, 'X-Amz-Signature=x'))).toBe('403 SignatureDoesNotMatch');
  expect(await attempt(await putUrl('forged', { secret: 'guessed' }))).toBe('403 SignatureDoesNotMatch');
  expect(await attempt(url.replace('LOCALKEY', 'OTHERKEY'))).toBe('403 InvalidAccessKeyId');
  expect(await attempt(url.replace('/plain/forged', '/plain/elsewhere'))).toBe('403 SignatureDoesNotMatch');
  expect(await attempt(url, 'DELETE')).toBe('403 SignatureDoesNotMatch');
});

test('a header that was not signed is refused', async () => {
  const headers = { ...checksum, 'x-amz-acl': 'public-read' };
  expect(await refusal(await fetch(await putUrl('unsigned'), { method: 'PUT', body, headers }))).toBe(
    '403 AccessDenied',
  );
});

test('a URL expires by the local clock', async () => {
  const url = await putUrl('late', { expiresIn: 60 });
  s3.clock.skewMs = 61_000;
  const late = await fetch(url, { method: 'PUT', body, headers: checksum });
  s3.clock.skewMs = 0;
  expect(late.status).toBe(403);
  expect(await late.text()).toContain('Request has expired');
  expect((await fetch(url, { method: 'PUT', body, headers: checksum })).status).toBe(200);
});

test('a URL of the future, or for more than a week, is refused', async () => {
  const future = await putUrl('future', { signedAt: new Date(Date.now() + 3_600_000) });
  expect(await refusal(await fetch(future, { method: 'PUT', body, headers: checksum }))).toBe('403 AccessDenied');
  const long = (await putUrl('long')).replace('X-Amz-Expires=300', 'X-Amz-Expires=604801');
  expect(await refusal(await fetch(long, { method: 'PUT', body, headers: checksum }))).toBe(
    '400 AuthorizationQueryParametersError',
  );
});

test('If-None-Match lets one of two uploads of a key through', async () => {
  const headers = { ...checksum, 'if-none-match': '*' };
  const url = await putUrl('once', { headers: { ...bound, 'if-none-match': '*' } });
  const replies = await Promise.all([1, 2].map(async () => fetch(url, { method: 'PUT', body, headers })));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  const late = replies.find(({ status }) => status === 412);
  expect(await late?.text()).toContain('<Code>PreconditionFailed</Code>');
});

test('a presigned read names the file as the URL says, in a header that HTTP can carry', async () => {
  await fetch(await putUrl('named'), { method: 'PUT', body, headers: checksum });
  const encoded = "attachment; filename*=UTF-8''%E8%AF%81%E7%85%A7.pdf";
  expect((await readNamed(encoded)).headers.get('content-disposition')).toBe(encoded);
  expect(await refusal(await readNamed('attachment; filename="证照.pdf"'))).toBe('400 InvalidArgument');
});
