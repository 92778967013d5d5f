import { expect, test } from 'vitest';
import { bring, noticeOf, openHouse } from '../../test/support/channels.ts';
import { fc } from '../../test/support/property.ts';
import { amountOf, type ChannelName } from '../../localstack/channels/till.ts';

const ways = { wechat: ['native', 'h5'], alipay: ['page', 'precreate'], unionpay: ['page', 'qr'] } as const;
const names = ['begin', 'open', 'pay', 'payLate', 'notify', 'ask', 'wait', 'fail'] as const;
const fates = ['lost-request', 'lost-reply', 'forged', 'cut'] as const;

const sum = (of: readonly number[]): number => of.reduce((all, fen) => all + fen, 0);

/** An order of two payees at a channel, and what can happen to it there. */
async function openLife(channel: ChannelName) {
  const { world, house } = await openHouse();
  await world.tick();
  const line = { code: 'exam', payee: 'edu', quantity: 1, amountFen: 6000, gate: 'result' as const };
  const billIds = [await world.assess(), await world.assess({ lines: [line] })];
  const { id } = (await world.send('POST', '/payments/orders', { body: { billIds, channel } })).body;
  const path = `/payments/orders/${id}`;
  const show = async () => (await world.send('GET', path)).body;
  const wait = async (minutes: number) => {
    world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
    await world.tick();
    await world.settle();
  };
  const one = (n: number) => house.till.all()[n % Math.max(1, house.till.all().length)];
  const deeds: Record<(typeof names)[number], (a: number) => Promise<unknown>> = {
    begin: (a) => world.send('POST', `${path}/payments/${1 + (a % 2)}/begin`, { body: { way: ways[channel][a % 2] } }),
    open: async (a) => {
      const payment = (await show()).payments[a % 2];
      // Who opens his page does so now: nothing of ours stands between him and the channel.
      if (payment?.status === 'to-pay') await house.waiting(channel, payment).catch(() => undefined);
    },
    pay: async (a) => {
      const held = one(a);
      if (held?.isOpened) house.till.pay(house.till.byToken(held.token) ?? held);
    },
    payLate: async (a) => {
      const held = one(a);
      if (held?.isOpened) house.till.pay(held, { late: true });
    },
    notify: async (a) => {
      const held = one(a);
      if (held?.state === 'paid') await bring(world, channel, await noticeOf(house, held));
    },
    ask: () => world.send('POST', `${path}/ask`, { body: {} }),
    wait: (a) => wait([2, 6, 31][a % 3] ?? 2),
    fail: async (a) => house.fail(fates[a % fates.length] ?? 'cut'),
  };
  return { world, house, deeds, wait, show };
}

// Of the lives of orders at large there are more: these are for how each adapter reads its channel.
const runs = Number(process.env['PAYMENT_RUNS'] ?? 500) / 20;

const deed = fc.record({ name: fc.constantFrom(...names, 'begin', 'open', 'pay'), a: fc.nat(40) });

test.each(['wechat', 'alipay', 'unionpay'] as const)(
  'whatever becomes of requests and answers, what %s has taken is in the books in the end, and no bill is paid twice',
  async (channel) => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 16 }), async (life) => {
        const { world, house, deeds, wait, show } = await openLife(channel);
        for (const [n, name] of [0, 1].flatMap((of) => [[of, 'begin'] as const, [of, 'open'] as const])) {
          await deeds[name](n);
        }
        for (const { name, a } of life) await deeds[name](a);
        house.heal();
        for (const held of house.till.all().filter(({ state }) => state === 'paid')) {
          await bring(world, channel, await noticeOf(house, held));
        }
        for (let n = 0; n < 4; n += 1) await wait(2 * 1440);

        const { body } = await world.send('GET', '/payments/reports/trial-balance', { actor: world.finance });
        const debits = body.accounts.filter(({ account }: { account: string }) => account.startsWith('clearing/'));
        const taken = house.till.all().filter(({ state }) => state === 'paid');
        expect(sum(debits.map(({ debitFen }: { debitFen: number }) => debitFen))).toBe(sum(taken.map(amountOf)));
        expect(body.differenceFen).toBe(0);
        // What no bill took has gone back at the channel, and nothing else.
        const back = sum(taken.flatMap(({ shares }) => shares.map((share) => house.till.refundedOf(share))));
        expect(sum(debits.map(({ creditFen }: { creditFen: number }) => creditFen))).toBe(back);
        const order = await show();
        const paid = order.payments.filter(({ status }: { status: string }) => status === 'paid');
        expect(sum(taken.map(amountOf)) - back).toBe(
          sum(paid.map((payment: { amountFen: number }) => payment.amountFen)),
        );
        expect(['paid', 'partly-paid', 'expired']).toContain(order.status);
      }),
      { numRuns: runs },
    );
  },
  3_600_000,
);
