import { beforeEach, expect, test } from 'vitest';
import { dayOf } from '#shared/calendar';
import { openPayments } from '../../test/support/payments.ts';
import { reconciling } from '../../test/support/reconciling.ts';
import { refunding } from '../../test/support/refunds.ts';

let world: ReturnType<typeof openPayments>;
let day: string;
const tomorrow = (days = 1) => {
  world.clock.now = new Date(world.clock.now.getTime() + days * 86_400_000);
};
const ageing = async () => (await world.send('GET', '/payments/reports/ageing', { actor: world.finance })).body;
const move = (account: string, side: 'debit' | 'credit') => ({ account, side, amountFen: 500 });
const banked = async () => (await ageing()).items.filter(({ of }: { of: string }) => of === 'bank/treasury');

beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
  day = dayOf(world.clock.now);
});

test('what stays on an account grows old from the day on which it came, the oldest leaving first', async () => {
  await refunding(world).paid(await world.assess());
  tomorrow(5);
  await refunding(world).paid(await world.assess());
  const legs = [
    { account: 'transit/sandbox/treasury', side: 'debit' as const, amountFen: 40_000 },
    { account: 'clearing/sandbox/treasury', side: 'credit' as const, amountFen: 40_000 },
  ];
  await reconciling(world).written({ kind: 'settle', legs });
  const { items } = await ageing();
  expect(items).toEqual([
    {
      kind: 'account',
      of: 'clearing/sandbox/treasury',
      owner: 'finance',
      band: '0-3',
      items: 1,
      amountFen: 20_000,
      oldest: dayOf(world.clock.now),
    },
    {
      kind: 'account',
      of: 'transit/sandbox/treasury',
      owner: 'treasurer',
      band: '0-3',
      items: 1,
      amountFen: 40_000,
      oldest: dayOf(world.clock.now),
    },
  ]);
});

test('what has arrived at the bank and is not passed on grows old as well', async () => {
  const legs = [move('bank/treasury', 'debit'), move('transit/wechat/treasury', 'credit')];
  await reconciling(world).written({ kind: 'arrive', legs });
  tomorrow(5);
  expect(await banked()).toMatchObject([{ owner: 'finance', band: '4-7', amountFen: 500, oldest: day }]);
  const on = [move('payee/urban/treasury', 'debit'), move('bank/treasury', 'credit')];
  await reconciling(world).written({ kind: 'remit', legs: on });
  expect(await banked()).toEqual([]);
});

test('differences stand in the ageing by their class and by who must see to them', async () => {
  const statements = reconciling(world);
  const id = await statements.expected(day, 'wechat');
  await statements.raised(id, 'open');
  await statements.raised(id, 'under-review');
  await statements.raised(id, 'resolved');
  tomorrow(6);
  const { items } = await ageing();
  expect(items.map(({ of, owner, band, amountFen }: Record<string, unknown>) => [of, owner, band, amountFen])).toEqual([
    ['AMOUNT_OVER', 'finance', '4-7', 100],
    ['AMOUNT_OVER', 'finance-checker', '4-7', 100],
  ]);
});
