import { beforeEach, describe, expect, test } from 'vitest';
import { Conflict } from '#shared/conflict';
import type { Table } from '#shared/table';
import { engineForTests } from '../../../test/support/engine-table.ts';
import { assessing, card, chargeOf, evidence, openFees, type FeeDesk } from '../../../test/support/fee-desk.ts';
import { billFact, feeFacts } from '../../../test/support/fees.ts';
import { people, withdraw } from '../../../test/support/intake.ts';
import { changed, noFees } from '../domain/fee/fees.ts';

const engine = engineForTests();

describe.each(engine.tables)('the account of a case over %s', (_, create) => {
  let table: Table;
  let desk: FeeDesk;
  beforeEach(async () => {
    table = await create();
    desk = await openFees([card, chargeOf()], table);
  });
  const rowsOf = async () => (await table.query({ partition: `FEES#${desk.id}` })).rows;
  const paid = () => billFact(desk.id, [1, 1], { revision: 2, paidFen: 34_000 });

  test('is kept as it was saved, with a timeline that is chained to the one before and to what it tells of', async () => {
    await desk.assess('survey', 10);
    await desk.propose({ kind: 'reduce', code: 'survey', amountFen: 5000 });
    await desk.check(1);
    const [record, ...entries] = await rowsOf();
    expect(entries.map(({ act: name }) => name)).toEqual([
      'assess-at-acceptance',
      'assess',
      'propose-relief',
      'approve-relief',
    ]);
    expect(record).toMatchObject({ version: 4, caseId: desk.id });
    const path = `/intake/supervision/fees/${desk.id}/chain`;
    const chain = (await desk.world.send({ path, actor: people.supervisor })).body;
    expect(chain).toMatchObject({ intact: true, covers: 'record', entries: 4, hash: record?.['timelineHash'] });
    await table.put({ ...record, pk: `FEES#${desk.id}`, sk: 'REC', payer: 'p_other' });
    expect((await desk.world.send({ path, actor: people.supervisor })).body).toMatchObject({
      brokenAt: 4,
      what: 'record',
    });
    await table.put({ ...record, pk: `FEES#${desk.id}`, sk: 'REC' });
    expect(await desk.fees()).toMatchObject({ version: 4, dueFen: 29_000, bills: [{ revision: 3 }] });
  });

  test('takes each fact of payments once, though many deliveries of it race', async () => {
    await desk.assess('survey', 10);
    const [fact, again] = [paid(), paid()];
    await Promise.all([desk.tell(fact, fact), desk.tell(fact), desk.tell(again)]);
    // What lost every race comes again.
    await desk.tell(fact);
    const types = (await feeFacts(desk.world, desk.id)).map(([type]) => type);
    expect(types).toEqual(['fee-assessed', 'fee-assessed', 'payment-noted']);
    expect(await desk.fees()).toMatchObject({ version: 3, heldFen: 34_000, dueFen: 0 });
    // Whichever was first has left its mark; the other told nothing new.
    const marks = [fact, again].map(({ id }) => table.get({ pk: `MARK#intake.on-bill-changed#${id}`, sk: 'MARK' }));
    expect((await Promise.all(marks)).filter(Boolean)).toHaveLength(1);
  });

  test('takes each request once: the same key answers the same, and asks nothing twice', async () => {
    const body = { lines: [{ code: 'survey', quantity: 10 }], evidence };
    const request = assessing(desk.id, 1, { body });
    const [first, second] = [await desk.world.send(request), await desk.world.send(request)];
    expect(second).toMatchObject({ body: first.body, headers: { 'Idempotent-Replayed': 'true' } });
    expect(await desk.fees()).toMatchObject({ version: 2, bills: [{ revision: 2 }] });
  });

  test('keeps a payment that came before its bill in one transaction with it, whoever else was first', async () => {
    await desk.tell(billFact(desk.id, [2, 1], { paidFen: 30_000 }), billFact(desk.id, [1, 1], { paidFen: 4000 }));
    await Promise.all([desk.assess('survey', 10), desk.assess('survey', 10)]);
    expect(await desk.fees()).toMatchObject({
      heldFen: 34_000,
      dueFen: 0,
      bills: [{ status: 'paid' }, { status: 'paid' }],
    });
    expect((await table.query({ index: 'index3', partition: 'PARKED' })).rows).toEqual([]);
  });

  test('is not changed beside a case that has gone on, nor from what it no longer is', async () => {
    const { deps } = desk.world;
    const [store, of] = [await deps.fees(), await deps.applications.getForClock(desk.id)];
    const before = await store.get(desk.id);
    if (!of || !before) throw new Error('a case with fees');
    const cause = {
      at: desk.world.clock.now,
      actor: people.approver,
      office: 'gulou/amr',
      correlationId: 'c',
      causationId: 'c',
    };
    await desk.world.send(withdraw(desk.id));
    const rows = await rowsOf();
    const change = changed(before, 'assess', { fees: before, facts: [] });
    await expect(store.save(change, { of, parked: [] }, cause)).rejects.toThrow(Conflict);
    const asNew = changed(noFees(of), 'assess', { fees: before, facts: [] });
    await expect(store.save(asNew, { parked: [] }, cause)).rejects.toThrow(Conflict);
    expect(await rowsOf()).toEqual(rows);
  });
});

test('a lost reply of the database neither asks nor notes anything twice', async () => {
  const desk = await openFees([card, chargeOf()], await engine.create());
  engine.faults.add({ kind: 'lost-reply', operation: 'TransactWriteItems', times: 1 });
  expect((await desk.assess('survey', 10)).status).toBe(200);
  engine.faults.add({ kind: 'lost-reply', operation: 'TransactWriteItems', times: 1 });
  expect(await desk.tell(billFact(desk.id, [1, 1], { revision: 2, paidFen: 34_000 }))).toBe(0);
  expect(engine.faults.armed()).toBe(false);
  expect((await feeFacts(desk.world, desk.id)).map(([type]) => type)).toEqual([
    'fee-assessed',
    'fee-assessed',
    'payment-noted',
  ]);
});
