import { expect, test } from 'vitest';
import { BillsSettledV1 } from '#events/payments/bills-settled.v1';
import { RefundChangedV1 } from '#events/payments/refund-changed.v1';
import { fc } from '../../test/support/property.ts';
import { openPayments } from '../../test/support/payments.ts';
import { receipting } from '../../test/support/receipts.ts';
import { refunding } from '../../test/support/refunds.ts';
import { checkNumbers, checkOwed, checkReceipts } from './receipt-books.fake.ts';

const places = [
  { code: 'road-repair', payee: 'urban' },
  { code: 'id-card', payee: 'ps' },
  { code: 'connection', payee: 'water' },
] as const;
const fiscal = new Set(['road-repair', 'id-card']);
const one = <Item>(of: readonly Item[], n: number): Item | undefined => of[n % Math.max(1, of.length)];

interface Shown {
  id: string;
  status: string;
  code: string;
  number: string;
  check: string;
}

/** What can happen, in any order, each with two numbers that say which. */
async function open() {
  const world = openPayments();
  const [back, receipts] = [refunding(world), receipting(world)];
  await world.openCharges();
  await world.tick();
  const bills: { id: string; code: string; fen: number }[] = [];
  let next = 1;
  const segments: string[] = [];
  const own = async (status: string, n: number): Promise<Shown | undefined> => {
    const all: Shown[] = await receipts.own();
    const found = all.filter((shown) => shown.status === status);
    return one(found, n);
  };
  /** One click over these bills, and the money comes; nobody has been told of it yet. */
  const pay = async (billIds: readonly string[]): Promise<void> => {
    const { body } = await world.send('POST', '/payments/orders', { body: { billIds, channel: 'sandbox' } });
    const begin = `/payments/orders/${body.id}/payments/1/begin`;
    const begun = await world.send('POST', begin, { body: { way: 'page' } });
    await world.send('POST', begun.body.payments[0].show.url, { body: {} });
  };
  const act = (id: string, name: string, body: object) =>
    world.send('POST', `/payments/receipts/${id}/${name}`, { body });
  const deeds = {
    give: async (a: number, b: number) => {
      const from = next;
      next += 1 + a;
      const code = b % 5 === 0 ? '35010127' : '35010126';
      segments.push(b % 4 === 0 ? await receipts.propose(from, next - 1) : await receipts.given(from, next - 1, code));
    },
    shut: async (a: number, b: number) => {
      const path = `/payments/receipt-segments/${one(segments, a)}/${b % 2 === 0 ? 'close' : 'reject'}`;
      await world.send('POST', path, { actor: world.checker, body: {} });
    },
    buy: async (a: number, b: number) => {
      const lines = places
        .filter((_, n) => ((a >> n) & 1) === 1)
        .map((place, n) => ({ ...place, quantity: 1, amountFen: 100 + b * (n + 1), gate: 'result' as const }));
      if (lines.length === 0) return;
      const ids = [await world.assess({ lines }), ...(b % 3 === 0 ? [await world.assess()] : [])];
      await pay(ids);
      await world.settle();
      for (const { code, amountFen: fen } of lines) bills.push({ id: ids[0] ?? '', code, fen });
    },
    rush: async (a: number) => {
      for (let n = 0; n < 2 + (a % 3); n += 1) await pay([await world.assess()]);
      // All at once, and those of before once more: they want the same numbers.
      await world.hear(...world.facts(BillsSettledV1.type));
    },
    refund: async (a: number, b: number) => {
      const bill = one(bills, a);
      if (!bill) return;
      const { body } = await world.send('GET', `/payments/bills/${bill.id}`);
      const path = `/payments/bills/${bill.id}/refunds`;
      const lines = [{ code: bill.code, amountFen: 1 + Math.floor((bill.fen * b) / 31) }];
      const wish = { lines, refundableFen: body.amountFen - (body.refundedFen ?? 0), reason: '多缴' };
      const made = await world.send('POST', path, { body: wish, actor: world.finance });
      for (const { id } of made.body.items ?? []) await back.act(id, 'approve', [world.checker]);
      await pass();
    },
    verify: async (a: number) => {
      const found = await own('issued', a);
      if (found) await receipts.verify(found);
    },
    enter: async (a: number) => {
      const issued = await own('issued', a);
      if (issued) await receipts.verify(issued);
      const found = await own('verified', a);
      if (found) await act(found.id, 'enter', { voucher: '记-1' });
    },
    undo: async (a: number) => {
      const found = await own('entered', a);
      if (found) await act(found.id, 'undo-entry', {});
    },
    issue: async () => void (await receipts.issue()),
    hear: async (a: number) => {
      // Whatever was told, again and the newest first; what is not taken comes again.
      const facts = [...world.facts(BillsSettledV1.type), ...world.facts(RefundChangedV1.type)];
      for (const fact of facts.slice(a % 3).toReversed()) await world.hear(fact).catch(() => undefined);
    },
    spoil: async (a: number) => {
      const faults = ['outage', 'lost-reply', 'transaction-conflict'] as const;
      world.base.table.spoil(one(faults, a) ?? 'outage');
    },
  };
  async function pass(): Promise<void> {
    world.clock.now = new Date(world.clock.now.getTime() + 60_000);
    await world.tick();
    await world.settle();
  }
  /** Nothing fails any more, everybody has been told, every entry is undone, and there are numbers for all. */
  async function rest(): Promise<void> {
    world.base.table.heal();
    await receipts.given(next, next + 500);
    for (let n = 0; n < 3; n += 1) await pass();
    await world.settle({ again: true });
    for (let found = await own('entered', 0); found; found = await own('entered', 0)) {
      await act(found.id, 'undo-entry', {});
    }
    await receipts.issue();
  }
  return { world, deeds, rest };
}

const names = ['give', 'shut', 'buy', 'rush', 'refund', 'verify', 'enter', 'undo', 'issue', 'hear', 'spoil'] as const;
const deed = fc.record({
  name: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('give', 'buy', 'refund', 'enter') },
    { weight: 2, arbitrary: fc.constantFrom(...names) },
  ),
  a: fc.nat(31),
  b: fc.nat(31),
});
const runs = Number(process.env['PAYMENT_RUNS'] ?? 500) / 5;

test('whatever fails and in whatever order it comes, each number is a receipt, a red one, void or free, and receipts say what is paid and not back', async () => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 6, maxLength: 20 }), async (life) => {
      const { world, deeds, rest } = await open();
      for (const { name, a, b } of life) {
        // A function that dies halfway leaves what it has written; its message comes again.
        await deeds[name](a, b).catch(() => undefined);
        checkNumbers(world.base.table);
        checkReceipts(world.base.table);
      }
      await rest();
      checkNumbers(world.base.table);
      checkReceipts(world.base.table);
      checkOwed(world.base.table, fiscal);
      made += world.base.table.rows().filter(({ pk }) => String(pk).startsWith('RECEIPT-NUMBER#')).length;
    }),
    { numRuns: runs },
  );
  expect(made).toBeGreaterThan(runs);
});
