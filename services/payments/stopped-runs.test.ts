import { beforeEach, expect, test } from 'vitest';
import { banking } from '../../test/support/banking.ts';
import { openPayments } from '../../test/support/payments.ts';
import { fetchStatements } from './functions/tick/fetch-statements.ts';

let world: ReturnType<typeof openPayments>;
const place = { channel: 'wechat', merchant: 'treasury', day: '2026-08-02' };
const id = 'wechat.treasury.2026-08-02';
const type = 'payments.reconciliation-changed.v1';
const begun = () => world.facts(type).filter(({ data }) => data['state'] === 'received').length;
const pass = async (hours: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + hours * 3_600_000);
  return fetchStatements(world.deps)();
};
const read = async () => (await world.send('GET', `/payments/reconciliations/${id}`, { actor: world.finance })).body;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
});

test('a run that nobody tries any more is begun again by the clock after two hours, then after twice as long, and stands so on the page', async () => {
  await banking(world).received(place);
  const since = world.clock.now.toISOString();
  expect([await pass(1.9), begun(), (await read()).stopped]).toMatchObject([{ StatementsStopped: 0 }, 1, undefined]);
  expect([await pass(0.2), begun()]).toMatchObject([{ StatementsStopped: 1 }, 2]);
  expect(await read()).toMatchObject({ status: 'received', stopped: { since, begunAgain: 1 } });
  // It is tried four hours after that, and then eight; the alarm goes on.
  expect([await pass(3.9), begun(), await pass(0.2), begun()]).toMatchObject([
    { StatementsStopped: 1 },
    2,
    { StatementsStopped: 1 },
    3,
  ]);
  expect([await pass(7.9), begun(), await pass(0.2), begun()]).toMatchObject([{}, 3, {}, 4]);
  // A fact that comes again says of which file: the run goes on where it was.
  expect(world.facts(type).map(({ data }) => [data['state'], data['revision']])).toEqual(
    Array.from({ length: 4 }, () => ['received', 1]),
  );
});

test('a run that has come to its end is not begun again, and of many that have stopped five at a time are', async () => {
  for (const n of [1, 2, 3, 4, 5, 6, 7]) await banking(world).received({ ...place, merchant: `m${n}` });
  await banking(world).settled(place, 1);
  const before = begun();
  expect([await pass(3), begun() - before]).toMatchObject([{ StatementsStopped: 7 }, 5]);
  expect([await pass(0.2), begun() - before]).toMatchObject([{ StatementsStopped: 7 }, 7]);
});
