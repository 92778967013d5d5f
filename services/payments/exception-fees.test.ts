import { expect, test } from 'vitest';
import { excepting, rowOf } from '../../test/support/exceptions.ts';
import { openPayments } from '../../test/support/payments.ts';

test.each(['accept', 'adjust-fee'])(
  'where a fee alone is in question since another revision, and the amount was before, the end by %s releases the money',
  async (action) => {
    const world = openPayments();
    await world.openCharges();
    await world.tick();
    const one = excepting(world);
    const { number } = await one.charged();
    const row = rowOf({ number, amountFen: 30_000, feeFen: 200 });
    await one.settle(row);
    const ledger = await one.side(number);
    const id = await one.raise({ class: 'FEE_MISMATCH', differenceFen: 0, row, ledger, money: 'end' });
    await one.ended(id, { action, ...(action === 'adjust-fee' && { feeFen: 180 }) });
    const [released, ...more] = await world.deps.released.waiting('treasury');
    expect(released).toMatchObject({ source: id, lines: [{ inFen: 30_000, outFen: 0 }], feeFen: 200 });
    expect(more).toEqual([]);
  },
);
