import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Envelope } from '#events/event';
import { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { FeeCancelledV1 } from '#events/intake/fee-cancelled.v1';
import { retried } from '#shared/conflict';
import { company, envelopeOf, openPayments } from '../../test/support/payments.ts';
import { fc } from '../../test/support/property.ts';
import { fakeChannel, type Fault } from './channels/channel.fake.ts';
import { takeWord } from './functions/notice/take-word.ts';
import { ownCause } from './functions/own-cause.ts';
import { checkBooks, checkEnd, readBooks } from './books.fake.ts';

const line = (amountFen: number, of = 0) => {
  const places = [
    { code: 'road-repair', payee: 'urban' },
    { code: 'exam', payee: 'edu' },
    { code: 'connection', payee: 'water' },
  ];
  return { ...(places[of % 3] ?? places[0]), quantity: 1, amountFen, gate: 'result' as const };
};

const one = <Item>(of: readonly Item[], n: number): Item | undefined => of[n % Math.max(1, of.length)];

async function openTill(mostParts: number) {
  const bills: { id: string; assessmentId: string; caseId: string; revision: number }[] = [];
  const orders: string[] = [];
  let spoilt = false;
  let fake: ReturnType<typeof fakeChannel> | undefined;
  const world = openPayments({
    change: (deps) => {
      fake = fakeChannel(deps.now, mostParts);
      return { ...deps, channels: new Map([['fake', fake.channel]]) };
    },
  });
  if (!fake) throw new Error('no channel');
  await world.openCharges();
  // The walks begin: what is due before the first one is nobody's.
  await world.tick();
  const till = fake;
  // What a consumer could not take comes again, and so does what it has taken.
  const told: Envelope[] = [];
  const tell = (contract: { type: string }, data: Record<string, unknown>) => {
    const fact = envelopeOf(contract, data, world.clock.now);
    told.push(fact);
    return world.hear(fact);
  };
  const assess = (bill: (typeof bills)[number], fen: number, of: number) => {
    const { assessmentId, caseId, revision } = bill;
    const asked = { assessmentId, caseId, revision, payer: company.partyId, lines: [line(fen, of)] };
    return tell(FeeAssessedV1, { ...asked, dueAt: '2026-08-20T00:00:00.000Z' });
  };

  /** What can happen, in any order, each with two numbers that say which. Whoever fails tries again later, or never. */
  const deeds = {
    assess: async (a: number, b: number) => {
      const caseId = randomUUID();
      const bill = { id: '', assessmentId: `${caseId}.1`, caseId, revision: 1 };
      bills.push(bill);
      await assess(bill, 100 + a, b);
      const { known } = await world.deps.bills.heard(bill.assessmentId);
      bill.id = known?.bill.id ?? '';
    },
    revise: async (a: number, b: number) => {
      const bill = one(bills, a);
      if (bill) await assess(Object.assign(bill, { revision: bill.revision + 1 }), 100 + b, a);
    },
    cancel: async (a: number) => {
      const bill = one(bills, a);
      const { assessmentId, caseId, revision } = bill ?? {};
      if (bill) await tell(FeeCancelledV1, { assessmentId, caseId, revision, reasonCode: 'case-ended' });
    },
    place: async (a: number) => {
      const billIds = bills.filter((_, n) => (a >> (n % 4)) & 1).map(({ id }) => id);
      const reply = await world.send('POST', '/payments/orders', { body: { billIds, channel: 'fake' } });
      if (reply.status === 201) orders.push(reply.body.id);
    },
    begin: async (a: number, b: number) => {
      const id = one(orders, a);
      const path = `/payments/orders/${id}/payments/${1 + (b % 3)}/begin`;
      if (id) await world.send('POST', path, { body: { way: 'page' } });
    },
    pay: async (a: number, b: number) => {
      const number = one([...till.charges.keys()], a);
      if (number) till.pay(number, b % 8 === 0);
    },
    close: async (a: number) => {
      const number = one([...till.charges.keys()], a);
      if (number) till.close(number);
    },
    notify: async (a: number) => {
      const number = one([...till.charges.keys()], a);
      const told = () =>
        takeWord(number ?? '', till.standing(number ?? ''), { ...world.deps, cause: ownCause(world.deps) });
      if (number) await retried(told, world.deps.pause);
    },
    ask: async (a: number) => {
      const id = one(orders, a);
      if (id) await world.send('POST', `/payments/orders/${id}/ask`, { body: {} });
    },
    wait: async (a: number) => {
      world.clock.now = new Date(world.clock.now.getTime() + a * 60_000);
      await world.tick();
    },
    settle: (a: number) => world.settle({ again: a % 2 === 0 }),
    silence: async (a: number) => void till.fail((['before', 'after'] satisfies Fault[])[a % 2] ?? 'before'),
    spoil: async (a: number) => {
      spoilt = true;
      const faults = ['outage', 'lost-reply', 'transaction-conflict'] as const;
      world.base.table.spoil(faults[a % 3] ?? 'outage');
    },
  };

  /** What is left when nothing fails any more and time has passed: everybody has been told. */
  async function rest(): Promise<void> {
    till.heal();
    world.base.table.heal();
    await world.hear(...told);
    for (let n = 0; n < 3; n++) {
      for (const number of till.charges.keys()) {
        await takeWord(number, till.standing(number), { ...world.deps, cause: ownCause(world.deps) });
      }
      world.clock.now = new Date(world.clock.now.getTime() + 2 * 86_400_000);
      await world.tick();
      await world.settle();
    }
  }
  const isSpoilt = () => spoilt;
  const asked = () => new Map(bills.map(({ assessmentId, revision }) => [assessmentId, revision]));
  return { world, till, deeds, rest, asked, isSpoilt, books: () => readBooks(world.base.table) };
}

const names = [
  'assess',
  'revise',
  'cancel',
  'place',
  'begin',
  'pay',
  'close',
  'notify',
  'ask',
  'wait',
  'settle',
  'silence',
  'spoil',
] as const;
const deed = fc.record({
  name: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('place', 'begin', 'pay') },
    { weight: 4, arbitrary: fc.constantFrom(...names) },
  ),
  a: fc.nat(31),
  b: fc.nat(31),
});
const runs = Number(process.env['PAYMENT_RUNS'] ?? 500);

test('whatever fails and in whatever order it comes, no fen is lost, doubled or guessed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(deed, { minLength: 6, maxLength: 24 }),
      async (mostParts, life) => {
        const one = await openTill(mostParts);
        for (const n of [0, 1, 2]) await one.deeds.assess(n, n);
        for (const { name, a, b } of life) {
          // A function that dies halfway leaves what it has written; nobody waits for it.
          await one.deeds[name](a, b).catch((error: unknown) => {
            if (!one.isSpoilt()) throw error;
          });
          checkBooks(one.books(), one.till);
        }
        await one.rest();
        checkBooks(one.books(), one.till);
        checkEnd(one.books(), one.till, one.asked());
      },
    ),
    { numRuns: runs },
  );
  expect(runs).toBeGreaterThan(0);
});
