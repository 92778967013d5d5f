import { beforeEach, expect, test } from 'vitest';
import { excepting, rowOf } from '../../test/support/exceptions.ts';
import { company, openPayments } from '../../test/support/payments.ts';
import { ownCause } from './functions/own-cause.ts';

let world: ReturnType<typeof openPayments>;
let one: ReturnType<typeof excepting>;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
  await world.tick();
  one = excepting(world);
});

test('who proposed it does not decide it, whichever account he uses, and another decides it once, as it was shown', async () => {
  const row = rowOf({ number: 'their-3', amountFen: 700 });
  await one.settle(row);
  const id = await one.raise({ class: 'MISSING_IN_LEDGER', differenceFen: 700, row });
  const both = { ...world.finance, posts: [...world.finance.posts, ...world.checker.posts] };
  await one.propose(id, { action: 'suspend' }, both);
  expect((await one.approve(id, both)).body.code).toBe('own-exception');
  const again = { ...world.checker, sub: 'another account', partyId: both.partyId };
  expect((await one.reject(id, again)).body.code).toBe('own-exception');
  expect((await one.approve(id, world.finance)).body.code).toBe('wrong-role');
  expect((await one.propose(id, { action: 'suspend' }, company)).body.code).toBe('wrong-role');
  expect((await one.propose(id, { action: 'suspend' })).body.code).toBe('exception-moved');
  expect((await one.reject(id)).body).toMatchObject({ status: 'open', actions: ['propose'] });
  await one.ended(id, { action: 'suspend' });
  expect((await one.approve(id)).body.code).toBe('exception-moved');
  expect(await one.read(id)).toMatchObject({ status: 'resolved', outcome: { action: 'suspend' }, proposals: [] });
  expect(one.held()).toMatchObject({ 'suspense/sandbox/treasury': 700 });
});

test('a proposal that the ledger has overtaken is refused: it would write something else than was shown', async () => {
  const { number, billId, orderId } = await one.charged({ paid: false });
  const row = rowOf({ number, amountFen: 30_000 }, world.clock.now);
  await one.settle(row);
  const id = await one.raise({ class: 'MISSING_IN_LEDGER', differenceFen: 30_000, row });
  await one.propose(id, { action: 'suspend' });
  await world.send('POST', `/payments/public/sandbox/${number}`, { body: {} });
  await world.settle();
  expect([await one.status(billId), (await one.approve(id)).body.code]).toEqual(['paid', 'proposal-stale']);
  await one.reject(id);
  expect(await one.read(id)).toMatchObject({ proposals: ['accept'], bookedFen: 30_000, orderId });
  expect((await one.propose(id, { action: 'suspend' })).body.code).toBe('action-unfit');
  await one.ended(id, { action: 'accept' });
  expect(one.held()).toMatchObject({ 'clearing/sandbox/treasury': 0, 'payee/urban/treasury': 30_000 });
  expect(await one.waiting()).toEqual([[id, [[30_000, 0]]]]);
});

test('what was put into suspense by a row that another revision shows no more is taken out again', async () => {
  const row = rowOf({ number: 'their-4', amountFen: 700 });
  await one.settle(row);
  const id = await one.raise({ class: 'MISSING_IN_LEDGER', differenceFen: 700, row });
  const { suspenseId } = await one.ended(id, { action: 'suspend' });
  // The file comes anew, without it.
  await one.settle({ ...row, amountFen: -700 });
  const before = await world.deps.exceptions.load(id);
  if (!before) throw new Error('no exception');
  const ledger = await one.side('their-4');
  const said = { class: 'MISSING_IN_STATEMENT' as const, row: undefined, ledger, differenceFen: -700 };
  const after = { ...before, ...said, state: 'open' as const, outcome: undefined, version: before.version + 1 };
  await world.deps.exceptions.save({ before, after, act: 'reopen' }, ownCause(world.deps));
  expect((await one.read(id)).proposals).toContain('unsuspend');
  await one.ended(id, { action: 'unsuspend' });
  expect(one.held()).toMatchObject({ 'clearing/sandbox/treasury': 0, 'suspense/sandbox/treasury': 0 });
  expect(await world.deps.suspense.load(suspenseId)).toMatchObject({ state: 'withdrawn' });
});
