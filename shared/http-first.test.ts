import { expect, test } from 'vitest';
import { httpHandler } from '#shared/http';
import { fakeHttpDeps } from '#shared/http.fake';
import { anyone } from '#shared/access';
import { route, type Route } from '#shared/route';
import * as z from 'zod';
import { gatewayEvent, lambdaContext } from '../test/support/gateway-event.ts';

const said = (path: string): Route<unknown> =>
  route({
    method: 'GET',
    path,
    summary: 'Says its path',
    may: [anyone],
    reply: { status: 200, schema: () => z.object({}) },
    run: () => async () => ({ status: 200, body: { path } }),
  });
const first = [said('/demo/public/first')];
const whole = [...first, said('/demo/public/other')];

const open = (all: () => Promise<readonly Route<unknown>[]>) => {
  const handle = httpHandler(first, fakeHttpDeps(), all);
  return async (path: string, method = 'GET') => {
    const { statusCode, headers, body } = await handle(gatewayEvent({ path, method }), lambdaContext);
    return [statusCode, statusCode === 405 ? headers?.['Allow'] : (JSON.parse(body).code ?? JSON.parse(body).path)];
  };
};

test('a start answers its first routes, and loads the whole table once for all else', async () => {
  let loads = 0;
  const send = open(async () => {
    loads += 1;
    return whole;
  });
  expect(await send('/demo/public/first')).toEqual([200, '/demo/public/first']);
  expect(loads).toBe(0);
  for (let n = 0; n < 2; n += 1) {
    expect(await send('/demo/public/other')).toEqual([200, '/demo/public/other']);
    expect(await send('/demo/public/first', 'DELETE')).toEqual([405, 'GET']);
    expect(await send('/demo/public/none')).toEqual([404, 'not-found']);
  }
  expect(loads).toBe(1);
});

test('what failed to load is tried again', async () => {
  let tries = 0;
  const send = open(async () => {
    tries += 1;
    if (tries === 1) throw new Error('cut off');
    return whole;
  });
  await expect(send('/demo/public/other')).rejects.toThrow('cut off');
  expect(await send('/demo/public/other')).toEqual([200, '/demo/public/other']);
});
