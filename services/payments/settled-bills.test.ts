import { expect, test } from 'vitest';
import { BillChangedV1 } from '#events/payments/bill-changed.v1';
import { openPayments } from '../../test/support/payments.ts';
import { refunding } from '../../test/support/refunds.ts';

test('a bill that cannot take in that it is paid holds back no other of its order, and does so when the message comes again', async () => {
  let unreadable = '';
  const world = openPayments({
    change: (deps) => ({
      ...deps,
      bills: {
        ...deps.bills,
        load: (id) => (id === unreadable ? Promise.reject(new Error('throttled')) : deps.bills.load(id)),
      },
    }),
  });
  const toldPaid = () =>
    world
      .facts(BillChangedV1.type)
      .filter(({ data }) => data['state'] === 'paid')
      .map(({ data }) => data['billId']);
  await world.openCharges();
  await world.tick();
  const ids = [await world.assess(), await world.assess(), await world.assess()];
  [unreadable = ''] = ids;
  await expect(refunding(world).paid(...ids)).rejects.toThrow('a fact was not taken');
  expect(new Set(toldPaid())).toEqual(new Set(ids.slice(1)));

  unreadable = '';
  await world.settle();
  expect(toldPaid()).toHaveLength(3);
  expect(new Set(toldPaid())).toEqual(new Set(ids));
});
