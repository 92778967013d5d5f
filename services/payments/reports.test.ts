import { beforeEach, expect, test } from 'vitest';
import { dayOf } from '#shared/calendar';
import { closingBooks } from '../../test/support/closing.ts';
import { gatewayEvent, lambdaContext } from '../../test/support/gateway-event.ts';
import { openPayments } from '../../test/support/payments.ts';
import { reconciling } from '../../test/support/reconciling.ts';
import { refunding } from '../../test/support/refunds.ts';
import { ownCause } from './functions/own-cause.ts';

let world: ReturnType<typeof openPayments>;
let day: string;
const tomorrow = (days = 1) => {
  world.clock.now = new Date(world.clock.now.getTime() + days * 86_400_000);
};
const report = async (name: string, query: Record<string, string> = {}) =>
  (await world.send('GET', `/payments/reports/${name}`, { actor: world.finance, query })).body;

/** The lines of a report as a file, without its header. */
async function fileOf(name: string, query: Record<string, string>, accept?: string) {
  const headers: Record<string, string> = accept ? { Accept: accept } : {};
  const path = `/payments/reports/${name}`;
  const reply = await world.handle(
    gatewayEvent({ method: 'GET', path, actor: world.finance, query, headers }),
    lambdaContext,
  );
  expect([reply.statusCode, reply.headers?.['Content-Type']]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(reply.body.startsWith('\uFEFF')).toBe(true);
  const [, ...lines] = reply.body.trimEnd().split('\r\n');
  return lines.map((line) => line.split(','));
}

/** A bill is paid, and a part of it goes back. */
async function paidAndBack(): Promise<void> {
  const billId = await world.assess();
  const back = refunding(world);
  await back.paid(billId);
  const [id = ''] = await back.proposed(billId, 30_000, { code: 'road-repair', amountFen: 1000 });
  await back.act(id, 'approve', [world.checker]);
  await back.sent(id);
}
const fee = (amountFen: number, channel = 'wechat') => ({
  kind: 'fee' as const,
  legs: [
    { account: `fees/${channel}/treasury`, side: 'debit' as const, amountFen },
    { account: `fees-due/${channel}`, side: 'credit' as const, amountFen },
  ],
});

beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
  day = dayOf(world.clock.now);
});

test('the daily report says by channel and payee what came and went back, and is the same once its day is closed', async () => {
  await paidAndBack();
  const payees = [
    {
      channel: 'sandbox',
      payee: 'urban',
      destination: 'treasury',
      takenFen: 30_000,
      backFen: 1000,
      passedOnFen: 0,
      releasedFen: 0,
    },
  ];
  expect(await report('daily')).toMatchObject({ date: day, closed: false, payees, statements: [] });
  tomorrow();
  await closingBooks(world).close(day);
  expect(await report('daily', { date: day })).toMatchObject({ date: day, closed: true, payees });
});

test('the daily report says how each statement of its day stands, and what of it is open', async () => {
  const statements = reconciling(world);
  const id = await statements.expected(day, 'wechat');
  await statements.settled(id);
  await statements.raised(id, 'open');
  await statements.raised(id, 'resolved');
  const [line] = (await report('daily')).statements;
  expect(line).toMatchObject({
    channel: 'wechat',
    merchant: 'treasury',
    status: 'matched',
    openItems: 1,
    openFen: 100,
  });
});

test('what the end of a difference has released is reconciled, of the day of its statement', async () => {
  const statements = reconciling(world);
  const id = await statements.raised(await statements.expected(day, 'wechat'), 'resolved');
  const before = await world.deps.exceptions.load(id);
  if (!before) throw new Error('no exception');
  const place = { payee: 'urban', destination: 'treasury' as const };
  const lines = [{ ...place, code: 'road-repair', subject: '103043306', inFen: 700, outFen: 200 }];
  const after = { ...before, version: 2, released: { lines, feeFen: 0, times: 1 } };
  await world.deps.exceptions.save({ before, after, act: 'change' }, ownCause(world.deps));
  expect((await report('daily')).payees).toMatchObject([{ channel: 'wechat', ...place, releasedFen: 500 }]);
});

test('every report comes as a file too, by its query or by Accept, and says the same in yuan', async () => {
  await paidAndBack();
  const [line] = await fileOf('daily', { format: 'csv' });
  expect(line?.slice(2, 10)).toEqual(['sandbox', '', 'urban', 'treasury', '300.00', '10.00', '0.00', '0.00']);
  expect(await fileOf('daily', {}, 'text/csv')).toEqual(await fileOf('daily', { format: 'csv' }, 'application/json'));
  const trial = await report('trial-balance');
  const file = await fileOf('trial-balance', { format: 'csv' });
  expect(file.map(([, account]) => account)).toEqual([
    ...trial.accounts.map(({ account }: { account: string }) => account),
    '合计',
  ]);
  for (const name of ['ageing', 'refunds', 'fees', 'months'])
    expect(await fileOf(name, {}, 'text/csv, application/json;q=0.5')).toBeDefined();
  expect(await report('daily', { format: 'json' })).toHaveProperty('payees');
});

test('refunds are told day by day: promised, and back', async () => {
  await paidAndBack();
  tomorrow();
  await paidAndBack();
  const { items } = await report('refunds', { from: day });
  const one = { items: 1, amountFen: 1000 };
  const none = { items: 0, amountFen: 0 };
  const line = { channel: 'sandbox', closed: false, promised: one, done: one, paidOut: none, treasury: none };
  expect(items).toEqual([
    { date: day, ...line },
    { date: dayOf(world.clock.now), ...line },
  ]);
  const long = await world.send('GET', '/payments/reports/refunds', {
    actor: world.finance,
    query: { from: '2026-01-01', to: '2026-12-31' },
  });
  expect([long.status, long.body.code]).toEqual([400, 'too-long']);
});

test('fees of a month are told by channel and merchant, closed days and open ones alike', async () => {
  const written = (said: ReturnType<typeof fee>) => reconciling(world).written(said);
  await written(fee(60));
  tomorrow();
  await closingBooks(world).close(day);
  await written(fee(40));
  await written(fee(7, 'alipay'));
  expect(await report('fees', { month: day.slice(0, 7) })).toEqual({
    month: day.slice(0, 7),
    closed: false,
    feeFen: 107,
    items: [
      { channel: 'alipay', merchant: 'treasury', feeFen: 7 },
      { channel: 'wechat', merchant: 'treasury', feeFen: 100 },
    ],
  });
});

test('the months of a year are told up to now, and come to their sum', async () => {
  await paidAndBack();
  tomorrow(31);
  await paidAndBack();
  await paidAndBack();
  const { items, total } = await report('months');
  expect(items.map(({ month, takenFen }: Record<string, unknown>) => [month, takenFen])).toEqual([
    ['2026-08', 30_000],
    ['2026-09', 60_000],
  ]);
  expect(total).toMatchObject({ takenFen: 90_000, backFen: 3000, lateFen: 0 });
});

test('no report is there of a day that has not come, and a slip in a date is told', async () => {
  for (const name of ['daily', 'ageing']) {
    const status = async (date: string) =>
      (await world.send('GET', `/payments/reports/${name}`, { actor: world.finance, query: { date } })).status;
    expect([await status('2099-01-01'), await status('2026-02-30')]).toEqual([404, 400]);
  }
});
