import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBus, type FakeBus } from '#shared/bus.fake';
import { fakeHttpDeps } from '#shared/http.fake';
import { publishHandler, type PublishDeps } from '#shared/publish';
import { envelopeOf, uuid } from '../test/support/facts.ts';

const eventOf = (n: number) => envelopeOf({ id: uuid(n), sequence: n });
const image = z.custom<NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>>();
const record = (n: number, event: unknown = eventOf(n)): DynamoDBRecord => ({
  eventID: `e${n}`,
  eventName: 'INSERT',
  dynamodb: { SequenceNumber: `seq-${n}`, NewImage: image.parse(marshall({ pk: 'OUT#', sk: uuid(n), event })) },
});
const stream = (count: number): DynamoDBStreamEvent => ({
  Records: Array.from({ length: count }, (_, n) => record(n + 1)),
});
const failedAt = (n: number) => ({ batchItemFailures: [{ itemIdentifier: `seq-${n}` }] });

let bus: FakeBus;
let deps: PublishDeps & Pick<ReturnType<typeof fakeHttpDeps>, 'log'>;
let publish: ReturnType<typeof publishHandler>;
beforeEach(() => {
  bus = fakeBus();
  deps = { ...fakeHttpDeps(), bus };
  publish = publishHandler(deps);
});
const sent = () => bus.taken.map(({ sequence }) => sequence);
const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1);

test('facts go to the bus in the order of the stream, ten at a time', async () => {
  expect(await publish(stream(23))).toEqual({ batchItemFailures: [] });
  expect(bus.batches).toEqual([10, 10, 3]);
  expect(sent()).toEqual(upTo(23));
  expect(bus.taken[0]).toEqual(eventOf(1));
});

test('nothing to do is done', async () => {
  expect(await publish({ Records: [] })).toEqual({ batchItemFailures: [] });
  expect(bus.batches).toEqual([]);
});

test('the first fact that the bus refuses is named, and no later batch is sent before it', async () => {
  bus.refuse(uuid(14));
  expect(await publish(stream(25))).toEqual(failedAt(14));
  expect(bus.batches).toEqual([10, 10]);
  expect(deps.log.lines.at(-1)?.measures).toEqual({ PublishFaults: 1 });
});

test('a call that fails names the first fact of its batch', async () => {
  bus.fail(new Error('down'));
  expect(await publish(stream(25))).toEqual(failedAt(1));
  expect(deps.log.lines.at(-1)).toMatchObject({ level: 'error', fields: { error: 'Error' } });
});

test('an outbox row that cannot be read is named itself, and those before it are sent', async () => {
  const event = stream(12);
  event.Records[3] = record(4, { id: 'no fact' });
  expect(await publish(event)).toEqual(failedAt(4));
  expect(sent()).toEqual([1, 2, 3]);
});

describe('property of a stream with some refused fact', () => {
  test.each([1, 2, 10, 11, 19, 20, 21, 30])('at place %i of 30: nothing before it is lost', async (at) => {
    bus.refuse(uuid(at));
    expect(await publish(stream(30))).toEqual(failedAt(at));
    expect(sent()).toEqual(expect.arrayContaining(upTo(at - 1)));
    expect(Math.max(0, ...sent())).toBeLessThanOrEqual(Math.ceil(at / 10) * 10);
  });
});
