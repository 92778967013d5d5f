import { fakeCollector } from '../../services/payments/collectors/collector.fake.ts';
import { openPayments } from './payments.ts';
import { refunding } from './refunds.ts';

const dueAt = new Date('2026-08-20T16:00:00.000Z');

/** Payments beside a waterworks to which the company owes one debt, and what is paid and goes back of it. */
export async function openCollected() {
  const water = fakeCollector();
  const world = openPayments({ change: (deps) => ({ ...deps, collectors: new Map([['water', water.collector]]) }) });
  await world.openCharges();
  await world.tick();
  const back = refunding(world);
  water.debts.set('07', { debt: '07', code: 'water-use', quantity: 10, amountFen: 2800, dueAt });
  const query = async () =>
    (await world.send('POST', '/payments/bills/query', { body: { collector: 'water', account: '60010042' } })).body
      .items;
  return {
    world,
    water,
    back,
    query,
    pass: async (minutes: number) => {
      world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
      await world.tick();
      await world.settle();
    },
    /** A debt that is paid; its bill. */
    async paid(): Promise<string> {
      const [{ id }] = await query();
      await back.paid(id);
      return String(id);
    },
    async proposed(billId: string, refundableFen = 2800, amountFen = refundableFen): Promise<string> {
      const [id = ''] = await back.proposed(billId, refundableFen, { code: 'water-use', amountFen });
      return id;
    },
    refund: async (id: string) => (await world.send('GET', `/payments/refunds/${id}`, { actor: world.checker })).body,
    bill: async (id: string) => (await world.send('GET', `/payments/bills/${id}`)).body,
    matters: async () =>
      (await world.send('GET', '/payments/exceptions', { actor: world.checker })).body.items.filter(
        ({ kind }: { kind: string }) => kind !== 'receipt-numbers-short',
      ),
  };
}
