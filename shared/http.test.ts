import * as z from 'zod';
import { beforeEach, describe, expect, test } from 'vitest';
import { anyone, applicant } from '#shared/access';
import type { FakeHttpDeps } from '#shared/http.fake';
import { problem } from '#shared/problem';
import { refuse, route } from '#shared/route';
import { ifAbsent } from '#shared/table';
import { staffActor } from '../test/support/actors.ts';
import { gatewayEvent, lambdaContext, type Request } from '../test/support/gateway-event.ts';
import { postNote, serve } from '../test/support/notes-service.ts';

const id = '0190a5b2-0000-7000-8000-000000000001';
const gone = problem('gone', 409, ['已办结。', 'It is done.']);
const note = () => z.strictObject({ text: z.string().min(2) });
const reply = { status: 200, schema: () => z.object({}) };
const may = [applicant(1)];

/** A tiny service: one act writes a row once, one fails, one reads. */
const routes = [
  route<FakeHttpDeps, z.ZodType, ReturnType<typeof note>>({
    method: 'POST',
    path: '/demo/notes',
    summary: 'write',
    may,
    body: note,
    reply,
    run:
      ({ table, save }) =>
      async ({ body, cause }) => {
        if (await table.get({ pk: 'note', sk: 'REC' })) return refuse(gone);
        const answer = { status: 201, headers: { Location: '/demo/notes/1', ETag: '"1"' }, body: { text: body.text } };
        await save([{ put: { pk: 'note', sk: 'REC', text: body.text }, when: ifAbsent }], { ...cause, reply: answer });
        return answer;
      },
  }),
  route<FakeHttpDeps, z.ZodType, z.ZodType>({
    method: 'POST',
    path: '/demo/notes/{id}/break',
    summary: 'fail',
    may,
    reply,
    run:
      () =>
      async ({ params }) => {
        throw new TypeError(`secret 张三 ${params['id']}`);
      },
  }),
  route<FakeHttpDeps, z.ZodType, z.ZodType>({
    method: 'GET',
    path: '/demo/public/{key}',
    summary: 'read',
    may: [anyone],
    params: { key: /^[a-z]{1,8}$/ },
    reply,
    run:
      () =>
      async ({ params, language }) => ({ status: 200, body: { key: params['key'], language } }),
  }),
];

let { deps, handle, send } = serve(routes);
beforeEach(() => {
  ({ deps, handle, send } = serve(routes));
});

describe('dispatch', () => {
  test.each([
    ['GET', '/demo/public/abc', 200, undefined],
    ['GET', '/demo/public/ABC', 404, 'not-found'],
    ['GET', '/demo/elsewhere', 404, 'not-found'],
    ['GET', '/demo/notes/1/2/3', 404, 'not-found'],
    ['GET', '/demo/line\nbreak', 404, 'not-found'],
    ['GET', '/', 404, 'not-found'],
    ['GET', '/demo/notes', 405, 'method-not-allowed'],
    ['DELETE', '/demo/public/abc', 405, 'method-not-allowed'],
    ['PUT', `/demo/notes/${id}/break`, 405, 'method-not-allowed'],
    ['POST', '/demo/notes/no-uuid/break', 404, 'not-found'],
  ])('%s %s: %i', async (method, path, ...expected) => {
    const { status, body } = await send({ ...postNote, method, path });
    expect([status, body.code]).toEqual(expected);
  });

  test('a method that a path does not take: the reply says which it does', async () => {
    expect((await send({ ...postNote, method: 'DELETE' })).headers).toHaveProperty('Allow', 'POST');
  });
});

describe('replies', () => {
  test('every one is private, names its language and its chain, and may be read by a browser', async () => {
    const { headers, body } = await send({
      path: '/demo/public/abc',
      headers: { 'X-Correlation-Id': '0b8e7a52-3c1d-4f6e-9a2b-5d4c3b2a1f0e' },
    });
    expect(headers).toEqual({
      'Content-Type': 'application/json',
      'Content-Language': 'zh-CN',
      'Cache-Control': 'private, no-store',
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'ETag, Location, Idempotent-Replayed, Retry-After, X-Correlation-Id',
      'X-Correlation-Id': '0b8e7a52-3c1d-4f6e-9a2b-5d4c3b2a1f0e',
    });
    expect(body).toEqual({ key: 'abc', language: 'zh' });
  });

  test.each([
    [undefined, '未找到。', 'zh-CN'],
    ['zh-CN,zh;q=0.9,en;q=0.8', '未找到。', 'zh-CN'],
    ['en-GB, zh;q=0.5', 'Not found.', 'en'],
    ['fr', '未找到。', 'zh-CN'],
  ])('a refusal in the language of %s', async (accept, title, language) => {
    const { headers, body } = await send({ path: '/demo/none', headers: accept ? { 'Accept-Language': accept } : {} });
    expect(headers).toMatchObject({ 'Content-Type': 'application/problem+json', 'Content-Language': language });
    expect(body).toEqual({ type: 'about:blank', title, status: 404, code: 'not-found' });
  });

  test.each([
    ['zh-CN', /^[^a-z]+/],
    ['en', /^[A-Z][a-z ]+/],
  ])('faults of the input point at it, in the language of the request: %s', async (language, message) => {
    const headers = { ...postNote.headers, 'Accept-Language': language };
    const { status, body } = await send({ ...postNote, headers, body: { text: 'x', more: 1 } });
    expect([status, body.code]).toEqual([400, 'invalid-input']);
    expect(body.errors).toEqual([
      { pointer: '/text', code: 'too_small', message: expect.stringMatching(message) },
      { pointer: '/more', code: 'unrecognized_keys', message: expect.stringMatching(message) },
    ]);
  });

  test('what was thrown is a 500 that tells nothing, and a log line without its words', async () => {
    const { status, headers, body } = await send({ ...postNote, path: `/demo/notes/${id}/break` });
    expect([status, body.code]).toEqual([500, 'unexpected']);
    expect(headers).not.toHaveProperty('Retry-After');
    const [line] = deps.log.lines;
    expect(line).toMatchObject({ level: 'error', measures: { Requests: 1, Faults: 1 } });
    expect(line?.fields).toMatchObject({ route: 'POST /demo/notes/{id}/break', status: 500, error: 'TypeError' });
    expect(JSON.stringify([body, deps.log.lines])).not.toMatch(/secret|张三|0190a5b2/);
  });

  test('one line for each request says route, status, code and cost, never the path', async () => {
    deps.clock.now = new Date(0);
    await send({ ...postNote, path: '/demo/none/350199199001011234' });
    expect(deps.log.lines).toEqual([
      {
        level: 'info',
        fields: {
          correlationId: 'request-1',
          route: 'no route',
          status: 404,
          code: 'not-found',
          ms: 0,
          awsCalls: 0,
          capacityUnits: 0,
        },
        measures: { Requests: 1 },
      },
    ]);
  });
});

describe('who calls', () => {
  test.each<[string, Partial<Request>, number, string]>([
    ['nobody', { actor: undefined }, 401, 'unauthorized'],
    ['somebody whose token ended while it was cached', { exp: 1785718800 }, 401, 'token-expired'],
    ['somebody whose token ends in a second', { exp: 1785718801 }, 201, ''],
    ['staff', { actor: staffActor('window') }, 403, 'wrong-role'],
  ])('%s: %i', async (_, change, ...expected) => {
    expect(deps.clock.now.getTime() / 1000).toBe(1785718800);
    const { status, body } = await send({ ...postNote, ...change });
    expect([status, body.code ?? '']).toEqual(expected);
  });

  test('an authorizer context without an end is nobody', async () => {
    const event = gatewayEvent(postNote);
    event.requestContext.authorizer = { actor: JSON.stringify(postNote.actor) };
    expect((await handle(event, lambdaContext)).statusCode).toBe(401);
  });
});
