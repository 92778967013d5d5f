import { expect, test } from 'vitest';
import { dayOf } from '#shared/calendar';
import { closingBooks } from '../../test/support/closing.ts';
import { excepting } from '../../test/support/exceptions.ts';
import { openPayments } from '../../test/support/payments.ts';
import { reconciling } from '../../test/support/reconciling.ts';
import { refunding } from '../../test/support/refunds.ts';
import { missStatement } from './functions/reconciliation/miss-statement.ts';

/** The differences of a channel, as finance lists them. */
async function listed(world: ReturnType<typeof openPayments>, channel: string) {
  const query = { channel };
  const { body } = await world.send('GET', '/payments/exceptions', { query, actor: world.finance });
  return body.items[0];
}

test('a statement that never comes keeps its day open until two people say that there was no business, where the ledger has none either', async () => {
  const world = openPayments();
  await world.openCharges();
  const day = dayOf(world.clock.now);
  await refunding(world).paid(await world.assess());
  world.clock.now = new Date(world.clock.now.getTime() + 36 * 3_600_000);
  const books = closingBooks(world);
  const ids = [];
  for (const channel of ['alipay', 'sandbox']) ids.push(await reconciling(world).expected(day, channel));
  for (const id of ids) await missStatement(id, world.deps);
  const [nothing, something] = [await listed(world, 'alipay'), await listed(world, 'sandbox')];
  expect([nothing.suggestion, something.suggestion]).toEqual([
    { action: 'accept', because: 'the-ledger-has-nothing-of-that-day' },
    { action: 'accept', because: 'ask-the-channel-for-the-file' },
  ]);
  const barred = async () => {
    const { checks } = await books.read(day);
    return checks.flatMap(({ open }: { open: { of: string; why: string }[] }) =>
      open.map(({ of, why }) => `${of} ${why}`),
    );
  };
  const two = excepting(world);
  await two.propose(nothing.id, { action: 'accept', reason: '当日无业务' });
  expect(await barred()).toContain(`alipay.treasury.${day} missing`);
  await two.approve(nothing.id);
  await two.ended(something.id, { action: 'accept', reason: '当日无业务' });
  // It is never an empty day where something was paid.
  expect(await barred()).toEqual([`sandbox.treasury.${day} missing`]);
  await reconciling(world).settled(`sandbox.treasury.${day}`);
  expect((await books.close(day)).status).toBe('closed');
});
