import { describe, expect, test } from 'vitest';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { Envelope } from '#events/event';
import { countOverdue } from '#shared/parking';
import { on, queueHandler } from '#shared/queue';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { uuid } from '../../test/support/facts.ts';
import { factsOfCase } from '../../test/support/inbox.ts';
import { draft, intakeOver, people, publish } from '../../test/support/intake.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';
import { fc } from '../../test/support/property.ts';
import { onApplicationSubmitted } from './functions/facts/on-application-submitted.ts';
import { onCaseChanged } from './functions/facts/on-case-changed.ts';

/** The city's intake, which hears of the districts' cases. */
function city(table: FakeTable) {
  const world = intakeOver(table, { set: 'fuzhou' });
  const consume = queueHandler(
    [
      on(ApplicationSubmittedV1, 'intake.on-application-submitted', onApplicationSubmitted),
      on(CaseChangedV2, 'intake.on-case-changed', onCaseChanged),
    ],
    world.deps,
  );
  const mine = async () => {
    const path = '/intake/applications';
    return (await world.send({ path, query: { mine: 'true' }, actor: people.company })).body.items;
  };
  return { world, consume, mine };
}

const lives = [
  ['submitted'],
  ['submitted', 'accepted'],
  ['submitted', 'accepted', 'granted'],
  ['submitted', 'accepted', 'refused'],
  ['submitted', 'withdrawn'],
  ['submitted', 'accepted', 'withdrawn'],
] as const;

/** Every fact of the case, some twice, in any order. */
const deliveries = fc.constantFrom(...lives).chain((life) => {
  const facts = factsOfCase(1, life);
  return fc
    .subarray(facts)
    .chain((twice) => fc.shuffledSubarray([...facts, ...twice], { minLength: facts.length + twice.length }))
    .map((order) => ({ facts, order }));
});

const copyIn = (table: FakeTable) => table.rows().find(({ pk }) => pk === `COPY#${uuid(1, 1)}`);

test('property: in whatever order and however often its facts come, the copy of a case is the same', async () => {
  await fc.assert(
    fc.asyncProperty(deliveries, async ({ facts, order }) => {
      const [inOrder, shuffled] = [fakeTable(), fakeTable()];
      for (const fact of facts) await city(inOrder).consume(sqsEvent(fact));
      const { consume } = city(shuffled);
      for (const fact of order) expect((await consume(sqsEvent(fact))).batchItemFailures).toEqual([]);
      expect(copyIn(shuffled)).toEqual(copyIn(inOrder));
      expect(copyIn(shuffled)).toMatchObject({ sequence: facts.length + 1 });
      expect(await countOverdue(shuffled, new Date('2027-01-01'))).toBe(0);
    }),
  );
});

describe('the city shows an applicant', () => {
  test('the cases of the districts beside its own, each with its district', async () => {
    const { world, consume, mine } = city(fakeTable());
    world.clock.now = new Date('2026-08-03T00:30:00Z');
    await publish(world);
    const own = await draft(world);
    const facts = factsOfCase(1, ['submitted', 'accepted', 'granted']);
    for (const fact of facts) await consume(sqsEvent(fact));
    expect(await mine()).toEqual([
      {
        id: uuid(1, 1),
        itemKey: 'food-business-licence',
        district: 'gulou',
        status: 'decided',
        outcome: 'granted',
        submittedAt: '2026-08-03T01:00:00.000Z',
        dueAt: '2026-08-10T15:59:59.999Z',
        provisional: false,
      },
      expect.objectContaining({ id: own, district: 'fuzhou', status: 'draft' }),
    ]);
  });

  test('nothing of a case that is not known yet, but no fact of it is lost', async () => {
    const table = fakeTable();
    const { consume, mine } = city(table);
    const [submitted, accepted]: Envelope[] = factsOfCase(1, ['submitted', 'accepted']);
    await consume(sqsEvent(accepted));
    expect(await mine()).toEqual([]);
    table.beforeNextWrite(() => consume(sqsEvent(accepted)));
    expect((await consume(sqsEvent(submitted))).batchItemFailures).toEqual([]);
    expect(await mine()).toMatchObject([{ status: 'accepted' }]);
  });

  test('a change that is parked in the moment in which its case arrives', async () => {
    const table = fakeTable();
    const { consume, mine } = city(table);
    const [submitted, accepted] = factsOfCase(1, ['submitted', 'accepted']);
    table.beforeNextWrite(() => consume(sqsEvent(submitted)));
    expect((await consume(sqsEvent(accepted))).batchItemFailures).toEqual([]);
    expect(await mine()).toMatchObject([{ status: 'accepted' }]);
  });
});
