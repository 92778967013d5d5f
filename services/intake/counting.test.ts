import { expect, test } from 'vitest';
import { on, queueHandler } from '#shared/queue';
import { fakeTable, type WriteFault } from '#shared/table.fake';
import { CaseMeasuredV1 } from '#events/intake/case-measured.v1';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';
import { onCaseMeasured } from './functions/facts/count-measured.ts';

const factOf = (n: number, district = 'gulou') =>
  envelopeOf({
    id: uuid(n),
    type: CaseMeasuredV1.type,
    district,
    data: { caseId: uuid(n, 1), measure: 'accepted', day: '2026-08-03', itemKey: 'food', department: 'amr' },
  });

/** A set that is delivered facts, and how many acceptances its summary counts by a dimension. */
function counting(set = 'gulou') {
  const table = fakeTable();
  const world = cases.intakeOver(table, { set });
  const consume = queueHandler([on(CaseMeasuredV1, 'intake.on-case-measured', onCaseMeasured)], world.deps);
  return {
    table,
    deliver: async (...facts: unknown[]) => (await consume(sqsEvent(...facts))).batchItemFailures.length,
    accepted: async (by: string): Promise<Record<string, number>> => {
      const post = people.supervisor.posts.map((one) => ({ ...one, district: set }));
      const { body } = await world.send({
        path: '/intake/supervision/summary',
        actor: { ...people.supervisor, posts: post },
        query: { from: '2026-08-01', to: '2026-08-31', by },
      });
      return Object.fromEntries(
        body.items.map((one: { value: string; accepted: number }) => [one.value, one.accepted]),
      );
    },
  };
}

test.each<WriteFault[]>([['transaction-conflict'], ['transaction-conflict', 'transaction-conflict'], ['lost-reply']])(
  'a fact counts once whatever becomes of its write: %s %s',
  async (...faults) => {
    const { table, deliver, accepted } = counting();
    table.spoil(...faults);
    // What was carried out though its answer was lost comes again, and finds its mark.
    for (let failed = 1; failed > 0;) failed = await deliver(factOf(1));
    expect([await accepted('item'), await accepted('clerk')]).toEqual([{ food: 1 }, { none: 1 }]);
  },
);

test('many that arrive together are all counted, and few of them in one row', async () => {
  const { table, deliver, accepted } = counting();
  const facts = Array.from({ length: 60 }, (_, n) => factOf(n + 1));
  expect(await deliver(...facts)).toBe(0);
  expect(await accepted('department')).toEqual({ amr: 60 });
  expect(table.rows().filter(({ pk }) => pk === 'COUNT#department#2026-08').length).toBeGreaterThan(8);
  expect(table.rows().filter(({ pk }) => pk === 'COUNT#item#2026-08').length).toBeLessThanOrEqual(4);
});

test('the city counts the cases of every set, each under its district', async () => {
  const { deliver, accepted } = counting('fuzhou');
  await deliver(factOf(1, 'gulou'), factOf(2, 'gulou'), factOf(3, 'jinan'), factOf(3, 'jinan'));
  expect(await accepted('district')).toEqual({ gulou: 2, jinan: 1 });
});
