import { beforeEach, expect, test } from 'vitest';
import { dayOf, nextDay } from '#shared/calendar';
import { closingBooks } from '../../test/support/closing.ts';
import { openPayments } from '../../test/support/payments.ts';
import { refunding } from '../../test/support/refunds.ts';
import { reconciling } from '../../test/support/reconciling.ts';

let world: ReturnType<typeof openPayments>;
let books: ReturnType<typeof closingBooks>;
let day: string;
const pay = async () => refunding(world).paid(await world.assess());
const tomorrow = (hours = 24) => {
  world.clock.now = new Date(world.clock.now.getTime() + hours * 3_600_000);
};
const openOf = (shown: { checks: { check: string; open: { of: string; owner: string }[] }[] }) =>
  shown.checks.flatMap(({ check, open }) => open.map(({ of, owner }) => [check, of, owner]));

beforeEach(async () => {
  world = openPayments();
  books = closingBooks(world);
  await world.openCharges();
  day = dayOf(world.clock.now);
});

test('a day is closed by two people once it is over, and its seal carries on that of the day before', async () => {
  await pay();
  expect((await books.act(day, 'propose')).status).toBe(409);
  tomorrow();
  const first = await books.close(day);
  expect(first).toMatchObject({ status: 'closed', checks: [], actions: [], seal: { entries: 1 } });
  expect(first.sum).toMatchObject({ entries: 1, takenFen: 30_000, backFen: 0, late: [] });
  tomorrow();
  const second = await books.close(nextDay(day));
  expect(second.seal.hash).not.toBe(first.seal.hash);
  const query = { day };
  const trial = await world.send('GET', '/payments/reports/trial-balance', { actor: world.finance, query });
  expect(trial.body).toMatchObject({ day, closed: true, differenceFen: 0 });
});

test('nobody approves what he has proposed, and nothing is opened again', async () => {
  tomorrow();
  await books.act(day, 'propose');
  const both = { ...world.checker, partyId: world.finance.partyId };
  const own = await world.send('POST', `/payments/days/${day}/approve`, { actor: both, body: {} });
  expect([own.status, own.body.code]).toEqual([403, 'own-close']);
  expect((await books.act(day, 'reject', { reason: '先核对' })).body.status).toBe('open');
  expect(await books.read(day)).toMatchObject({ returned: { reason: '先核对' }, actions: ['propose'] });
  expect((await books.close(day)).status).toBe('closed');
  for (const act of ['propose', 'approve', 'reject'] as const)
    expect((await books.act(day, act, act === 'reject' ? { reason: 'x' } : {})).body.code).toBe('period-moved');
});

test('what stands in the way is named, with who must see to it and since when, and bars the day', async () => {
  const statements = reconciling(world);
  tomorrow();
  const id = await statements.expected(day, 'wechat');
  const differs = await statements.raised(id, 'open');
  expect(openOf(await books.read(day))).toEqual([
    ['statements', id, 'finance'],
    ['exceptions', differs, 'finance'],
  ]);
  const refused = await books.act(day, 'propose');
  expect([refused.status, refused.body.code]).toEqual([409, 'not-closable']);
  expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/checks/statements',
    '/checks/exceptions',
  ]);
  await statements.settled(id);
  expect(openOf(await books.read(day))).toEqual([['exceptions', differs, 'finance']]);
  await statements.raised(id, 'carried', differs);
  expect(openOf(await books.read(day))).toEqual([]);
  expect((await books.close(day)).status).toBe('closed');
});

test('the bank’s own statement keeps no day open: it closes by itself when the bank confirms', async () => {
  const statements = reconciling(world);
  tomorrow();
  await statements.raised(await statements.expected(day, 'bank'), 'open');
  expect((await books.close(day)).status).toBe('closed');
});

test('the cash of every till is counted by two people before its day is closed', async () => {
  const cashier: typeof world.finance = {
    ...world.finance,
    sub: 'c',
    partyId: 'p_c',
    posts: [{ role: 'cashier', district: 'fuzhou' }],
  };
  const shift = { hall: 'h-01', window: '12', floatFen: 0 };
  const { body } = await world.send('POST', '/payments/shifts', { actor: cashier, body: shift });
  tomorrow();
  expect(openOf(await books.read(day))).toEqual([['tills', body.id, 'cashier']]);
  const act = (name: string, actor: typeof cashier, said: object) =>
    world.send('POST', `/payments/shifts/${body.id}/${name}`, { actor, body: said });
  await act('count', cashier, { cashFen: 0 });
  expect(openOf(await books.read(day))).toEqual([['tills', body.id, 'finance']]);
  await act('seal', world.finance, { cashFen: 0, bag: 'B-1' });
  expect((await books.close(day)).status).toBe('closed');
});

test('what has come in the way between agreement and seal stops the run, and says what it was', async () => {
  const statements = reconciling(world);
  tomorrow();
  await books.act(day, 'propose');
  await books.act(day, 'approve');
  const id = await statements.expected(day, 'wechat');
  await books.settle();
  const shown = await books.read(day);
  expect([shown.status, shown.returned.reason]).toEqual(['open', `statements: ${id} awaited`]);
});

test('a day on which a channel with statements has taken money is not sealed while nobody awaits its statement', async () => {
  const legs = [
    { account: 'clearing/wechat/treasury', side: 'debit' as const, amountFen: 5 },
    { account: 'suspense/wechat/treasury', side: 'credit' as const, amountFen: 5 },
  ];
  await reconciling(world).written({ kind: 'surplus', legs });
  tomorrow();
  await books.act(day, 'propose');
  await books.act(day, 'approve');
  await books.settle();
  expect((await books.read(day)).returned.reason).toBe(`statements: wechat.treasury.${day} not-awaited`);
});

test('a day is not closed before it is known which statements are expected of it', async () => {
  await world.deps.reconciliations.expected(day);
  tomorrow(48);
  await books.close(day);
  expect(openOf(await books.read(nextDay(day)))).toEqual([['statements', nextDay(day), 'clock']]);
  await world.deps.reconciliations.expected(nextDay(day));
  expect((await books.close(nextDay(day))).status).toBe('closed');
});

test('a fact of the close that comes twice, or late, seals nothing a second time', async () => {
  tomorrow();
  const { version } = await books.close(day);
  await closingBooks(world).settle();
  expect((await books.read(day)).version).toBe(version);
});

test('days before the books begin, and days that there are none of, are not there', async () => {
  expect((await books.act('2020-01-01', 'propose')).status).toBe(404);
  expect((await world.send('GET', '/payments/days/2026-02-30', { actor: world.finance })).status).toBe(404);
  expect((await world.send('GET', '/payments/days/today', { actor: world.finance })).status).toBe(404);
});
