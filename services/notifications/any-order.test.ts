import { expect, test } from 'vitest';
import type { Envelope } from '#events/event';
import { countOverdue } from '#shared/parking';
import { fakeTable } from '#shared/table.fake';
import { factsOfCase, feesOfCase, notificationsOver, withdrawnDraft } from '../../test/support/inbox.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';
import { fc } from '../../test/support/property.ts';

const facts = [
  ...factsOfCase(1, ['submitted', 'accepted', 'granted']),
  ...factsOfCase(2, ['submitted', 'withdrawn']),
  withdrawnDraft(3),
  ...feesOfCase(1),
];

/** Every fact at least once, some twice, in any order, cut into batches of any size. */
const deliveries = fc
  .tuple(fc.subarray(facts), fc.infiniteStream(fc.integer({ min: 1, max: 4 })))
  .chain(([twice, sizes]) =>
    fc
      .shuffledSubarray([...facts, ...twice], { minLength: facts.length + twice.length })
      .map((order) => batches(order, sizes)),
  );

function batches(order: readonly Envelope[], sizes: Iterator<number>): Envelope[][] {
  const found: Envelope[][] = [];
  for (let at = 0; at < order.length;) {
    const size: number = sizes.next().value ?? 1;
    found.push(order.slice(at, at + size));
    at += size;
  }
  return found;
}

/** Delivers as a queue does: what failed comes again. */
async function deliver(batch: readonly Envelope[], consume: ReturnType<typeof notificationsOver>['consume']) {
  for (let left = batch; left.length > 0;) {
    const { batchItemFailures } = await consume(sqsEvent(...left));
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    left = left.filter((_, n) => failed.has(`message-${n + 1}`));
  }
}

test('property: in whatever order and however often facts come, the inbox is the same', async () => {
  await fc.assert(
    fc.asyncProperty(deliveries, async (all) => {
      const table = fakeTable();
      const { consume, deps } = notificationsOver(table);
      for (const batch of all) await deliver(batch, consume);
      const { items } = await deps.inbox.inbox(['p_company'], { limit: 100, after: undefined });
      expect(items.map(({ id, message }) => [id, message])).toEqual(expected);
      expect(await countOverdue(table, new Date('2027-01-01'))).toBe(0);
    }),
    { numRuns: 150 },
  );
});

const told = [
  'submitted',
  'accepted',
  'granted',
  'submitted',
  'withdrawn',
  'draft-withdrawn',
  'fee-due',
  'fee-changed',
  'fee-cancelled',
];
const expected = facts
  .map(({ id, time }, n) => ({ place: `${time}#${id}`, line: [id, told[n]] }))
  .toSorted((a, b) => (a.place < b.place ? 1 : -1))
  .map(({ line }) => line);
