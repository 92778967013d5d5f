import { expect, test } from 'vitest';
import { fc } from '../../test/support/property.ts';
import { openCollected } from '../../test/support/collected.ts';

const step = fc.oneof(
  fc.constantFrom('down' as const, 'lost' as const, 'refuse' as const),
  fc.record({ propose: fc.integer({ min: 1, max: 1500 }) }),
  fc.constantFrom('approve' as const, 'tick' as const, 'hour' as const),
);

test('whatever goes wrong, a collector has as paid exactly what was paid less what it has undone, and nothing is back that it has not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
      const one = await openCollected();
      const id = await one.paid();
      const refunds: string[] = [];
      const check = async () => {
        const held = await one.world.deps.bills.load(id);
        const all = await Promise.all(refunds.map((refund) => one.world.deps.refunds.load(refund)));
        const undone = [...one.water.reversals.keys()];
        const gone = all.filter((refund) => refund && refund.state !== 'proposed' && refund.undo?.doneAt);
        if (held?.bill.booking?.state === 'booked') {
          for (const refund of gone) expect(undone).toContain(refund?.id.replaceAll('-', ''));
        }
        for (const refund of all) if (refund?.done) expect(gone).toContain(refund);
      };
      for (const act of steps) {
        if (act === 'tick') await one.pass(1);
        else if (act === 'hour') await one.pass(60);
        else if (act === 'approve') {
          for (const refund of refunds)
            await one.world.send('POST', `/payments/refunds/${refund}/approve`, { actor: one.world.checker, body: {} });
        } else if (typeof act === 'string') one.water.faults.push(act);
        else {
          const held = await one.world.deps.refunds.backOf(id);
          const left = 2800 - (held.fen['water-use'] ?? 0);
          const body = { lines: [{ code: 'water-use', amountFen: act.propose }], refundableFen: left, reason: '退' };
          const made = await one.world.send('POST', `/payments/bills/${id}/refunds`, {
            body,
            actor: one.world.finance,
          });
          if (made.status === 201) refunds.push(made.body.items[0].id);
        }
        await check();
      }
      one.water.faults.length = 0;
      for (let n = 0; n < 12; n += 1) await one.pass(90);
      await check();
      const booked = [...one.water.bookings.values()].reduce((fen, { amountFen }) => fen + amountFen, 0);
      const back = (await one.world.deps.bills.load(id))?.bill.back.reduce((fen, { amountFen }) => fen + amountFen, 0);
      const undone = [...one.water.reversals.values()].reduce((fen, { amountFen }) => fen + amountFen, 0);
      // Of what was never booked nothing has to be undone.
      if (booked > 0) expect(undone).toBe(back);
    }),
    { numRuns: 30 },
  );
});
