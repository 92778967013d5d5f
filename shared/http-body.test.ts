import { beforeEach, describe, expect, test } from 'vitest';
import { gatewayEvent, lambdaContext, type Request } from '../test/support/gateway-event.ts';
import { postNote, serve } from '../test/support/notes-service.ts';

const { headers } = postNote;
let { handle, send } = serve();
beforeEach(() => {
  ({ handle, send } = serve());
});
const encoded = (text: string) => ({
  ...gatewayEvent(postNote),
  isBase64Encoded: true,
  body: Buffer.from(text).toString('base64'),
});
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('a body', () => {
  test.each<[string, Partial<Request>, number, string]>([
    ['of broken JSON', { body: '{"text": "hello"' }, 400, 'broken-json'],
    ['that is empty', { body: '' }, 400, 'broken-json'],
    ['that is a list', { body: [] }, 400, 'invalid-input'],
    ['of another type', { headers: { ...headers, 'Content-Type': 'text/plain' } }, 415, 'not-json'],
    [
      'of a type that only begins alike',
      { headers: { ...headers, 'Content-Type': 'application/jsonp' } },
      415,
      'not-json',
    ],
    ['in JSON with a charset', { headers: { ...headers, 'content-type': 'Application/JSON; charset=utf-8' } }, 201, ''],
    ['of 300 KB', { body: { text: 'x'.repeat(300 * 1024) } }, 413, 'too-large'],
    ['of 100 KB that are 300 in UTF-8', { body: { text: '办'.repeat(100 * 1024) } }, 413, 'too-large'],
    ['of 250 KB', { body: { text: 'x'.repeat(250 * 1024) } }, 201, ''],
    ['of honest depth', { body: `{"text":"a","deep":${nested(20)}}` }, 201, ''],
    ['nested 30 deep', { body: `{"text":"a","deep":${nested(30)}}` }, 400, 'broken-json'],
    ['nested 100,000 deep', { body: `{"text":"a","deep":${nested(100_000)}}` }, 400, 'broken-json'],
  ])('%s: %i', async (_, request, ...expected) => {
    const { status, body } = await send({ ...postNote, ...request });
    expect([status, body.code ?? '']).toEqual(expected);
  });

  test('in base64 is read, and measured after decoding', async () => {
    expect((await handle(encoded('{"text":"办"}'), lambdaContext)).statusCode).toBe(201);
    expect((await handle(encoded('x'.repeat(300_000)), lambdaContext)).statusCode).toBe(413);
  });
});

describe('a text that no one can read, search or compare', () => {
  const bad = { text: 'a\u202Eb', deep: [{ 'x/y': '\u0000' }] };
  test.each([
    ['zh', /^[^a-z]+$/],
    ['en', /invisible/],
  ])('is refused by its pointer, in %s', async (language, words) => {
    const { status, body } = await send({
      ...postNote,
      body: bad,
      headers: { ...headers, 'Accept-Language': language },
    });
    expect([status, body.code]).toEqual([400, 'invalid-input']);
    expect(body.errors).toEqual(
      ['/deep/0/x~1y', '/text'].map((pointer) => ({
        pointer,
        code: 'unstorable',
        message: expect.stringMatching(words),
      })),
    );
  });

  test('is refused in a query too', async () => {
    const { status, body } = await send({ ...postNote, query: { reason: 'a\uFEFF' } });
    expect([status, body.errors[0].pointer]).toEqual([400, '?reason']);
  });

  test('is none in a script of few, with a rare character or with an emoji of several parts', async () => {
    const text = '𠮷野家 مەن‌لەر བོད་ཡིག 👨‍👩‍👧\n\tend';
    expect((await send({ ...postNote, body: { text } })).status).toBe(201);
  });
});

describe('If-Match', () => {
  const put = { ...postNote, method: 'PUT' };
  test.each([
    ['missing', undefined, 428, 'if-match-missing'],
    ['of any version', '*', 400, 'invalid-if-match'],
    ['weak', 'W/"1"', 400, 'invalid-if-match'],
    ['without quotes', '1', 400, 'invalid-if-match'],
    ['of two versions', '"1", "2"', 400, 'invalid-if-match'],
    ['with a sign', '"-1"', 400, 'invalid-if-match'],
    ['too great', '"12345678901"', 400, 'invalid-if-match'],
  ])('%s', async (_, ifMatch, ...expected) => {
    const { status, body } = await send({ ...put, headers: ifMatch ? { 'If-Match': ifMatch } : {} });
    expect([status, body.code]).toEqual(expected);
  });

  test('names the version to change; a PUT needs no Idempotency-Key', async () => {
    await send(postNote);
    expect((await send({ ...put, headers: { 'If-Match': '"1"' } })).body).toEqual({ version: 2 });
  });
});
