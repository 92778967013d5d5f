import { beforeEach, expect, test } from 'vitest';
import { closingBooks } from '../../test/support/closing.ts';
import { openPayments } from '../../test/support/payments.ts';
import { receipting } from '../../test/support/receipts.ts';
import { refunding } from '../../test/support/refunds.ts';
import { reconciling } from '../../test/support/reconciling.ts';
import type { SaidEntry } from './domain/ledger/entry.ts';

let world: ReturnType<typeof openPayments>;
let books: ReturnType<typeof closingBooks>;
const at = (time: string) => {
  world.clock.now = new Date(time);
};
const taken = (amountFen: number, { subject = '103043306', day = '2026-12-31' } = {}): SaidEntry => {
  const line = { payee: 'urban', destination: 'treasury' as const, code: subject && 'c', subject, amountFen };
  const item = { channel: 'sandbox', merchant: 'treasury', day, number: 'n', ref: '', amountFen };
  return {
    kind: 'capture',
    legs: [
      { account: 'clearing/sandbox/treasury', side: 'debit', amountFen },
      { account: 'payee/urban/treasury', side: 'credit', amountFen },
    ],
    clears: [{ ...item, direction: 'in', lines: subject ? [line] : [] }],
  };
};
const book = (said: SaidEntry) => reconciling(world).written(said);
const openOf = (shown: { checks: { check: string; open: { of: string }[] }[] }) =>
  shown.checks.flatMap(({ check, open }) => open.map(({ of }) => `${check} ${of}`));

// Books that begin on the last day but one of a year.
beforeEach(async () => {
  world = openPayments();
  books = closingBooks(world);
  at('2026-12-30T02:00:00Z');
  await world.openCharges();
});

/** The days of December are closed, and it is New Year. */
async function daysClosed(): Promise<void> {
  at('2027-01-01T03:00:00Z');
  for (const day of ['2026-12-30', '2026-12-31']) await books.close(day);
}

test('a month needs each of its days, and who approves it signs what is open by age as it was proposed', async () => {
  await book(taken(700));
  at('2027-01-01T03:00:00Z');
  await books.close('2026-12-30');
  expect(openOf(await books.read('2026-12'))).toEqual(['days 2026-12-31']);
  expect((await books.act('2026-12', 'propose')).body.code).toBe('not-closable');
  await books.close('2026-12-31');
  await books.act('2026-12', 'propose');
  expect((await books.act('2026-12', 'approve')).body.code).toBe('other-ageing');
  expect((await books.act('2026-12', 'approve', { ageing: 'x' })).body.code).toBe('other-ageing');
  const { ageing } = await books.read('2026-12');
  const query = { date: '2026-12-31' };
  const report = await world.send('GET', '/payments/reports/ageing', { actor: world.finance, query });
  expect(report.body.digest).toBe(ageing);
  await books.act('2026-12', 'approve', { ageing });
  await books.settle();
  expect(await books.read('2026-12')).toMatchObject({ status: 'closed', sum: { entries: 1, takenFen: 700 } });
});

test('a run that is cut off goes on with the day that it was at', async () => {
  await daysClosed();
  await books.act('2026-12', 'propose');
  await books.act('2026-12', 'approve', { ageing: (await books.read('2026-12')).ageing });
  world.base.table.spoil('lost-reply', 'condition', 'lost-reply');
  await books.settle().catch(() => undefined);
  world.base.table.heal();
  const half = await books.read('2026-12');
  expect(half.status).toBe('sealing');
  await closingBooks(world).settle();
  expect((await books.read('2026-12')).status).toBe('closed');
});

test('a year needs its months, a subject for all revenue, no receipt that waits, and numbers of the next year', async () => {
  await book(taken(500));
  await book(taken(300, { subject: '' }));
  await daysClosed();
  expect(openOf(await books.read('2026'))).toEqual([
    'months 2026-12',
    'subjects sandbox/urban/treasury',
    'segments 2027',
  ]);
  await receipting(world).given(1, 10, '35010127');
  await books.close('2026-12');
  expect(openOf(await books.read('2026'))).toEqual(['subjects sandbox/urban/treasury']);
});

test('a receipt of the old year that waits for a number keeps its year open', async () => {
  await refunding(world).paid(await world.assess());
  await daysClosed();
  await books.close('2026-12');
  await receipting(world).given(1, 10, '35010127');
  expect(openOf(await books.read('2026'))).toEqual([expect.stringMatching(/^receipts /)]);
  await receipting(world).issue();
  expect((await books.close('2026')).status).toBe('closed');
});

test('what a year leaves to the next is written down by name, and what comes late is of the year that it names', async () => {
  await book(taken(700));
  const statements = reconciling(world);
  const carried = await statements.raised(await statements.expected('2026-12-30', 'wechat'), 'carried');
  await statements.settled('wechat.treasury.2026-12-30');
  await daysClosed();
  await book(taken(40));
  await book(taken(2, { day: '2027-01-01' }));
  await books.close('2026-12');
  await receipting(world).given(1, 10, '35010127');
  const closed = await books.close('2026');
  expect(closed).toMatchObject({ status: 'closed', carried: { items: 2 }, sum: { takenFen: 700, late: [] } });
  const send = (query: Record<string, string>) =>
    world.send('GET', '/payments/years/2026/carried', { actor: world.finance, query });
  const first = (await send({ limit: '1' })).body;
  const second = (await send({ limit: '1', cursor: first.nextCursor })).body;
  const clearing = { kind: 'account', of: 'clearing/sandbox/treasury', day: '2026-12-30', amountFen: 700 };
  expect([...first.items, ...second.items]).toMatchObject([
    { ...clearing, originYear: 2026 },
    { kind: 'exception', of: carried, why: 'AMOUNT_OVER', originYear: 2026 },
  ]);
  at('2027-01-02T03:00:00Z');
  const day = await books.close('2027-01-01');
  expect(day.sum).toMatchObject({ takenFen: 42, late: [{ originYear: 2026, takenFen: 40 }] });
  const { total } = (await world.send('GET', '/payments/reports/months', { actor: world.finance })).body;
  expect(total).toMatchObject({ takenFen: 42, lateFen: 40 });
});
