import { beforeEach, describe, expect, test } from 'vitest';
import { ifAbsent } from '#shared/table';
import { applicantActor } from '../test/support/actors.ts';
import type { Request } from '../test/support/gateway-event.ts';
import { noteKey, postNote, serve } from '../test/support/notes-service.ts';

let { deps, send } = serve();
beforeEach(() => {
  ({ deps, send } = serve());
});

describe('the Idempotency-Key', () => {
  test.each([
    ['missing', {}, 400],
    ['empty', { 'Idempotency-Key': '' }, 400],
    ['with a space', { 'Idempotency-Key': 'a b' }, 400],
    ['not in ASCII', { 'Idempotency-Key': '键' }, 400],
    ['of 256 characters', { 'Idempotency-Key': 'k'.repeat(256) }, 400],
    ['of 255 characters', { 'idempotency-key': 'k'.repeat(255) }, 201],
  ])('%s: %i', async (_, given, expected) => {
    const { status, body } = await send({ ...postNote, headers: given });
    expect(status).toBe(expected);
    if (expected === 400) expect(body.code).toBe('idempotency-key-missing');
  });

  test('the same request again gets the same reply, and changes nothing', async () => {
    const first = await send(postNote);
    const rows = deps.table.rows();
    const again = await send({ ...postNote, requestId: 'request-2' });
    expect(first.headers).not.toHaveProperty('Idempotent-Replayed');
    expect(again).toEqual({
      status: 201,
      body: { text: 'hello' },
      headers: { ...first.headers, 'X-Correlation-Id': 'request-2', 'Idempotent-Replayed': 'true' },
    });
    expect(first.headers).toMatchObject({ Location: '/demo/notes/1', ETag: '"1"' });
    expect(deps.table.rows()).toEqual(rows);
  });

  test('for another body: 422', async () => {
    await send(postNote);
    const { status, body } = await send({ ...postNote, body: { text: 'other' } });
    expect([status, body.code]).toEqual([422, 'key-reused']);
  });

  test.each<[string, Partial<Request>]>([
    ['another key', { headers: { 'Idempotency-Key': 'key-2' } }],
    ['another caller', { actor: applicantActor('wang') }],
  ])('%s is another request', async (_, request) => {
    await send(postNote);
    const { status, body, headers: given } = await send({ ...postNote, ...request });
    expect([status, body.code]).toEqual([409, 'taken']);
    expect(given).not.toHaveProperty('Idempotent-Replayed');
  });

  test('a refusal writes no mark: the same key may succeed later', async () => {
    await deps.table.put({ ...noteKey, version: 1 }, ifAbsent);
    expect((await send(postNote)).status).toBe(409);
    expect(deps.table.rows()).toHaveLength(1);
    await deps.table.transact([{ remove: noteKey }]);
    expect((await send(postNote)).status).toBe(201);
  });

  test('nothing personal, and not the key itself, stands in the key of the mark', async () => {
    await send(postNote);
    const mark = deps.table.rows().find(({ sk }) => sk === 'MARK');
    expect(mark?.['pk']).toMatch(/^IDEM#[\w-]{43}$/);
  });
});

describe('a lost race', () => {
  test('is run again, after a pause', async () => {
    deps.table.spoil('condition', 'transaction-conflict');
    expect((await send(postNote)).status).toBe(201);
    expect(deps.pauses).toEqual([1, 2]);
  });

  test('three times lost: 409 with Retry-After, and nothing done', async () => {
    deps.table.spoil('condition', 'condition', 'condition');
    const { status, headers: given, body } = await send(postNote);
    expect([status, body.code, given['Retry-After']]).toEqual([409, 'conflict', '1']);
    expect(deps.pauses).toEqual([1, 2]);
    expect(deps.table.rows()).toEqual([]);
  });

  test('a refusal by state is a 409 that no repetition mends, so it asks for none', async () => {
    await deps.table.put({ ...noteKey, version: 1 }, ifAbsent);
    const { status, headers: given } = await send(postNote);
    expect([status, given['Retry-After']]).toEqual([409, undefined]);
  });

  test('a duplicate under way at the same time is answered with the reply of the other', async () => {
    deps.table.beforeNextWrite(() => send(postNote));
    const { status, headers: given } = await send(postNote);
    expect([status, given['Idempotent-Replayed']]).toEqual([201, 'true']);
    expect(deps.pauses).toEqual([]);
  });

  test('a lost reply: this try fails, the next is a replay, the act is done once', async () => {
    deps.table.spoil('lost-reply');
    expect((await send(postNote)).status).toBe(500);
    const { status, headers: given } = await send(postNote);
    expect([status, given['Idempotent-Replayed']]).toEqual([201, 'true']);
    expect(deps.table.rows()).toHaveLength(2);
  });

  test('an outage is no lost race', async () => {
    deps.table.spoil('outage');
    expect((await send(postNote)).status).toBe(500);
    expect(deps.table.calls.filter((name) => name === 'TransactWriteItems')).toHaveLength(1);
  });
});
