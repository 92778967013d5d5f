import type { EventBridgeClient, PutEventsCommand, PutEventsCommandOutput } from '@aws-sdk/client-eventbridge';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { openBus } from '#shared/bus';
import { envelopeOf, uuid } from '../test/support/facts.ts';

const asClient = z.custom<Pick<EventBridgeClient, 'send'>>();

function busAnswering(...answers: PutEventsCommandOutput['Entries'][]) {
  const sent: PutEventsCommand['input'][] = [];
  const client = asClient.parse({
    send: async ({ input }: PutEventsCommand) => {
      sent.push(input);
      return { Entries: answers.shift() };
    },
  });
  return { sent, bus: openBus(client, 'gulou') };
}

test('a fact becomes an entry of its service and type, with the whole envelope', async () => {
  const { bus, sent } = busAnswering([{ EventId: '1' }]);
  const event = { ...envelopeOf(), replayFor: 'notifications' };
  expect(await bus.put([event])).toBeUndefined();
  expect(sent).toEqual([
    {
      Entries: [
        {
          Source: 'banshi.intake',
          DetailType: 'intake.case-changed.v2',
          Detail: JSON.stringify(event),
          EventBusName: 'gulou',
        },
      ],
    },
  ]);
});

test('every entry of the reply is looked at: the first that was not taken is named', async () => {
  const refused = { ErrorCode: 'InternalFailure', ErrorMessage: 'later' };
  const { bus } = busAnswering([{ EventId: '1' }, refused, { EventId: '3' }, refused]);
  expect(await bus.put([1, 2, 3, 4].map((n) => envelopeOf({ id: uuid(n) })))).toBe(1);
});

test('a reply that does not speak of every entry says nothing of the rest: they count as not taken', async () => {
  const { bus } = busAnswering([{ EventId: '1' }], undefined);
  expect(await bus.put([envelopeOf(), envelopeOf({ id: uuid(2) })])).toBe(1);
  expect(await bus.put([envelopeOf()])).toBe(0);
});
