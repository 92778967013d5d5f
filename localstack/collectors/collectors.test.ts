import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CollectorSilent, type Debt } from '../../services/payments/collectors/collector.ts';
import { configuredCollectors } from '../../services/payments/collectors/configured.ts';
import { startCollectors, type Collectors } from './collectors.ts';

const key = 'k'.repeat(64);
let simulator: Collectors;
beforeAll(async () => {
  simulator = await startCollectors({ now: () => new Date(), key: () => key });
});
afterAll(() => simulator.stop());

const opened = (wish: object = {}) => {
  const means = { base: simulator.address, key: async () => key, now: () => new Date(), fetch, timeoutMs: 2000 };
  const all = configuredCollectors({ ...means, newNonce: () => randomUUID(), ...wish });
  const water = all.find((one) => one.key === 'water');
  if (!water) throw new Error('no waterworks');
  return { all, water };
};
const owed = async (account: string): Promise<Debt> => {
  const [debt] = (await opened().water.find(account)) ?? [];
  if (!debt) throw new Error('nothing is owed');
  return debt;
};
const asking = (debt: Debt) => ({
  number: randomUUID().replaceAll('-', ''),
  debt: debt.debt,
  amountFen: debt.amountFen,
  paidAt: new Date(),
});

test('each collector is asked what an account owes; one that is not there owes nothing', async () => {
  for (const one of opened().all) expect(await one.find('60010042')).toHaveLength(1);
  expect(await opened().water.find('nobody')).toBeUndefined();
  simulator.fail({ kind: 'not-found', times: 1 });
  expect(await opened().water.find('60010042')).toBeUndefined();
});

test('what is booked is owed no more; under the same number it is the same booking, under another none', async () => {
  const { water } = opened();
  const debt = await owed('60010001');
  expect(await water.confirm(debt.debt)).toMatchObject({ amountFen: debt.amountFen });
  const ask = asking(debt);
  expect(await water.ask(ask.number)).toEqual({ state: 'absent' });
  const booked = await water.book(ask);
  expect([await water.book(ask), await water.ask(ask.number)]).toEqual([booked, booked]);
  expect(await water.confirm(debt.debt)).toBeUndefined();
  expect(await water.find('60010001')).toEqual([]);
  expect(await water.book(asking(debt))).toEqual({ state: 'refused' });
});

test('what a department has assessed is booked at 税务 as it was paid, once', async () => {
  const tax = opened().all.find((one) => one.key === 'tax')!;
  const lines = [{ code: 'soil-compensation', quantity: 2, amountFen: 200 }];
  const ask = { number: '1'.repeat(32), assessed: { district: 'gulou', reference: 'c.1', lines }, paidAt: new Date() };
  const booked = await tax.book({ ...ask, amountFen: 200 });
  expect([booked, await tax.book({ ...ask, amountFen: 200 })]).toEqual([
    { state: 'booked', ref: expect.stringMatching(/^tax-/) },
    booked,
  ]);
  expect(await tax.book({ ...ask, number: '2'.repeat(32), amountFen: 200 })).toEqual({ state: 'refused' });
  expect(await tax.book({ ...ask, number: '3'.repeat(32), amountFen: 100 })).toEqual({ state: 'refused' });
});

test('what is undone is owed again; under the same number it is undone once, and never more than was booked', async () => {
  const { water } = opened();
  const debt = await owed('60010021');
  const ask = asking(debt);
  const undo = { number: 'a'.repeat(32), booking: ask.number, amountFen: 1000, lines: [] };
  expect(await water.reverse(undo)).toEqual({ state: 'refused' });
  await water.book(ask);
  expect(await water.askReversal(undo.number)).toEqual({ state: 'absent' });
  simulator.fail({ kind: 'lost-reply', times: 1, path: '/water/reversals' });
  await expect(water.reverse(undo)).rejects.toThrow(CollectorSilent);
  const undone = await water.askReversal(undo.number);
  expect([undone, await water.reverse(undo)]).toMatchObject([{ state: 'reversed' }, undone]);
  expect(await water.confirm(debt.debt)).toMatchObject({ amountFen: 1000 });
  const rest = { ...undo, number: 'b'.repeat(32), amountFen: debt.amountFen - 1000 };
  expect(await water.reverse({ ...rest, amountFen: debt.amountFen })).toEqual({ state: 'refused' });
  simulator.fail({ kind: 'refused', times: 1, path: '/water/reversals' });
  expect(await water.reverse(rest)).toEqual({ state: 'refused' });
  expect(await water.reverse(rest)).toMatchObject({ state: 'reversed' });
  expect(await water.confirm(debt.debt)).toMatchObject({ amountFen: debt.amountFen });
});

test('a debt may come to more before it is paid, and is not booked at what it was', async () => {
  const { water } = opened();
  const debt = await owed('60010002');
  simulator.fail({ kind: 'changed', times: 1, path: '/water/debts/confirm' });
  expect((await water.confirm(debt.debt))?.amountFen).toBe(debt.amountFen + 100);
  expect(await water.book(asking(debt))).toEqual({ state: 'refused' });
});

test.each([
  ['slow', '60010011'],
  ['down', '60010012'],
  ['lost-reply', '60010013'],
  ['bad-signature', '60010014'],
] as const)('where it is %s nothing is known, and the same number finds out', async (kind, account) => {
  const { water } = opened({ timeoutMs: 100 });
  const debt = await owed(account);
  const ask = asking(debt);
  simulator.fail({ kind, times: 1, path: '/water/bookings' });
  await expect(water.book(ask)).rejects.toThrow(CollectorSilent);
  const known = await water.ask(ask.number);
  expect(known.state).toBe(kind === 'slow' || kind === 'down' ? 'absent' : 'booked');
  expect(await water.book(ask)).toMatchObject({ state: 'booked' });
});

test('what is signed by another key, of another time, or sent again is not answered', async () => {
  await expect(opened({ key: async () => 'x'.repeat(64) }).water.find('60010042')).rejects.toThrow('401');
  await expect(opened({ now: () => new Date(0) }).water.find('60010042')).rejects.toThrow('401');
  const { water } = opened({ newNonce: () => 'n'.repeat(16) });
  await water.find('60010042');
  await expect(water.find('60010042')).rejects.toThrow('401');
  await expect(opened({ key: async () => undefined }).water.find('60010042')).rejects.toThrow('no key');
});
