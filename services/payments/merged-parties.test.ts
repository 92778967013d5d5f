import { expect, test } from 'vitest';
import { applicantActor } from '../../test/support/actors.ts';
import { mergeFact } from '../../test/support/parties.ts';
import { openPayments } from '../../test/support/payments.ts';

const [mine, old] = [applicantActor('mine'), applicantActor('old')];

test('whoever has several ids finds and pays what is asked of any of them, by whichever he comes, until the merge is undone', async () => {
  const world = openPayments();
  await world.openCharges();
  await world.tick();
  const asked = [];
  for (const n of [0, 1, 2, 3, 4]) {
    world.clock.now = new Date(world.clock.now.getTime() + 1000);
    asked.push(await world.assess({ payer: (n % 2 === 0 ? mine : old).partyId }));
  }
  /** His bills, read in pages of two. */
  const listed = async (actor: typeof mine): Promise<string[]> => {
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await world.send('GET', '/payments/bills', {
        actor,
        query: { limit: '2', ...(cursor && { cursor }) },
      });
      found.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    }
    return found;
  };
  const newestFirst = asked.toReversed();
  const ofMine = newestFirst.filter((_, n) => n % 2 === 0);
  expect(await listed(mine)).toEqual(ofMine);

  await world.hear(mergeFact(1, [mine.partyId, old.partyId], 'merged'));
  expect([await listed(mine), await listed(old)]).toEqual([newestFirst, newestFirst]);
  const wish = { billIds: asked.slice(0, 2), channel: 'sandbox' };
  const placed = await world.send('POST', '/payments/orders', { actor: old, body: wish });
  expect([placed.status, placed.body.amountFen]).toEqual([201, 60_000]);
  expect((await world.send('GET', `/payments/orders/${placed.body.id}`, { actor: mine })).status).toBe(200);

  await world.hear(mergeFact(1, [mine.partyId, old.partyId], 'undone'));
  expect(await listed(mine)).toEqual(ofMine);
  expect((await world.send('GET', `/payments/bills/${asked[1]}`, { actor: mine })).status).toBe(404);
});
