import { beforeAll, expect, test } from 'vitest';
import { createMeter } from '#shared/meter';
import type { Table } from '#shared/table';
import type { Request } from '../../../test/support/gateway-event.ts';
import { chargeOf, openFees } from '../../../test/support/fee-desk.ts';
import { engineForTests } from '../../../test/support/engine-table.ts';
import * as cases from '../../../test/support/intake.ts';
import { draft, people, read } from '../../../test/support/intake.ts';
import { itemOf } from '../cases.fake.ts';

const engine = engineForTests();
let table: Table;
beforeAll(async () => {
  table = await engine.create();
  await cases.publish(cases.intakeOver(table));
});

/** A case that has come to a state, made by functions that are not measured. */
async function caseIn(state: 'draft' | 'submitted' | 'accepted' | 'decided'): Promise<string> {
  const world = cases.intakeOver(table);
  const id = await draft(world);
  if (state !== 'draft') await world.send(cases.submit(id));
  if (state === 'accepted' || state === 'decided') await world.send(cases.accept(id));
  if (state === 'decided') await world.send(cases.decide(id, 3));
  return id;
}

/** What one request costs a function that has just started: nothing is in memory, not even the catalogue. */
async function costOf(request: Request, over = table) {
  engine.meter.read();
  const { status } = await cases.intakeOver(over, { meter: createMeter() }).send(request);
  expect(status).toBeLessThan(300);
  return engine.meter.read();
}

const begun = { itemKey: 'food-business-licence', form: cases.goodForm, channel: 'online' };
const all: [name: string, calls: number, units: number, request: () => Promise<Request>][] = [
  ['list the items', 2, 3, async () => ({ path: '/intake/public/items' })],
  ['list the calendars', 1, 1, async () => ({ path: '/intake/public/calendars' })],
  ['show an item', 3, 3, async () => ({ path: '/intake/public/items/food-business-licence' })],
  [
    'begin',
    4,
    42,
    async () => ({
      method: 'POST',
      path: '/intake/applications',
      actor: people.company,
      headers: cases.freshKey(),
      body: begun,
    }),
  ],
  // Whatever shows where a case stands counts days: the calendars cost a call more, once in 30 seconds. A unit tells what
  // follows the case, and a call, at the same time, whether the result of a decided one lies ready.
  ['read', 3, 5, async () => read(await caseIn('decided'))],
  // Staff read beside the case what its supervising body has said.
  [
    // Who of the staff asks is looked up as a person, beside the case.
    'read unmasked',
    5,
    8,
    async () => read(await caseIn('decided'), { actor: people.approver, query: { reason: '核对材料' } }),
  ],
  // A draft's item may have been withdrawn: a start reads the catalogue beside the case.
  ['save', 4, 5, async () => cases.save(await caseIn('draft'), 1)],
  // The case, the version of the catalogue, where the item is, the item, a number, and what was there of it.
  ['submit', 7, 53, async () => cases.submit(await caseIn('draft'))],
  // What the library said of the documents that were given: a call and a unit, whether or not any was.
  ['accept', 5, 48, async () => cases.accept(await caseIn('submitted'))],
  ['decide', 5, 48, async () => cases.decide(await caseIn('accepted'), 3)],
  ['withdraw a draft', 3, 51, async () => cases.withdraw(await caseIn('draft'))],
  ['withdraw', 3, 46, async () => cases.withdraw(await caseIn('accepted'))],
  [
    // The second looks, at the same time, for other ids of the party, the third for results that lie ready, the fourth for
    // what became of decisions.
    'list my cases',
    5,
    14,
    async () => ({ path: '/intake/applications', query: { mine: 'true' }, actor: people.company }),
  ],
  ['list tasks', 2, 11, async () => ({ path: '/intake/tasks', query: { department: 'amr' }, actor: people.approver })],
  [
    'list overdue fees',
    1,
    2,
    async () => ({ path: '/intake/fees/overdue', query: { department: 'amr' }, actor: people.approver }),
  ],
  [
    'show the timeline',
    1,
    2,
    async () => ({ ...read(''), path: `/intake/applications/${await caseIn('decided')}/timeline` }),
  ],
  [
    'show who read',
    1,
    2,
    async () => ({ ...read(''), path: `/intake/applications/${await caseIn('decided')}/access-records` }),
  ],
];

test.each(all)(
  'to %s takes at most %i calls and %i units, even at a cold start',
  async (...[, calls, units, request]) => {
    const cost = await costOf(await request());
    expect(cost.awsCalls).toBeLessThanOrEqual(calls);
    expect(cost.capacityUnits).toBeGreaterThan(0);
    expect(cost.capacityUnits).toBeLessThanOrEqual(units);
  },
);

test('to submit a draft older than the catalogue takes two calls more: the version that it began with, and where its item is in that', async () => {
  const id = await caseIn('draft');
  await cases.publish(cases.intakeOver(table), { ...cases.publication, items: [itemOf({ level: 3 })] });
  expect((await costOf(cases.submit(id))).awsCalls).toBeLessThanOrEqual(9);
});

test('to decide takes one call and one unit more where a fee could stop it', async () => {
  const over = await engine.create();
  const desk = await openFees([chargeOf()], over);
  await desk.assess('survey', 10);
  await desk.pay(1, 30_000);
  const { awsCalls, capacityUnits } = await costOf(cases.decide(desk.id, 3), over);
  expect(awsCalls).toBeLessThanOrEqual(6);
  expect(capacityUnits).toBeLessThanOrEqual(49);
});

test('a repeated act costs one call more, a refused one none for its mark', async () => {
  const world = cases.intakeOver(table);
  const request = cases.submit(await caseIn('draft'));
  await world.send(request);
  expect((await costOf(request)).awsCalls).toBeLessThanOrEqual(3);
});
