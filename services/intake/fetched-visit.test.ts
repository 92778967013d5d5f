import { expect, test } from 'vitest';
import { on, queueHandler } from '#shared/queue';
import { VisitMeasuredV1 } from '#events/intake/visit-measured.v1';
import { entryAt } from '../../test/support/entries.ts';
import * as cases from '../../test/support/intake.ts';
import { cityKey, people } from '../../test/support/intake.ts';
import { partyIdOf } from '#shared/party';
import { mergeFact, told } from '../../test/support/parties.ts';
import { openResults, outline, type Results } from '../../test/support/results.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';
import { itemOf } from './cases.fake.ts';
import { onVisitMeasured } from './functions/facts/count-measured.ts';

const baseline = { steps: 4, materials: 6, visits: 3, days: 30, unit: 'working-day' } as const;
const document = { kind: 'resident-id', number: '11010519491231002X' } as const;
const entry = { ...entryAt.window, present: { relation: 'self', document } };

const reformed = () => openResults({ ...cases.publication, items: [itemOf({ baseline })] });
const visits = async ({ world }: Results, from = '2026-08-03', to = from) => {
  const query = { from, to, by: 'item' };
  const { body } = await world.send({ path: '/intake/supervision/summary', actor: people.supervisor, query });
  return body.total.reductions?.visits;
};
const facts = (at: Results) => at.facts(VisitMeasuredV1.type);

/** The company fetches the result of a case itself. */
async function fetched(at: Results): Promise<string> {
  await told(at.world.deps, mergeFact(1, ['p_company', partyIdOf(cityKey, document)], 'merged'));
  const id = await at.decided();
  at.later(3);
  const handOver = () => at.act(id, 'delivery/hand-over', { actor: people.clerk, body: { entry } });
  expect(outline(await handOver())).toEqual([200, 'delivered']);
  expect(outline(await handOver())).toEqual([409, 'wrong-state']);
  return id;
}

test('a result that is fetched at a window is a visit of its case, on the day of the decision, however often the fact comes', async () => {
  const at = await reformed();
  const id = await fetched(at);
  expect(await visits(at)).toEqual({ before: 3, now: 0 });
  const consume = queueHandler([on(VisitMeasuredV1, 'intake.on-visit-measured', onVisitMeasured)], at.world.deps);
  const [one, ...more] = facts(at);
  expect([one?.data, more]).toMatchObject([{ caseId: id, day: '2026-08-03', department: 'amr' }, []]);
  await consume(sqsEvent(one, one));
  await at.settle();
  expect(await visits(at)).toEqual({ before: 3, now: 1 });
  expect(await visits(at, '2026-08-04', '2026-08-31')).toBeUndefined();
});

test('a result that is downloaded is none', async () => {
  const at = await reformed();
  const id = await at.decided();
  await at.act(id, 'delivery/download', { actor: people.company });
  await at.settle();
  expect([facts(at), await visits(at)]).toEqual([[], { before: 3, now: 0 }]);
});

test('where nothing is compared no visit is told of', async () => {
  const at = await openResults();
  await fetched(at);
  expect(facts(at)).toEqual([]);
});
