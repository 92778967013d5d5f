import { expect, test } from 'vitest';
import { createMeter } from '#shared/meter';
import type { Table } from '#shared/table';
import { cityItems } from '../../../test/support/city-items.ts';
import { engineForTests } from '../../../test/support/engine-table.ts';
import { applicantActor } from '../../../test/support/actors.ts';
import { foodForm } from '../../../test/support/form.ts';
import { partyIdOf } from '#shared/party';
import type { Request } from '../../../test/support/gateway-event.ts';
import * as cases from '../../../test/support/intake.ts';
import { outlined } from '../cases.fake.ts';
import { nextCatalogue } from '../domain/catalogue/catalogue.ts';
import { catalogueWriter } from './catalogue-writes.ts';
import { keepContents } from './item-rows.ts';

const engine = engineForTests();
// Known by the code that its form states.
const partyId = partyIdOf(cases.cityKey, { kind: 'uscc', number: foodForm.uscc });
const company = applicantActor('company', { kind: 'organisation', partyId });
const itemKey = 'food-business-licence';
const all = cityItems(2000).toSorted((a, b) => Number(b.key === itemKey) - Number(a.key === itemKey));
const lines = outlined({ items: all }).items;

/** A table with so many items, of which only the contents that are read are there. */
async function tableWith(count: number): Promise<Table> {
  const table = await engine.create();
  const outline = { ...outlined({ whole: true }), items: lines.slice(0, count) };
  await keepContents(table, all.slice(0, 1), lines.slice(0, 1));
  await table.transact(await catalogueWriter(table).stage(nextCatalogue(undefined, outline, '2026-08-03').catalogue));
  return table;
}

const show: Request = { path: `/intake/public/items/${itemKey}` };

async function costsWith(count: number) {
  const table = await tableWith(count);
  const fresh = () => cases.intakeOver(table, { meter: createMeter() });
  const body = { itemKey, form: foodForm, channel: 'online' };
  const begin = { method: 'POST', path: '/intake/applications', actor: company, body };
  const begun = await fresh().send({ ...begin, headers: cases.freshKey() });
  const costOf = async (request: Request, world = fresh()) => {
    engine.meter.read();
    expect((await world.send(request)).status).toBe(200);
    return engine.meter.read();
  };
  const warm = fresh();
  const cold = await costOf(show, warm);
  const again = await costOf(show, warm);
  warm.clock.now = new Date(warm.clock.now.getTime() + 31_000);
  return {
    cold,
    again,
    later: await costOf(show, warm),
    submit: await costOf(cases.submit(begun.body.id, { actor: company })),
  };
}

test('to open an item and to hand a case in costs the same among 2,000 items as among 20; warm it is one row, or none', async () => {
  const [few, many] = [await costsWith(20), await costsWith(2000)];
  expect(many).toEqual(few);
  expect([many.cold.awsCalls, many.again.awsCalls]).toEqual([3, 0]);
  expect(many.later).toMatchObject({ awsCalls: 1, capacityUnits: 1 });
});
