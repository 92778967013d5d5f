import { beforeEach, describe, expect, test } from 'vitest';
import type { Envelope } from '#events/event';
import { fakeTable } from '#shared/table.fake';
import { applicantActor } from '../../test/support/actors.ts';
import { gatewayEvent, lambdaContext } from '../../test/support/gateway-event.ts';
import { factsOfCase, notificationsOver } from '../../test/support/inbox.ts';
import { mergeFact } from '../../test/support/parties.ts';
import { fc } from '../../test/support/property.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';

let service: ReturnType<typeof notificationsOver>;
beforeEach(() => {
  service = notificationsOver(fakeTable());
});
const hear = async (...facts: Envelope[]) => {
  for (const fact of facts) expect((await service.consume(sqsEvent(fact))).batchItemFailures).toEqual([]);
};
/** The ids of an inbox's lines, read in pages of a size. */
async function inboxOf(name: string, limit = 100): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = { limit: String(limit), ...(cursor && { cursor }) };
    const event = gatewayEvent({ path: '/notifications/inbox', actor: applicantActor(name), query });
    const { items, nextCursor } = JSON.parse((await service.handle(event, lambdaContext)).body);
    found.push(...items.map(({ id }: { id: string }) => id));
    cursor = nextCursor;
  }
  return found;
}
const ids = (facts: readonly Envelope[]) => facts.map(({ id }) => id);
const newestFirst = (facts: readonly Envelope[]) =>
  ids(facts.toSorted((a, b) => (`${a.time}#${a.id}` < `${b.time}#${b.id}` ? 1 : -1)));

describe('whoever has ids that were merged', () => {
  const [mine, before] = [factsOfCase(1, ['submitted', 'accepted']), factsOfCase(2, ['submitted', 'granted'], 'p_old')];
  beforeEach(() => hear(...mine, ...before));

  test('reads what was told to any of them, by whichever he comes, and no more of it once that is undone', async () => {
    expect([await inboxOf('company'), await inboxOf('old')]).toEqual([newestFirst(mine), newestFirst(before)]);
    await hear(mergeFact(1, ['p_company', 'p_old'], 'merged'));
    const all = newestFirst([...mine, ...before]);
    expect([await inboxOf('company'), await inboxOf('old')]).toEqual([all, all]);
    expect(await inboxOf('stranger')).toEqual([]);
    await hear(mergeFact(1, ['p_company', 'p_old'], 'undone'));
    expect([await inboxOf('company'), await inboxOf('old')]).toEqual([newestFirst(mine), newestFirst(before)]);
  });

  test('reads what comes later to either of them, and what a third is joined by', async () => {
    await hear(mergeFact(2, ['p_mid', 'p_old'], 'merged'), mergeFact(3, ['p_company', 'p_mid'], 'merged'));
    const later = factsOfCase(3, ['submitted'], 'p_mid');
    await hear(...later);
    expect(await inboxOf('old')).toEqual(newestFirst([...mine, ...before, ...later]));
  });

  test('reads a merge that is heard of late as it stands, not as it was', async () => {
    const [merged, undone] = [
      mergeFact(1, ['p_company', 'p_old'], 'merged'),
      mergeFact(1, ['p_company', 'p_old'], 'undone'),
    ];
    await hear(undone, merged, undone);
    expect(await inboxOf('company')).toEqual(newestFirst(mine));
  });
});

test('one fact that told two of his ids is one line', async () => {
  const [submitted, granted] = factsOfCase(1, ['submitted', 'granted']);
  await hear({ ...submitted!, data: { ...submitted!.data, heldBy: 'p_founder' } }, granted!);
  await hear(mergeFact(1, ['p_company', 'p_founder'], 'merged'));
  for (const limit of [1, 2, 100]) expect(await inboxOf('founder', limit)).toEqual([granted!.id, submitted!.id]);
});

const told = fc.array(fc.constantFrom('p_company', 'p_old', 'p_mid'), { minLength: 1, maxLength: 12 });

test('property: in pages of any size each line of any of his ids comes once, the newest first', async () => {
  await fc.assert(
    fc.asyncProperty(told, fc.integer({ min: 1, max: 5 }), async (parties, limit) => {
      service = notificationsOver(fakeTable());
      const facts = parties.flatMap((party, n) => factsOfCase(n + 1, ['submitted', 'accepted'], party));
      await hear(...facts, mergeFact(1, ['p_company', 'p_old'], 'merged'));
      const his = parties.flatMap((party, n) =>
        party === 'p_mid' ? [] : factsOfCase(n + 1, ['submitted', 'accepted']),
      );
      expect(await inboxOf('company', limit)).toEqual(newestFirst(his));
    }),
    { numRuns: 40 },
  );
});
