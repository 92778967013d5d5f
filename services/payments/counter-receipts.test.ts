import { expect, test } from 'vitest';
import { staffActor } from '../../test/support/actors.ts';
import { openPayments } from '../../test/support/payments.ts';
import { receipting } from '../../test/support/receipts.ts';

const cashier = staffActor('cashier', { district: 'gulou' }, 'the cashier');

test('what is paid at a counter gets its receipts as well, one of each payee', async () => {
  const world = openPayments();
  const receipts = receipting(world);
  await world.openCharges();
  await receipts.given(1, 10);
  const place = { hall: 'h-01', window: '12', floatFen: 20_000 };
  const { body: shift } = await world.send('POST', '/payments/shifts', { body: place, actor: cashier });
  const of = { quantity: 1, gate: 'result' as const };
  const lines = [
    { code: 'road-repair', payee: 'urban', amountFen: 30_000, ...of },
    { code: 'exam', payee: 'edu', amountFen: 9000, ...of },
  ];
  const billIds = [await world.assess({ lines })];
  const body = { billIds, way: 'cash', receivedFen: 40_000 };
  const taken = await world.send('POST', `/payments/shifts/${shift.id}/payments`, { body, actor: cashier });
  expect(taken.status).toBe(201);
  await world.settle();
  const own = await receipts.own();
  const sums = own.map(({ payee, amountFen }: { payee: string; amountFen: number }) => [payee, amountFen]);
  expect(new Map(sums)).toEqual(
    new Map([
      ['urban', 30_000],
      ['edu', 9000],
    ]),
  );
});
