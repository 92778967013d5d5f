import * as z from 'zod';
import { beforeEach, expect, test } from 'vitest';
import { defineEvent, type Envelope } from '#events/event';
import type { Cause } from '#shared/cause';
import { fakeHttpDeps, type FakeHttpDeps } from '#shared/http.fake';
import { on, queueHandler, type QueueDeps } from '#shared/queue';
import { ifAbsent } from '#shared/table';
import { envelopeOf, uuid } from '../test/support/facts.ts';
import { sqsEvent, sqsRecord } from '../test/support/sqs-event.ts';

const NotedV1 = defineEvent({
  type: 'demo.noted.v1',
  concerns: 'none',
  summary: 'A note was written.',
  data: () => z.object({ text: z.string() }),
});

type Deps = QueueDeps & Pick<FakeHttpDeps, 'table' | 'save' | 'log' | 'pauses'>;
let deps: Deps;
let seen: { data: unknown; cause: Cause }[];
let consume: ReturnType<typeof queueHandler>;
beforeEach(() => {
  deps = { ...fakeHttpDeps(), service: 'demo' };
  seen = [];
  const subscription = on<Deps, 'demo.noted.v1', typeof NotedV1.data>(
    NotedV1,
    'demo.on-noted',
    ({ save }) =>
      async ({ id, data }, cause) => {
        seen.push({ data, cause });
        await save([{ put: { pk: `note-${id}`, sk: 'REC', text: data.text }, when: ifAbsent }], cause);
      },
  );
  consume = queueHandler([subscription], deps);
});

const noted = (n: number, rest: Partial<Envelope> & { replayFor?: string } = {}) => ({
  ...envelopeOf({ id: uuid(n), type: 'demo.noted.v1', data: { text: `note ${n}` } }),
  ...rest,
});
const notes = () => deps.table.rows().filter(({ sk }) => sk === 'REC');
const failed = (...ids: string[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });

test('a fact is handled with its cause, and marked in the same transaction', async () => {
  expect(await consume(sqsEvent(noted(1)))).toEqual(failed());
  expect(seen).toEqual([
    {
      data: { text: 'note 1' },
      cause: {
        at: new Date('2026-08-03T01:00:00Z'),
        actor: { sub: 'service:demo', kind: 'service', partyId: 'none' },
        office: 'gulou/demo',
        correlationId: 'chain-0001',
        causationId: uuid(1),
        mark: { kind: 'message', key: `demo.on-noted#${uuid(1)}` },
      },
    },
  ]);
  expect(deps.table.calls).toEqual(['TransactWriteItems']);
  expect(deps.table.rows()).toContainEqual({
    pk: `MARK#demo.on-noted#${uuid(1)}`,
    sk: 'MARK',
    schema: 1,
    expiresAt: Date.parse('2026-08-03T01:00:00Z') / 1000 + 400 * 86_400,
  });
});

test('a fact delivered twice, in one batch or in two, is handled once', async () => {
  expect(await consume(sqsEvent(noted(1), noted(1)))).toEqual(failed());
  expect(await consume(sqsEvent(noted(1)))).toEqual(failed());
  expect(notes()).toHaveLength(1);
});

test('fields that the contract does not know are dropped', async () => {
  await consume(sqsEvent({ ...noted(1, { data: { text: 'a', later: 1 } }), more: true }));
  expect(seen[0]?.data).toEqual({ text: 'a' });
});

test('only what failed returns to the queue; the others of the batch are done', async () => {
  const event = sqsEvent(
    noted(1),
    noted(2, { type: 'demo.unknown.v1' }),
    noted(3, { data: { text: 7 } }),
    { ...noted(4), sequence: undefined },
    noted(5),
  );
  event.Records.push(sqsRecord('message-6', 'no JSON'));
  expect(await consume(event)).toEqual(failed('message-2', 'message-3', 'message-4', 'message-6'));
  expect(notes().map(({ pk }) => pk)).toEqual([`note-${uuid(1)}`, `note-${uuid(5)}`]);
});

test('a failure is logged with its type and chain, never with its content', async () => {
  await consume(sqsEvent(noted(3, { data: { text: { name: '张三' } } })));
  expect(deps.log.lines).toMatchObject([
    {
      level: 'error',
      fields: {
        route: 'demo.on-noted',
        eventId: uuid(3),
        eventType: 'demo.noted.v1',
        correlationId: 'chain-0001',
        error: 'ZodError',
      },
      measures: { MessageFaults: 1 },
    },
  ]);
  expect(JSON.stringify(deps.log.lines)).not.toMatch(/张三/);
});

test('a lost race is run again, at most three times', async () => {
  deps.table.spoil('condition', 'transaction-conflict');
  expect(await consume(sqsEvent(noted(1)))).toEqual(failed());
  expect(deps.pauses).toEqual([1, 2]);

  deps.table.spoil('condition', 'condition', 'condition');
  expect(await consume(sqsEvent(noted(2)))).toEqual(failed('message-1'));
  expect(notes()).toHaveLength(1);
});

test('after a lost reply the next delivery finds the mark', async () => {
  deps.table.spoil('lost-reply');
  expect(await consume(sqsEvent(noted(1)))).toEqual(failed('message-1'));
  expect(await consume(sqsEvent(noted(1)))).toEqual(failed());
  expect(notes()).toHaveLength(1);
});

test('what is sent again for one service is for that one alone', async () => {
  expect(await consume(sqsEvent(noted(1, { replayFor: 'other' })))).toEqual(failed());
  expect(seen).toEqual([]);
  expect(await consume(sqsEvent(noted(1, { replayFor: 'demo' })))).toEqual(failed());
  expect(notes()).toHaveLength(1);
});

test('several functions take one fact, each with its own mark: what one has done stays done when another fails', async () => {
  let outage = true;
  const noting = (name: string, fails: boolean) =>
    on<Deps, 'demo.noted.v1', typeof NotedV1.data>(NotedV1, name, ({ save }) => async ({ id }, cause) => {
      if (fails && outage) throw new Error('an outage');
      await save([{ put: { pk: `${name}-${id}`, sk: 'REC' }, when: ifAbsent }], cause);
    });
  const both = queueHandler([noting('demo.first', false), noting('demo.second', true)], deps);
  const message = sqsEvent(noted(1));
  expect(await both(message)).toEqual(failed('message-1'));
  expect(notes().map(({ pk }) => pk)).toEqual([`demo.first-${uuid(1)}`]);
  outage = false;
  expect(await both(message)).toEqual(failed());
  expect(notes().map(({ pk }) => pk)).toEqual([`demo.first-${uuid(1)}`, `demo.second-${uuid(1)}`]);
});
