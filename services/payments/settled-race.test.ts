import { expect, test } from 'vitest';
import { openPayments } from '../../test/support/payments.ts';

test('a bill that is asked anew in the very moment in which its order lets go of it is free again, by the newest revision', async () => {
  const world = openPayments();
  await world.openCharges();
  await world.tick();
  const asked = { assessmentId: 'a.1', caseId: crypto.randomUUID() };
  const id = await world.assess(asked);
  await world.send('POST', '/payments/orders', { body: { billIds: [id], channel: 'sandbox' } });
  world.clock.now = new Date(world.clock.now.getTime() + 31 * 60_000);
  await world.tick();
  const lines = [{ code: 'road-repair', payee: 'urban', quantity: 2, amountFen: 60_000, gate: 'result' as const }];
  world.base.table.beforeNextWrite(() => world.assess({ ...asked, revision: 2, lines }));
  await world.settle();
  const { body } = await world.send('GET', `/payments/bills/${id}`);
  expect(body).toMatchObject({ status: 'due', revision: 2, amountFen: 60_000, actions: ['pay'] });
});
