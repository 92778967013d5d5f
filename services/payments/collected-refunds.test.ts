import { beforeEach, expect, test } from 'vitest';
import { openCollected } from '../../test/support/collected.ts';
import { watchRefunds } from './functions/tick/watch-refunds.ts';

let one: Awaited<ReturnType<typeof openCollected>>;
beforeEach(async () => {
  one = await openCollected();
});
/** What an alarm looks at. */
const counted = () => watchRefunds(one.world.deps)();
const approve = (id: string) => one.back.act(id, 'approve', [one.world.checker]);

test('before what a collector has as paid goes back, the collector undoes that, under the refund’s number, once', async () => {
  const id = await one.paid();
  await one.pass(1);
  const refund = await one.proposed(id);
  expect(await approve(refund)).toMatchObject({ status: 'undoing', actions: [] });
  one.water.faults.push('lost');
  await one.pass(1);
  expect([(await one.refund(refund)).status, (await one.bill(id)).status]).toEqual(['undoing', 'paid']);
  await one.pass(2);
  expect(await one.refund(refund)).toMatchObject({ status: 'approved', undo: { ref: expect.stringMatching(/^R-/) } });
  await one.pass(1);
  expect([(await one.refund(refund)).status, (await one.bill(id)).status]).toEqual(['done', 'refunded']);
  const number = refund.replaceAll('-', '');
  expect([...one.water.reversals.values()]).toEqual([
    {
      number,
      booking: id.replaceAll('-', ''),
      amountFen: 2800,
      lines: [{ code: 'water-use', amountFen: 2800 }],
      times: 1,
    },
  ]);
});

test('what was undone is owed again: asked for anew it is another bill, that is paid and booked by itself', async () => {
  const first = await one.paid();
  await one.pass(1);
  const refund = await one.proposed(first, 2800, 800);
  await approve(refund);
  await one.pass(1);
  // Until the money is back the first bill stands for the debt.
  expect(await one.query()).toMatchObject([{ id: first }]);
  await one.pass(1);
  const [again] = await one.query();
  expect(again).toMatchObject({ status: 'due', amountFen: 800 });
  expect(again.id).not.toBe(first);
  expect(await one.query()).toMatchObject([{ id: again.id }]);
  await one.back.paid(again.id);
  await one.pass(1);
  expect([...one.water.bookings.values()].map(({ amountFen }) => amountFen)).toEqual([2800, 800]);
  expect((await one.bill(first)).status).toBe('partly-refunded');
});

test('nothing goes back while it is not known whether it was booked; what was refused has nothing to be undone', async () => {
  const id = await one.paid();
  one.water.faults.push('down', 'down', 'down');
  await one.pass(1);
  const refund = await one.proposed(id);
  await approve(refund);
  await one.pass(1);
  expect((await one.refund(refund)).status).toBe('undoing');
  one.water.faults.splice(0, 9, 'refuse');
  await one.pass(10);
  await one.pass(60);
  await one.pass(60);
  expect(await one.refund(refund)).toMatchObject({ status: 'done' });
  expect(one.water.reversals.size).toBe(0);
  // It was an exception that nobody has booked it; it is back, and is none any more.
  expect(await one.matters()).toEqual([]);
});

test('a collector that refuses to undo keeps the money: people see it, ask it once more, or give the refund up', async () => {
  const id = await one.paid();
  await one.pass(1);
  const refund = await one.proposed(id);
  one.water.faults.push('refuse');
  await approve(refund);
  await one.pass(1);
  expect(await one.refund(refund)).toMatchObject({ status: 'kept', actions: ['approve', 'reject'] });
  expect(await one.matters()).toMatchObject([
    { kind: 'booking-kept', owner: 'finance', refundId: refund, billId: id, refused: true, amountFen: 2800 },
  ]);
  expect(await counted()).toEqual({ BookingsKept: 1 });
  const balance = async () =>
    (await one.world.send('GET', '/payments/reports/trial-balance', { actor: one.world.finance })).body.accounts
      .map(({ account }: { account: string }) => account)
      .filter((account: string) => account.startsWith('refunds/'));
  expect(await balance()).toEqual([]);
  one.water.faults.push('refuse');
  await approve(refund);
  await one.pass(1);
  await one.back.act(refund, 'reject', [one.world.checker, { reason: '水司已入账，不予退还' }]);
  expect([(await one.bill(id)).status, await one.matters()]).toEqual(['paid', []]);
  expect(await counted()).toEqual({ BookingsKept: 0 });
  // What was given up may be asked for again.
  const next = await one.proposed(id);
  await approve(next);
  for (let n = 0; n < 2; n += 1) await one.pass(1);
  expect((await one.bill(id)).status).toBe('refunded');
});

test('a collector that is silent for a day is a matter, and the refund is sent once it has undone its booking', async () => {
  const id = await one.paid();
  await one.pass(1);
  const refund = await one.proposed(id);
  one.water.faults.push(...Array.from({ length: 60 }, () => 'down' as const));
  await approve(refund);
  for (let hours = 0; hours < 24; hours += 1) await one.pass(60);
  expect(await one.matters()).toMatchObject([{ kind: 'booking-kept', refused: false }]);
  one.water.faults.length = 0;
  await one.pass(24 * 60);
  await one.pass(1);
  expect([(await one.refund(refund)).status, await one.matters()]).toEqual(['done', []]);
});

test('what a collector has undone must go back: another account may be named, and nobody rejects it any more', async () => {
  const id = await one.paid();
  await one.pass(1);
  const refund = await one.proposed(id);
  await approve(refund);
  await one.pass(1);
  await one.back.sent(refund, 366);
  await one.back.redirected(refund);
  expect((await one.back.act(refund, 'reject', [one.world.checker, { reason: '户名不符' }])).status).toBe('stuck');
  await one.back.redirected(refund);
  expect(await approve(refund)).toMatchObject({ status: 'paying-out' });
  expect(one.water.reversals.size).toBe(1);
});
